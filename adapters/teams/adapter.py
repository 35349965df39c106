"""The adapter as the wiring sees it."""

import logging
from zoneinfo import ZoneInfo

from aiohttp import web

from adapters.chat.asking import Asking
from adapters.chat.background import Background
from adapters.chat.in_time import InTime
from adapters.chat.overhearing import Overhearing
from adapters.teams.names import PATH
from adapters.teams.receiving.callers import Callers
from adapters.teams.receiving.deliveries import Deliveries
from adapters.teams.receiving.invokes import Invokes
from adapters.teams.receiving.reception import Reception
from adapters.teams.sdk.connector import Connector, Connectors
from adapters.teams.sdk.gateway import Gateway
from adapters.teams.sdk.tokens import TokenRefused, tokens_for
from adapters.teams.sdk.validation import Validation
from adapters.teams.sending.chats import Chats
from adapters.teams.sending.courier import TeamsCourier
from adapters.teams.sending.posting import Posting
from adapters.teams.sending.references import ConversationReferences
from adapters.teams.sending.replies import Replies
from adapters.teams.settings import TeamsSettings
from bot.views.ports import Courier, Talk

log = logging.getLogger(__name__)


class TeamsRefused(Exception):
    """Microsoft does not accept the settings. The text says why, without the password."""


class TeamsAdapter:
    """``budget``: seconds a press or submission may take before it is answered.

    ``patience``: seconds that closing waits for work under way.
    """

    def __init__(
        self,
        settings: TeamsSettings,
        talk: Talk,
        zone: ZoneInfo,
        references: ConversationReferences,
        *,
        budget: float = 3.0,
        patience: float = 20.0,
    ) -> None:
        self._patience = patience
        self._background = Background()
        self._tokens = tokens_for(settings)
        self._connectors = Connectors(self._tokens)
        connector = Connector(self._connectors)
        chats = Chats(settings, connector, references)
        posting = Posting(connector, chats, settings.command)
        asking = Asking(Callers(connector, chats, settings.tenants, self._background).caller)
        deliveries = Deliveries(settings.secret)
        invokes = Invokes(
            talk,
            zone,
            InTime(asking, self._background, budget),
            posting,
            self._background,
            deliveries,
            Replies(zone, settings.command),
        )
        reception = Reception(
            settings,
            asking,
            posting,
            chats,
            self._background,
            deliveries,
            invokes,
            Overhearing(talk, self._background, budget),
        )
        self._courier = TeamsCourier(connector, chats, references, settings.command)
        self._gateway = Gateway(
            Validation(settings, self._connectors),
            reception.take,
            loopback_only=settings.playground,
        )

    @property
    def courier(self) -> Courier:
        return self._courier

    def add_routes(self, app: web.Application) -> None:
        app.router.add_post(PATH, self._gateway.handle)

    async def start(self) -> None:
        """Raises ``TeamsRefused``. A Microsoft that cannot be reached just now stops nothing."""
        try:
            await self._tokens.current()
        except TokenRefused as refused:
            if refused.final:
                raise TeamsRefused(f"Microsoft refuses the bot: {refused.reason}") from None
            log.warning("could not get a token for Teams: %s", refused.reason)

    async def close(self) -> None:
        """Stops taking requests, finishes what is under way, closes all connections."""
        self._gateway.open = False
        if late := await self._background.drain(self._patience):
            log.error("closed with %d pieces of work unfinished", late)
        await self._connectors.close()
