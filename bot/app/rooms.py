"""The chat rooms that the settings open."""

from typing import Any, Final, Protocol

from aiohttp import web

from adapters.slack import SlackAdapter, SlackSettings
from adapters.teams import AppType, ConversationReferences, TeamsAdapter, TeamsSettings
from bot.app.house import House, derived
from bot.platforms import SLACK, TEAMS, SlackAccess, TeamsAccess
from bot.settings import Settings
from bot.views.ports import Courier

NAMING: Final = "names of deliveries from Teams"
"""What the secret is for that is derived from the master key. A change lets Teams' repetition of
a request that is under way pass for a new one."""


class ChatRoom(Protocol):
    """An adapter, as the wiring handles it. ``start`` raises what names a refusal."""

    @property
    def courier(self) -> Courier: ...

    def add_routes(self, app: web.Application) -> None: ...

    async def start(self) -> None: ...

    async def close(self) -> None: ...


def chat_rooms(settings: Settings, house: House) -> dict[str, ChatRoom]:
    """One for each platform in use, by its name."""
    talk, zone = house.conversation, house.policy.zone
    rooms: dict[str, ChatRoom] = {}
    if settings.slack:
        slack = SlackAdapter(_slack(settings.slack), talk, zone)
        rooms[SLACK], talk.quotes[SLACK] = slack, slack.quotes
    if settings.teams:
        secret = derived(settings.storage.master_key, NAMING)
        references = ConversationReferences(house.storage.notebook)
        rooms[TEAMS] = TeamsAdapter(_teams(settings.teams, secret), talk, zone, references)
    return rooms


def _slack(access: SlackAccess) -> SlackSettings:
    return SlackSettings(
        signing_secret=access.signing_secret,
        bot_token=access.bot_token,
        team=access.team,
        app_token=access.app_token,
        api_url=access.api_url,
    )


def _teams(access: TeamsAccess, naming_secret: str) -> TeamsSettings:
    cloud: dict[str, Any] = dict(access.cloud)
    return TeamsSettings(
        app_id=access.app_id,
        app_type=AppType(access.app_type),
        tenants=access.tenants,
        app_password=access.app_password,
        naming_secret=naming_secret,
        **cloud,
    )
