"""Delivers outbox messages to Teams."""

import logging
from typing import Final

from adapters.teams.names import PLATFORM
from adapters.teams.rendering import limits
from adapters.teams.rendering.buttons import Room
from adapters.teams.rendering.card import card as rendered
from adapters.teams.rendering.escape import fitted
from adapters.teams.sdk.connector import Connector, Note
from adapters.teams.sending.chats import Chats
from adapters.teams.sending.faults import code, delivery_failed, is_out_of_reach
from adapters.teams.sending.references import ConversationReferences
from bot.views.card import Card
from bot.views.ports import Address, Posted

log = logging.getLogger(__name__)

_GONE: Final = frozenset({"ConversationNotFound", "BotNotInConversationRoster"})


class TeamsCourier:
    """Implements ``bot.views.ports.Courier``."""

    def __init__(
        self,
        connector: Connector,
        chats: Chats,
        references: ConversationReferences,
        command: str,
    ) -> None:
        self._connector = connector
        self._chats = chats
        self._references = references
        self._command = command

    async def post(self, to: Address, card: Card, key: str) -> Posted:
        try:
            spot = await self._chats.spot(to)
        except Exception as error:
            raise delivery_failed(error, posting=False) from None
        try:
            note = await self._note(card, alert=to.is_person)
            posted = Posted(spot.conversation, await self._connector.post(spot, note))
        except Exception as error:
            if to.is_person and code(error) in _GONE and is_out_of_reach(error):
                await self._chats.forget(spot.conversation)
            raise delivery_failed(error, posting=True) from None
        await self._keep(key, posted)
        return posted

    async def redraw(self, posted: Posted, card: Card, key: str) -> None:  # noqa: ARG002
        try:
            spot = await self._chats.where(posted.place)
            note = await self._note(card, alert=False)
            await self._connector.update(spot, posted.message, note)
        except Exception as error:
            raise delivery_failed(error, posting=False) from None

    async def find(self, to: Address, key: str) -> Posted | None:  # noqa: ARG002
        """Teams shows a bot no history, so only what we noted ourselves can be found."""
        try:
            return await self._references.noted(key)
        except Exception as error:
            raise delivery_failed(error, posting=False) from None

    async def _note(self, card: Card, *, alert: bool) -> Note:
        summary = fitted(card.summary or card.title, limits.SUMMARY)
        readers = await self._readers(card)
        return Note(summary, rendered(card, self._command, Room.CHAT, readers), alert)

    async def _readers(self, card: Card) -> list[str]:
        if card.personal is None:
            return []
        people = [a.user for a in card.personal.accounts if a.platform == PLATFORM]
        known = [await self._chats.known_at_teams(person) for person in sorted(people)]
        return [user for user in known if user]

    async def _keep(self, key: str, posted: Posted) -> None:
        """It was delivered, whether or not we can note where."""
        try:
            await self._references.note(key, posted)
        except Exception as error:
            log.warning("could not note a delivery: %s", type(error).__name__)
