"""How the bot reaches each chat platform, read from the environment.

A platform is in use when any of its variables is set; then everything it needs must be.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final
from urllib.parse import unquote
from uuid import UUID

from bot.environment import Reader
from bot.views.ports import Address
from core.services.messages import Channel

SLACK: Final = "slack"
TEAMS: Final = "teams"

SLACK_CHANNELS: Final = {
    Channel.CUSTOMER_FOCUS: "SLACK_CHANNEL_CUSTOMER_FOCUS",
    Channel.ALERTS: "SLACK_CHANNEL_ALERTS",
    Channel.REVIEWS: "SLACK_CHANNEL_REVIEWS",
}
TEAMS_CHANNELS: Final = {
    Channel.CUSTOMER_FOCUS: "TEAMS_CHANNEL_CUSTOMER_FOCUS",
    Channel.ALERTS: "TEAMS_CHANNEL_ALERTS",
    Channel.REVIEWS: "TEAMS_CHANNEL_REVIEWS",
}
DEFAULT_SLACK_API: Final = "https://slack.com/api/"

SINGLE_TENANT: Final = "SingleTenant"
MANAGED_IDENTITY: Final = "UserAssignedMSI"
APP_TYPES: Final = (SINGLE_TENANT, MANAGED_IDENTITY, "MultiTenant")
"""How a bot can be registered in Azure, in Azure's own words."""

CLOUD_VARIABLES: Final = {
    "service_url": "TEAMS_SERVICE_URL",
    "openid_url": "TEAMS_OPENID_URL",
    "login_url": "TEAMS_LOGIN_URL",
    "issuer": "TEAMS_ISSUER",
    "scope": "TEAMS_SCOPE",
}
"""For national clouds: the addresses of ``adapters.teams.TeamsSettings`` that can be others."""

Places = Mapping[Channel, str]
"""The channels' ids on one platform."""
Channels = Mapping[Channel, Sequence[Address]]


@dataclass(frozen=True, slots=True)
class SlackAccess:
    """How the bot reaches one Slack workspace. ``app_token`` switches Socket Mode on."""

    team: str
    signing_secret: str = field(repr=False)
    bot_token: str = field(repr=False)
    app_token: str | None = field(repr=False)
    channels: Places
    api_url: str = DEFAULT_SLACK_API

    @property
    def secrets(self) -> tuple[str | None, ...]:
        return (self.signing_secret, self.bot_token, self.app_token)


@dataclass(frozen=True, slots=True)
class TeamsAccess:
    """How the bot reaches Teams. ``app_type``: one of ``APP_TYPES``. ``app_password``: "" for a
    managed identity. ``cloud``: by the names of ``CLOUD_VARIABLES``, where the settings say so.
    """

    app_id: str
    app_type: str
    tenants: frozenset[str]
    app_password: str = field(repr=False)
    channels: Places
    cloud: Mapping[str, str] = field(default_factory=dict)


def in_use(environ: Mapping[str, str], prefixes: Sequence[str]) -> list[str]:
    """The names that begin so and are set to something."""
    starts = tuple(prefixes)
    return [name for name in sorted(environ) if name.startswith(starts) and environ[name].strip()]


def addressed(places: Iterable[tuple[str, Places]]) -> Channels:
    """Where the messages for each channel go: its place on every platform that has one."""
    found: dict[Channel, list[Address]] = {}
    for platform, channels in places:
        for channel, place in channels.items():
            found.setdefault(channel, []).append(Address(platform, place, is_person=False))
    return found


def named_channels(reader: Reader) -> Channels:
    """Every channel that the settings name, on any platform; those they do not name left out."""
    return addressed(
        (platform, {c: unquote(place) for c, name in names.items() if (place := reader.get(name))})
        for platform, names in ((SLACK, SLACK_CHANNELS), (TEAMS, TEAMS_CHANNELS))
    )


def read_slack(reader: Reader) -> SlackAccess:
    app_token = reader.get("SLACK_APP_TOKEN")
    if app_token and not app_token.startswith("xapp-"):
        reader.problems.append(
            "SLACK_APP_TOKEN should start with xapp-. Basic Information, App-Level Tokens; "
            "leave it unset to receive requests over HTTP."
        )
    about_channels = "It is the channel's ID: open the channel's details, at the bottom."
    api_url = reader.address("SLACK_API_URL") or DEFAULT_SLACK_API
    return SlackAccess(
        team=reader.required("SLACK_TEAM_ID", "It is the workspace's ID.", ("T", "E")),
        signing_secret=reader.required(
            "SLACK_SIGNING_SECRET", "Basic Information, App Credentials, Signing Secret."
        ),
        bot_token=reader.required(
            "SLACK_BOT_TOKEN", "OAuth & Permissions, Bot User OAuth Token.", ("xoxb-",)
        ),
        app_token=app_token or None,
        channels={
            channel: reader.required(name, about_channels, ("C", "G"))
            for channel, name in SLACK_CHANNELS.items()
        },
        api_url=api_url if api_url.endswith("/") else api_url + "/",
    )


def read_teams(reader: Reader) -> TeamsAccess:
    app_type = reader.one_of("TEAMS_APP_TYPE", APP_TYPES)
    password = reader.get("TEAMS_APP_PASSWORD")
    if not password and app_type != MANAGED_IDENTITY:
        reader.problems.append(
            "TEAMS_APP_PASSWORD is not set. In the Azure portal: the app registration, "
            "Certificates & secrets. A managed identity needs none: set TEAMS_APP_TYPE to "
            f"{MANAGED_IDENTITY}."
        )
    about_channels = "It is in the channel's link, between /channel/ and the next slash."
    cloud = {part: reader.address(name) for part, name in CLOUD_VARIABLES.items()}
    return TeamsAccess(
        app_id=_id(reader, "TEAMS_APP_ID", "In the Azure portal: the bot, Microsoft App ID."),
        app_type=app_type,
        tenants=_tenants(reader, app_type),
        app_password=password,
        channels={
            channel: unquote(reader.required(name, about_channels, ("19:", "19%3A", "19%3a")))
            for channel, name in TEAMS_CHANNELS.items()
        },
        cloud={part: address for part, address in cloud.items() if address},
    )


def _tenants(reader: Reader, app_type: str) -> frozenset[str]:
    name, remedy = "TEAMS_TENANTS", "In the Azure portal: Microsoft Entra ID, Tenant ID."
    tenants = frozenset(filter(None, reader.required(name, remedy).replace(",", " ").split()))
    if any(not _is_id(tenant) for tenant in tenants):
        reader.problems.append(f"{name} must be tenant ids, with commas between. {remedy}")
    elif len(tenants) > 1 and app_type == SINGLE_TENANT:
        reader.problems.append(
            f"{name} names {len(tenants)} tenants; a {SINGLE_TENANT} bot serves exactly one. "
            "Name one, or change TEAMS_APP_TYPE."
        )
    return frozenset(tenant.lower() for tenant in tenants)


def _id(reader: Reader, name: str, remedy: str) -> str:
    value = reader.required(name, remedy)
    if value and not _is_id(value):
        reader.problems.append(f"{name} is not an id of 32 digits with hyphens. {remedy}")
    return value.lower()


def _is_id(text: str) -> bool:
    try:
        return str(UUID(text)) == text.lower()
    except ValueError:
        return False
