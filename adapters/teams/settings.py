"""What the adapter must be told about the bot's registration and whom it serves."""

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final

from adapters.teams.names import COMMAND

BOT_FRAMEWORK: Final = "https://api.botframework.com"


class AppType(StrEnum):
    """How the bot is registered in Azure."""

    SINGLE_TENANT = "SingleTenant"
    MULTI_TENANT = "MultiTenant"
    MANAGED_IDENTITY = "UserAssignedMSI"


@dataclass(frozen=True, slots=True)
class TeamsSettings:
    """``tenants``: the only ones that are served. ``app_password``: "" for a managed identity.

    ``naming_secret``: keys the hashes in delivery names, the same for every replica; the app
    password serves where there is none. ``service_url``: where a person is written to who never
    wrote to us. The last four are those of the public cloud unless a national one, or a test,
    says otherwise. ``playground``: no tokens, from this machine alone; never in production.
    """

    app_id: str
    app_type: AppType
    tenants: frozenset[str]
    app_password: str = field(default="", repr=False)
    naming_secret: str = field(default="", repr=False)
    command: str = COMMAND
    service_url: str = "https://smba.trafficmanager.net/teams/"
    issuer: str = BOT_FRAMEWORK
    scope: str = BOT_FRAMEWORK
    openid_url: str = "https://login.botframework.com/v1/.well-known/openidconfiguration"
    login_url: str = "https://login.microsoftonline.com"
    playground: bool = False

    def __post_init__(self) -> None:
        """Raises ``ValueError`` naming the setting that cannot be."""
        if not self.app_id or not self.tenants:
            raise ValueError("app_id and tenants are needed")
        if self.app_type is AppType.SINGLE_TENANT and len(self.tenants) != 1:
            raise ValueError("tenants: a single-tenant bot serves exactly one")
        needs_password = self.app_type is not AppType.MANAGED_IDENTITY and not self.playground
        if needs_password and not self.app_password:
            raise ValueError("app_password is needed unless the bot has a managed identity")
        if not self.secret:
            raise ValueError("naming_secret is needed where there is no app_password")

    @property
    def secret(self) -> str:
        return self.naming_secret or self.app_password

    @property
    def login_tenant(self) -> str:
        """Where the bot's own tokens come from."""
        if self.app_type is AppType.MULTI_TENANT:
            return "botframework.com"
        return next(iter(self.tenants))
