"""How buttons and forms point at a thing in a case: ids only, short and without words."""

from dataclasses import dataclass
from typing import Final

from core.vocabulary.ids import CaseId, EntryNo
from core.vocabulary.refusal import refuse

CASE_ITSELF: Final = EntryNo(0)


@dataclass(frozen=True, slots=True)
class Pointer:
    """A case, and an entry of it unless ``no`` is 0."""

    case: CaseId
    no: EntryNo = CASE_ITSELF

    def __str__(self) -> str:
        return f"{self.case}/{self.no}" if self.no else self.case

    @classmethod
    def parse(cls, text: str) -> "Pointer":
        """Refuses what this bot never wrote."""
        case, _, no = text.partition("/")
        if not case or (no and not (no.isascii() and no.isdecimal() and len(no) < 10)):
            raise refuse(
                "stale-view",
                "This button or form is too old, or damaged.",
                "Run the command again to get a new one.",
            )
        return cls(CaseId(case), EntryNo(int(no or 0)))
