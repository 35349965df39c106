"""A table of more than two beside each other."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from benchmarks.table import Table

_FIRST: int = 52
_OTHERS: int = 20


@dataclass(slots=True)
class WideTable(Table):
    """``heads``: over the columns after the first. ``lines``: as many words each, and the first."""

    heads: Sequence[str] = ()
    lines: list[Sequence[str]] = field(default_factory=list)

    def __str__(self) -> str:
        told = [self.title, "-" * len(self.title), _line(("", *self.heads))]
        told += [_line(line) for line in self.lines]
        return "\n".join([*told, *(f"  {note}" for note in self.notes), ""])


def _line(words: Sequence[str]) -> str:
    first, *others = words
    return f"  {first:<{_FIRST}}{''.join(f'{word:<{_OTHERS}}' for word in others)}".rstrip()
