"""The adapters' notebook in memory."""

from dataclasses import dataclass, field


@dataclass
class MemoryNotebook:
    notes: dict[tuple[str, str], str] = field(default_factory=dict)

    async def write(self, shelf: str, key: str, note: str) -> None:
        self.notes[shelf, key] = note

    async def read(self, shelf: str, key: str) -> str | None:
        return self.notes.get((shelf, key))

    async def erase(self, shelf: str, key: str) -> None:
        self.notes.pop((shelf, key), None)
