"""Who is asking: looked up once in a while, and once at a time."""

import asyncio
import time
from collections.abc import Awaitable, Callable, Hashable
from dataclasses import dataclass
from typing import Final, Generic, TypeVar

from adapters.chat.background import Background
from adapters.chat.recent import Recent

_KEEP_SECONDS: Final = 300.0
_KEEP_PEOPLE: Final = 5000

Who = TypeVar("Who", bound=Hashable)


class Unwelcome(Exception):
    """Not to be answered. ``words``: what to tell them, privately. ``for_now``: it may pass."""

    def __init__(self, words: str, *, for_now: bool = False) -> None:
        super().__init__("unwelcome")
        self.words = words
        self.for_now = for_now


@dataclass(frozen=True, slots=True)
class Profile:
    """What the platform says of a person. ``email``: "" when it told none that it verified."""

    welcome: bool
    email: str


LookUp = Callable[[], Awaitable[Profile | Unwelcome]]


class People(Generic[Who]):
    def __init__(self, background: Background, clock: Callable[[], float] = time.monotonic) -> None:
        self._background = background
        self._clock = clock
        self._known = Recent[Who, tuple[float, Profile]](_KEEP_PEOPLE)
        self._asking: dict[Who, asyncio.Task[Profile | Unwelcome]] = {}

    async def profile(self, who: Who, look_up: LookUp, about: str) -> Profile:
        """Raises the ``Unwelcome`` that ``look_up`` answers with, which is not remembered.

        ``about``: a reference for the log.
        """
        until, known = self._known.get(who, (0.0, None))
        if known is not None and self._clock() < until:
            return known
        task = self._asking.get(who)
        if task is None:
            task = self._background.start(self._looked_up(who, look_up), about)
            self._asking[who] = task
            task.add_done_callback(lambda _: self._asking.pop(who, None))
        found = await asyncio.shield(task)
        if isinstance(found, Unwelcome):
            raise found
        return found

    async def _looked_up(self, who: Who, look_up: LookUp) -> Profile | Unwelcome:
        found = await look_up()
        if isinstance(found, Profile):
            self._known.put(who, (self._clock() + _KEEP_SECONDS, found))
        return found
