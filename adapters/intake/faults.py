"""What is wrong with what was sent, and how to mend it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Fault:
    """``pointer``: the place, a JSON pointer as in ``#/emails/0``; ``#`` for the whole.

    ``problem`` and ``remedy`` are sentences; they never repeat what was sent, but for the names
    of fields. ``key``: of the contact, as its sender calls it, where it is one of many.
    """

    pointer: str
    problem: str
    remedy: str = ""
    key: str = ""

    @property
    def field(self) -> str:
        """The field as people call it: ``emails 1``; "" for the whole."""
        name, index = self.place
        return name if index is None else f"{name} {index + 1}"

    @property
    def place(self) -> tuple[str, int | None]:
        """The field, and which of its values, from 0."""
        name, _, index = self.pointer.removeprefix("#/").removeprefix("#").partition("/")
        return name, int(index) if index.isdecimal() else None


class Faulty(Exception):
    """It can be read, but not taken."""

    def __init__(self, *faults: Fault) -> None:
        super().__init__(f"{len(faults)} faults")
        self.faults = faults


class Unreadable(Exception):
    """It is not what it says it is. The message is a sentence with the place in it."""
