"""Answers that Teams waits for, within a time budget.

Past it the person is told that it takes longer, the work is finished in the background and its
outcome posted in their private chat.
"""

import asyncio

from adapters.chat.asking import Asking, Question
from adapters.chat.background import Background
from adapters.teams.reading.payloads import Turn
from adapters.teams.sending.posting import Posting
from adapters.teams.sending.replies import Filled
from bot.views.answer import Answer


class InTime:
    """``budget``: seconds that an invoke activity may take before it is answered."""

    def __init__(
        self, asking: Asking[Turn], posting: Posting, background: Background, budget: float
    ) -> None:
        self._asking = asking
        self._posting = posting
        self._background = background
        self._budget = budget

    def ask(self, turn: Turn, question: Question, delivery: str) -> "asyncio.Task[Answer]":
        return self._background.start(self._asking.ask(turn, delivery, question), turn.name)

    async def is_answered(self, asked: "asyncio.Task[Answer]") -> bool:
        """Waits for it no longer than the budget."""
        await asyncio.wait({asked}, timeout=self._budget)
        return asked.done()

    def finish_later(
        self, turn: Turn, asked: "asyncio.Task[Answer]", filled: Filled | None = None
    ) -> None:
        self._background.start(self._tell_outcome(turn, asked, filled), turn.name)

    async def _tell_outcome(
        self, turn: Turn, asked: "asyncio.Task[Answer]", filled: Filled | None
    ) -> None:
        await self._posting.outcome(turn, await asked, filled)
