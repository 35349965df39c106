"""How a message of a case is named and addressed."""

from collections.abc import Mapping

from core.case.state import Case, Entry
from core.services.messages import Audience, Kind, Message, Person


def message(
    case: Case,
    entry: Entry,
    kind: Kind,
    to: Audience,
    about: Mapping[str, str] | None = None,
) -> Message:
    """The message of ``kind`` that ``entry`` causes; ``about`` is told beside the case."""
    if isinstance(to, Person):
        hearer, personal = str(to.staff), {"for": str(to.staff)}
    else:
        hearer, personal = f"#{to}", {}
    return Message(
        key=f"{case.id}/{entry.no}/{kind}/{hearer}",
        kind=kind,
        to=to,
        about={"case": str(case.id), **(about or {}), **personal},
    )


def redrawn(original: Message, because: Entry) -> Message:
    """Every copy of ``original`` is drawn anew, because of what has happened since."""
    return Message(
        key=f"{original.key}/redrawn-{because.no}",
        kind=original.kind,
        to=original.to,
        about=original.about,
        redraws=original.key,
    )
