"""How many requests are in hand at once: who sends too many waits, and the others do not."""

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager

from adapters.intake.limits import IN_HAND, IN_HAND_OF_ONE, SECONDS_TO_WAIT
from adapters.intake.problems import busy


class Gate:
    def __init__(self, of_all: int = IN_HAND, of_one: int = IN_HAND_OF_ONE) -> None:
        self._of_all = of_all
        self._of_one = of_one
        self._in_hand = 0
        self._by_key: Counter[str] = Counter()

    @contextmanager
    def anybody(self) -> Iterator[None]:
        """Before it is known who it is. Raises ``Problem``."""
        if self._in_hand >= self._of_all:
            raise busy(SECONDS_TO_WAIT)
        self._in_hand += 1
        try:
            yield
        finally:
            self._in_hand -= 1

    @contextmanager
    def somebody(self, key: str) -> Iterator[None]:
        """Once it is. Raises ``Problem``."""
        if self._by_key[key] >= self._of_one:
            raise busy(SECONDS_TO_WAIT)
        self._by_key[key] += 1
        try:
            yield
        finally:
            self._by_key[key] -= 1
            if not self._by_key[key]:
                del self._by_key[key]
