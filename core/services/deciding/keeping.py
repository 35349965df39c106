"""Deciding until it is kept: others may change the same things at the same moment."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Final, Generic, TypeVar

from core.services.ports.desk import AlreadyDone, Commit, Conflict, Store
from core.vocabulary.refusal import Refused, refuse

ATTEMPTS: Final = 8
"""How often a decision is made again when others were faster."""

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Decided(Generic[T]):
    """``answer``: what is answered once it is kept. ``commit``: ``None`` where nothing changes."""

    answer: T
    commit: Commit | None = None


Decide = Callable[[], Awaitable[Decided[T]]]
"""Reads what stands and decides on it, afresh each time. May raise ``Refused``."""

Standing = Callable[[AlreadyDone], Awaitable[T]]
"""The answer to a delivery that was carried out before: what stands."""


class Keeping:
    """``busy``: what is said when others are faster every time."""

    def __init__(self, store: Store, busy: str) -> None:
        self._store = store
        self._busy = busy

    async def keep(self, decide: Decide[T], standing: Standing[T]) -> T:
        """When somebody else was faster, looks again and decides anew. Raises ``Refused``."""
        for _ in range(ATTEMPTS):
            decided = await decide()
            if decided.commit is None:
                return decided.answer
            try:
                await self._store.commit(decided.commit)
            except Conflict:
                continue
            except AlreadyDone as done:
                return await standing(done)
            return decided.answer
        raise refuse("busy", self._busy, "Try again shortly.")

    async def keep_once(self, delivery: str, decide: Decide[T], standing: Standing[T]) -> T:
        """As ``keep``; and a delivery that was carried out before is not refused either."""

        async def unless_done() -> Decided[T]:
            try:
                return await decide()
            except Refused:
                # What a first delivery did may be the very reason why the second is refused.
                if done := await self._store.was_done(delivery):
                    return Decided(await standing(done))
                raise

        return await self.keep(unless_done, standing)


async def nothing(_: AlreadyDone) -> None:
    """The answer where nobody asks what stands."""
