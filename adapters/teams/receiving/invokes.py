"""Invoke activities: dialogs, buttons that act at once, the message extension and type-ahead.

Presses and submissions change things, so their answer means *kept*: the conversation comes first.
"""

from collections.abc import Awaitable, Callable
from typing import Any, Final
from zoneinfo import ZoneInfo

from adapters.chat.asking import Question
from adapters.chat.background import Background
from adapters.chat.in_time import InTime
from adapters.chat.payloads import Body, Malformed, mapping, optional_text
from adapters.chat.words import said
from adapters.teams.carrying import deed as deeds
from adapters.teams.carrying.deed import Deed, Fill, Press, Run
from adapters.teams.carrying.form import unpacked
from adapters.teams.names import FETCH, PERSONAL
from adapters.teams.reading.form import typed, values
from adapters.teams.reading.message import quoted
from adapters.teams.reading.payloads import Turn
from adapters.teams.receiving.deliveries import Deliveries
from adapters.teams.sdk.gateway import Reply
from adapters.teams.sending.posting import Posting
from adapters.teams.sending.replies import Filled, Replies, search_results, told, told_in_dialog
from adapters.teams.words import DONE, OTHER_TENANT, STALE, STILL_WORKING
from bot.views.answer import Answer, Nothing, Problems
from bot.views.card import Card
from bot.views.form import Form, Source
from bot.views.ports import Talk

Json = dict[str, Any]

SUBMIT: Final = "task/submit"
EXTENSION_FETCH: Final = "composeExtension/fetchTask"
EXTENSION_SUBMIT: Final = "composeExtension/submitAction"
ACTION: Final = "adaptiveCard/action"
SEARCH: Final = "application/search"


class Invokes:
    def __init__(
        self,
        talk: Talk,
        zone: ZoneInfo,
        in_time: InTime[Turn],
        posting: Posting,
        background: Background,
        deliveries: Deliveries,
        replies: Replies,
    ) -> None:
        self._talk = talk
        self._zone = zone
        self._in_time = in_time
        self._posting = posting
        self._background = background
        self._deliveries = deliveries
        self._replies = replies
        self._handlers: dict[str, Callable[[Turn], Awaitable[Json]]] = {
            FETCH: self._fetch,
            SUBMIT: self._submit,
            EXTENSION_FETCH: self._extension,
            EXTENSION_SUBMIT: self._submit,
            ACTION: self._action,
            SEARCH: self._search,
        }

    async def answer(self, turn: Turn) -> Reply:
        handler = self._handlers.get(turn.name)
        return Reply(await handler(turn)) if handler else Reply(status=501)

    def refusal(self, turn: Turn) -> Reply:
        """To somebody of another tenant."""
        match turn.name:
            case name if name == ACTION:
                return Reply(told(OTHER_TENANT))
            case name if name == SEARCH:
                return Reply(search_results(()))
            case _:
                return Reply(told_in_dialog(OTHER_TENANT))

    def question(self, deed: Run | Press) -> Question:
        match deed:
            case Run(words):
                return lambda caller: self._talk.command(caller, words)
            case Press(action, value):
                return lambda caller: self._talk.press(caller, action, value)

    async def _fetch(self, turn: Turn) -> Json:
        """Somebody pressed a button that opens a dialog."""
        data = mapping(turn.value, "data")
        deed = _ours(data)
        if isinstance(deed, Fill):
            return self._reopened(deed, data)
        return await self._in_dialog(turn, self.question(deed))

    async def _extension(self, turn: Turn) -> Json:
        """The message extension: the report form, with the message it was opened on if any."""
        message = quoted(turn.value)
        return await self._in_dialog(turn, lambda caller: self._talk.shortcut(caller, message))

    async def _submit(self, turn: Turn) -> Json:
        data = mapping(turn.value, "data")
        deed = _ours(data)
        if not isinstance(deed, Fill):
            return await self._in_dialog(turn, self.question(deed))
        try:
            form = unpacked(deed.form)
        except Malformed:
            return told_in_dialog(STALE)
        entries = typed(data)
        entered = values(form, entries, self._zone)
        return await self._in_dialog(
            turn,
            lambda caller: self._talk.submit(caller, form.id, form.state, entered),
            Filled(form, deed.opened, entries),
            self._deliveries.of_submission(turn, deed, entries),
        )

    async def _action(self, turn: Turn) -> Json:
        """Somebody pressed a button that acts at once, or a card asks what it is for them."""
        action = mapping(turn.value, "action")
        deed = _ours(mapping(action, "data"))
        if isinstance(deed, Fill):
            raise Malformed("action.data")
        asked = self._in_time.ask(turn, self._deliveries.of_activity(turn), self.question(deed))
        is_in_time = await self._in_time.is_answered(asked)
        if optional_text(action, "verb") == PERSONAL:
            return self._replies.personal(asked.result()) if is_in_time else told(STILL_WORKING)
        if not is_in_time:
            self._background.start(self._posting.outcome(turn, asked), turn.name)
            return told(STILL_WORKING)
        return self._acted(turn, asked.result(), deed)

    def _acted(self, turn: Turn, answer: Answer, deed: Deed) -> Json:
        """A card is meant for the presser alone, so it goes to their private chat."""
        match answer:
            case Nothing():
                return told(DONE)
            case Problems():
                return told(said(answer))
            case Card() | Form():
                given = self._posting.give(turn, answer, deed, is_told=True)
                self._background.start(given, turn.name)
                return told(answer.summary if isinstance(answer, Card) else answer.title)

    async def _search(self, turn: Turn) -> Json:
        """A type-ahead."""
        source, query = optional_text(turn.value, "dataset"), optional_text(turn.value, "queryText")
        if source not in set(Source):
            return search_results(())
        found = await self._in_time.suggestions(
            turn,
            self._deliveries.of_activity(turn),
            lambda caller: self._talk.suggest(caller, Source(source), query),
        )
        return search_results(found)

    async def _in_dialog(
        self,
        turn: Turn,
        question: Question,
        filled: Filled | None = None,
        delivery: str | None = None,
    ) -> Json:
        name = delivery or self._deliveries.of_activity(turn)
        asked = self._in_time.ask(turn, name, question)
        if await self._in_time.is_answered(asked):
            return self._replies.dialog(asked.result(), turn.id or name, filled)
        self._background.start(self._posting.outcome(turn, asked, filled), turn.name)
        return told_in_dialog(STILL_WORKING)

    def _reopened(self, fill: Fill, data: Body) -> Json:
        """A form that was kept in a button, with what was typed before if anything was."""
        try:
            form = unpacked(fill.form)
        except Malformed:
            return told_in_dialog(STALE)
        entries = typed(data)
        if not entries:
            return self._replies.dialog(form, fill.opened)
        return self._replies.refilled(Filled(form, fill.opened, entries), Problems())


def _ours(data: Body) -> Deed:
    deed = deeds.read(data)
    if deed is None:
        raise Malformed("data")
    return deed
