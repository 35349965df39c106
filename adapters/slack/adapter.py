"""The adapter as the wiring sees it."""

import logging
from typing import Final
from zoneinfo import ZoneInfo

from aiohttp import web
from slack_bolt.async_app import AsyncApp
from slack_bolt.authorization import AuthorizeResult
from slack_sdk.web.async_client import AsyncWebClient

from adapters.chat.asking import Asking
from adapters.chat.background import Background
from adapters.chat.in_time import InTime
from adapters.chat.overhearing import Overhearing
from adapters.slack.names import PATH
from adapters.slack.quiet import library_logger
from adapters.slack.receiving.callers import Callers
from adapters.slack.receiving.door import Door
from adapters.slack.receiving.listening import Listening
from adapters.slack.receiving.reception import Reception
from adapters.slack.receiving.sockets import Sockets
from adapters.slack.sending.answering import Answering
from adapters.slack.sending.courier import SlackCourier
from adapters.slack.sending.faults import TOKEN_REFUSED, code
from adapters.slack.sending.quotes import SlackQuotes
from adapters.slack.sending.web import Web
from adapters.slack.settings import SlackSettings
from bot.views.ports import Courier, Quotes, Talk

log = logging.getLogger(__name__)

_REFUSED: Final = TOKEN_REFUSED | {"missing_scope"}


class SlackRefused(Exception):
    """Slack does not accept the settings. The text says which and why, without the token."""


class SlackAdapter:
    """``budget``: seconds a press or submission may take before it is acknowledged.

    ``patience``: seconds that closing waits for work under way.
    """

    def __init__(
        self,
        settings: SlackSettings,
        talk: Talk,
        zone: ZoneInfo,
        *,
        budget: float = 2.0,
        pause: float = 0.5,
        patience: float = 20.0,
    ) -> None:
        self._settings = settings
        self._patience = patience
        self._web = Web(settings)
        self._background = Background()
        self._courier = SlackCourier(self._web, settings.command)
        answering = Answering(self._web, settings.command, zone, pause)
        asking = Asking(Callers(self._web, settings.team, self._background).caller)
        self._app = _bolt(settings.team)
        self._listening = Listening(settings.team, Overhearing(talk, self._background, budget))
        in_time = InTime(asking, self._background, budget)
        Reception(
            settings, talk, zone, asking, in_time, answering, self._listening, self._background
        ).listen(self._app)
        self._door = Door(settings.signing_secret, self._app.async_dispatch)
        self._sockets: Sockets | None = None

    @property
    def courier(self) -> Courier:
        return self._courier

    @property
    def quotes(self) -> Quotes:
        return SlackQuotes(self._web)

    def add_routes(self, app: web.Application) -> None:
        app.router.add_post(PATH, self._door.handle)

    async def start(self) -> None:
        """Raises ``SlackRefused``. A Slack that cannot be reached just now stops nothing."""
        await self._web.open()
        await self._check()
        if self._settings.app_token:
            self._sockets = Sockets(self._app, self._settings.app_token, self._web)
            await self._sockets.start()

    async def close(self) -> None:
        """Stops taking requests, finishes what is under way, closes all connections."""
        self._door.open = False
        if self._sockets:
            self._sockets.stop_taking()
        if late := await self._background.drain(self._patience):
            log.error("closed with %d pieces of work unfinished", late)
        if self._sockets:
            await self._sockets.close()
        await self._web.close()

    async def _check(self) -> None:
        try:
            answer = await self._web.client.auth_test()
        except Exception as error:
            reason = code(error)
            if reason in _REFUSED:
                raise SlackRefused(f"Slack refuses the bot token: {reason}") from None
            log.warning("could not check the bot token: %s", reason)
            return
        if answer.get("team_id") != self._settings.team:
            raise SlackRefused("The bot token belongs to another workspace than the settings name")
        self._courier.own_bot = str(answer.get("bot_id") or "")
        self._listening.own = {self._courier.own_bot, str(answer.get("user_id") or "")} - {""}


def _bolt(team: str) -> AsyncApp:
    """slack-bolt as a dispatcher alone: the door has checked the signature, and every listener
    checks who is asking."""

    async def authorize() -> AuthorizeResult:
        return AuthorizeResult(enterprise_id=None, team_id=team)

    return AsyncApp(
        name="adapters.slack.bolt",
        logger=library_logger(),
        client=AsyncWebClient(logger=library_logger(), retry_handlers=[]),
        authorize=authorize,
        process_before_response=True,
        request_verification_enabled=False,
        ignoring_self_events_enabled=False,
        attaching_function_token_enabled=False,
        attaching_conversation_kwargs_enabled=False,
    )
