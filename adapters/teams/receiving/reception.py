"""Takes Teams' activities to the conversation.

Typed commands only read and open forms: they are acknowledged at once and answered by messages,
in the background. ``invokes`` tells of everything else a person can do. What people say in channels
without a mention of us is answered once the conversation has looked at it; see ``overheard``.
"""

import logging
from typing import Any

from adapters.chat.asking import Asking, Question, failed
from adapters.chat.background import Background
from adapters.chat.overhearing import Overhearing
from adapters.chat.payloads import Malformed, mapping, mappings, optional_text
from adapters.teams.carrying import deed as deeds
from adapters.teams.carrying.deed import Deed, Fill, Run
from adapters.teams.reading.message import typed_command
from adapters.teams.reading.overheard import is_addressed, overheard
from adapters.teams.reading.payloads import Scope, Turn, turn
from adapters.teams.receiving.deliveries import Deliveries
from adapters.teams.receiving.invokes import Invokes
from adapters.teams.sdk.gateway import Reply
from adapters.teams.sending.chats import Chats
from adapters.teams.sending.posting import Posting
from adapters.teams.settings import TeamsSettings
from adapters.teams.words import OTHER_TENANT, hello

Json = dict[str, Any]
log = logging.getLogger(__name__)


class Reception:
    def __init__(
        self,
        settings: TeamsSettings,
        asking: Asking[Turn],
        posting: Posting,
        chats: Chats,
        background: Background,
        deliveries: Deliveries,
        invokes: Invokes,
        overhearing: Overhearing,
    ) -> None:
        self._settings = settings
        self._asking = asking
        self._posting = posting
        self._chats = chats
        self._background = background
        self._deliveries = deliveries
        self._invokes = invokes
        self._overhearing = overhearing

    async def take(self, body: Json) -> Reply:
        """Raises ``Malformed``."""
        with self._background.busy():
            try:
                return await self._take(turn(body))
            except Malformed:
                raise
            except Exception as error:
                failed(error)
                return Reply(status=500)

    async def _take(self, turn: Turn) -> Reply:
        is_invoke = turn.type == "invoke"
        if turn.tenant not in self._settings.tenants:
            log.warning("refused a request from another tenant")
            return self._invokes.refusal(turn) if is_invoke else self._refuse(turn)
        if not _was_removed(turn):
            await self._remember(turn)
        if is_invoke:
            return await self._invokes.answer(turn)
        match turn.type:
            case "message" if is_addressed(turn):
                self._message(turn)
            case "message" | "messageUpdate":
                return await self._overhear(turn)
            case "installationUpdate":
                self._installation(turn)
            case "conversationUpdate":
                self._membership(turn)
        return Reply()

    async def _remember(self, turn: Turn) -> None:
        """Whoever is acknowledged can be reached later; failing to note it stops nobody."""
        try:
            await self._chats.remember(turn)
        except Exception as error:
            log.warning("could not note where to reach somebody: %s", type(error).__name__)

    def _message(self, turn: Turn) -> None:
        deed = self._pressed(turn) or Run(typed_command(turn, self._settings.command))
        self._answer_later(turn, self._invokes.question(deed), deed)

    async def _overhear(self, turn: Turn) -> Reply:
        message = overheard(turn)
        is_kept = message is None or await self._overhearing.kept(message)
        return Reply() if is_kept else Reply(status=503)

    def _pressed(self, turn: Turn) -> deeds.Press | Run | None:
        """Old clients send a message for a press."""
        if turn.body.get("value") is None:
            return None
        deed = deeds.read(mapping(turn.body, "value"))
        return None if isinstance(deed, Fill) else deed

    def _installation(self, turn: Turn) -> None:
        match optional_text(turn.body, "action"):
            case "add" if turn.scope is Scope.PERSONAL:
                welcome = Run("help")
                self._answer_later(turn, self._invokes.question(welcome), welcome)
            case "add":
                shown = hello(self._settings.command)
                self._background.start(self._posting.show(turn, shown), "welcome")
            case "remove" | "remove-upgrade":
                self._background.start(self._chats.forget(turn.root), "uninstalled")

    def _membership(self, turn: Turn) -> None:
        if _was_removed(turn):
            self._background.start(self._chats.forget(turn.root), "removed")

    def _answer_later(self, turn: Turn, question: Question, deed: Deed) -> None:
        delivery = self._deliveries.of_activity(turn)

        async def answer() -> None:
            answered = await self._asking.ask(turn, delivery, question)
            await self._posting.give(turn, answered, deed)

        self._background.start(answer(), delivery)

    def _refuse(self, turn: Turn) -> Reply:
        if turn.type == "message" and is_addressed(turn):
            self._background.start(self._posting.tell(turn, OTHER_TENANT), "other tenant")
        return Reply()


def _was_removed(turn: Turn) -> bool:
    """Whether the bot, or the channel itself, is gone."""
    if turn.type == "installationUpdate":
        return optional_text(turn.body, "action").startswith("remove")
    gone = {optional_text(member, "id") for member in mappings(turn.body, "membersRemoved")}
    is_deleted = optional_text(turn.body, "channelData", "eventType") == "channelDeleted"
    return turn.type == "conversationUpdate" and (turn.bot in gone or is_deleted)
