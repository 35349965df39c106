"""Contacts that come while others are being taken are taken together next: the more come at once,
the less each costs. One that comes alone waits for nobody.
"""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass

from adapters.intake.limits import MOST_AT_ONCE
from adapters.intake.ports import Taker
from core.services.incoming import Incoming, Receipt
from core.vocabulary.refusal import Refusal

Answers = tuple[Receipt | Refusal, ...]


@dataclass(frozen=True, slots=True)
class _Asked:
    incoming: tuple[Incoming, ...]
    answers: asyncio.Future[Answers]


class TakenTogether:
    """A ``Taker`` before another one."""

    def __init__(self, taker: Taker) -> None:
        self._taker = taker
        self._waiting: list[_Asked] = []
        self._at_work: asyncio.Task[None] | None = None

    async def take_each(self, incoming: Sequence[Incoming], *, dry_run: bool = False) -> Answers:
        if dry_run:
            return await self._taker.take_each(incoming, dry_run=True)
        asked = _Asked(tuple(incoming), asyncio.get_running_loop().create_future())
        self._waiting.append(asked)
        if self._at_work is None or self._at_work.done():
            self._at_work = asyncio.create_task(self._work())
        return await asked.answers

    async def receipt(self, source: str, receipt: str) -> Receipt | None:
        return await self._taker.receipt(source, receipt)

    async def _work(self) -> None:
        while self._waiting:
            await self._take(self._next())

    def _next(self) -> list[_Asked]:
        """As many as a batch holds, and at least one."""
        number, contacts = 1, len(self._waiting[0].incoming)
        for asked in self._waiting[1:]:
            contacts += len(asked.incoming)
            if contacts > MOST_AT_ONCE:
                break
            number += 1
        some, self._waiting = self._waiting[:number], self._waiting[number:]
        return some

    async def _take(self, some: Sequence[_Asked]) -> None:
        """Where they cannot be taken together, each is by itself: none keeps others back."""
        try:
            answers = await self._taker.take_each([c for asked in some for c in asked.incoming])
        except Exception as error:
            if len(some) > 1:
                for asked in some:
                    await self._take([asked])
            elif not some[0].answers.done():
                some[0].answers.set_exception(error)
            return
        start = 0
        for asked in some:
            end = start + len(asked.incoming)
            if not asked.answers.done():
                asked.answers.set_result(answers[start:end])
            start = end
