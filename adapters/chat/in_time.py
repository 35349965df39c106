"""Answers that a platform waits for, within a time budget. Past it the work goes on."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from typing import Generic, TypeVar

from adapters.chat.asking import Asking, Question
from adapters.chat.background import Background
from bot.views.answer import Answer, Caller, Nothing
from bot.views.form import Option

Asker = TypeVar("Asker")
Suggest = Callable[[Caller], Awaitable[Sequence[Option]]]


class InTime(Generic[Asker]):
    """``budget``: seconds that a request may take before the platform is answered."""

    def __init__(self, asking: Asking[Asker], background: Background, budget: float) -> None:
        self._asking = asking
        self._background = background
        self._budget = budget

    def ask(self, asker: Asker, delivery: str, question: Question) -> "asyncio.Task[Answer]":
        return self._background.start(self._asking.ask(asker, delivery, question), delivery)

    async def is_answered(self, asked: "asyncio.Task[Answer]") -> bool:
        """Waits for it no longer than the budget."""
        await asyncio.wait({asked}, timeout=self._budget)
        return asked.done()

    async def suggestions(self, asker: Asker, delivery: str, suggest: Suggest) -> Sequence[Option]:
        """What a type-ahead found. What comes too late is dropped."""
        found: list[Option] = []

        async def look(caller: Caller) -> Answer:
            found.extend(await suggest(caller))
            return Nothing()

        await self.is_answered(self.ask(asker, delivery, look))
        return tuple(found)
