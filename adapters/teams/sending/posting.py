"""Brings an answer to the person who asked, as messages in a chat."""

import logging
from collections.abc import Awaitable
from typing import Any

from adapters.chat.words import said
from adapters.teams.carrying.deed import Deed, Fill, written
from adapters.teams.carrying.form import packed
from adapters.teams.reading.payloads import Scope, Turn
from adapters.teams.rendering import limits
from adapters.teams.rendering.buttons import Room, opening
from adapters.teams.rendering.card import card
from adapters.teams.rendering.escape import fitted
from adapters.teams.sdk.connector import Connector, Note, Spot
from adapters.teams.sending.chats import Chats
from adapters.teams.sending.faults import code, is_out_of_reach
from adapters.teams.sending.replies import Filled
from adapters.teams.words import ADD_ME_FIRST, ANSWERED_PRIVATELY, done, opener, unsent
from bot.views.answer import Answer, Nothing, Problems
from bot.views.card import Card
from bot.views.form import Form

Json = dict[str, Any]
log = logging.getLogger(__name__)

_OPEN = "Open the form"


class Posting:
    """No method raises: an answer that cannot be shown is logged."""

    def __init__(self, connector: Connector, chats: Chats, command: str) -> None:
        self._connector = connector
        self._chats = chats
        self._command = command

    async def give(self, turn: Turn, answer: Answer, deed: Deed, *, is_told: bool = False) -> None:
        """``deed``: what was asked, asked again by whoever presses the button for a form.
        ``is_told``: whether the person knows already what came of it, so that no channel must say.
        """
        match answer:
            case Nothing():
                pass
            case Problems():
                await self.tell(turn, said(answer))
            case Form():
                await self._post(_spot(turn), self._opener(answer.title, written(deed)))
            case Card():
                await self.privately(turn, self._note(answer), is_told=is_told)

    async def outcome(
        self, turn: Turn, asked: Awaitable[Answer], filled: Filled | None = None
    ) -> None:
        """What comes of something after the person was told that it takes longer."""
        answer = await asked
        match answer:
            case Nothing():
                await self.privately(turn, self._note(done()))
            case Problems() if filled:
                again = {**written(Fill(packed(filled.form), filled.opened)), **filled.entries}
                shown = unsent(filled.form.title, answer)
                await self.privately(turn, self._with_opener(shown, again))
            case Problems():
                await self.tell(turn, said(answer))
            case Form():
                again = written(Fill(packed(answer), turn.id))
                await self.privately(turn, self._opener(answer.title, again))
            case Card():
                await self.privately(turn, self._note(answer))

    async def tell(self, turn: Turn, words: str) -> None:
        """A sentence without personal data, where the person is."""
        await self._post(_spot(turn), Note(words))

    async def show(self, turn: Turn, shown: Card) -> None:
        """A card without personal data, where the person is."""
        await self._post(_spot(turn), self._note(shown))

    async def privately(self, turn: Turn, note: Note, *, is_told: bool = False) -> None:
        """In the private chat; in any other, only that it was answered there, if need be."""
        if turn.scope is Scope.PERSONAL:
            await self._post(_spot(turn), note)
            return
        words = ANSWERED_PRIVATELY
        try:
            chat = await self._chats.with_person(turn.person, turn)
            await self._connector.post(Spot(chat.service_url, chat.conversation), note)
        except Exception as error:
            log.warning("an answer was not shown: %s", code(error))
            if not is_out_of_reach(error):
                return
            words, is_told = ADD_ME_FIRST, False
        if not is_told:
            await self.tell(turn, words)

    async def _post(self, spot: Spot, note: Note) -> None:
        try:
            await self._connector.post(spot, note)
        except Exception as error:
            log.warning("an answer was not shown: %s", code(error))

    def _note(self, shown: Card) -> Note:
        summary = fitted(shown.summary or shown.title, limits.SUMMARY)
        return Note(summary, card(shown, self._command, Room.CHAT))

    def _opener(self, title: str, data: Json) -> Note:
        return self._with_opener(opener(title), data)

    def _with_opener(self, shown: Card, data: Json) -> Note:
        note = self._note(shown)
        button = {**opening(_OPEN, data), "style": "positive"}
        return Note(note.summary, {**(note.card or {}), "actions": [button]})


def _spot(turn: Turn) -> Spot:
    return Spot(turn.service_url, turn.conversation)
