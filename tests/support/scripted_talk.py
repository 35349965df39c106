"""A conversation that answers what the test tells it to, and remembers what it was asked."""

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass, field

from bot.views.answer import Answer, Caller, Nothing, Overheard, QuotedMessage
from bot.views.form import Option, Source, Value


@dataclass(frozen=True)
class Asked:
    what: str
    caller: Caller
    details: tuple[object, ...]


@dataclass
class ScriptedTalk:
    """``gate``: nothing is answered before it is set. ``fault``: raised instead of answering."""

    answer: Answer = field(default_factory=Nothing)
    options: tuple[Option, ...] = ()
    fault: Exception | None = None
    asked: list[Asked] = field(default_factory=list)
    heard: list[Overheard] = field(default_factory=list)
    gate: asyncio.Event = field(default_factory=asyncio.Event)
    finished: int = 0

    def __post_init__(self) -> None:
        self.gate.set()

    async def command(self, caller: Caller, text: str) -> Answer:
        return await self._answer("command", caller, text)

    async def shortcut(self, caller: Caller, quoted: QuotedMessage | None = None) -> Answer:
        return await self._answer("shortcut", caller, quoted)

    async def press(self, caller: Caller, action: str, value: str) -> Answer:
        return await self._answer("press", caller, action, value)

    async def submit(
        self, caller: Caller, form: str, state: str, values: Mapping[str, Value]
    ) -> Answer:
        return await self._answer("submit", caller, form, state, dict(values))

    async def suggest(self, caller: Caller, source: Source, query: str) -> tuple[Option, ...]:
        await self._answer("suggest", caller, source, query)
        return self.options

    async def overheard(self, message: Overheard) -> None:
        self.heard.append(message)
        await self.gate.wait()
        self.finished += 1
        if self.fault:
            raise self.fault

    async def _answer(self, what: str, caller: Caller, *details: object) -> Answer:
        self.asked.append(Asked(what, caller, details))
        await self.gate.wait()
        self.finished += 1
        if self.fault:
            raise self.fault
        return self.answer
