"""Where an adapter notes what it must remember about its platform."""

from typing import Protocol


class Notebook(Protocol):
    """Survives restarts and is shared by replicas. It holds ids alone: no names, no words.

    ``shelf`` keeps one adapter's notes of one sort apart from all others.
    """

    async def write(self, shelf: str, key: str, note: str) -> None:
        """In the place of what was noted there."""
        ...

    async def read(self, shelf: str, key: str) -> str | None: ...

    async def erase(self, shelf: str, key: str) -> None: ...
