"""Legal hears that their advice is wanted, and whoever asked hears that it was given."""

from collections.abc import Iterator, Sequence

from core.case.events import LegalAdviceReceived, LegalAdviceRequested
from core.case.state import Case, Entry
from core.services.announcing.addressing import message, redrawn
from core.services.messages import Kind, Message, Person
from core.vocabulary.ids import EntryNo
from core.vocabulary.people import People, Role


def on_advice(
    people: People, case: Case, history: Sequence[Entry], entry: Entry
) -> Iterator[Message]:
    match entry.event:
        case LegalAdviceRequested():
            yield from _wanted(people, case, entry)
        case LegalAdviceReceived(request=no):
            request = next(earlier for earlier in history if earlier.no == no)
            yield from (redrawn(copy, entry) for copy in _wanted(people, case, request))
            if request.by != entry.by:
                to = Person(request.by)
                yield message(case, entry, Kind.ADVICE_GIVEN, to, _about(no))


def _wanted(people: People, case: Case, request: Entry) -> Iterator[Message]:
    for lawyer in people.with_role(Role.LEGAL):
        to = Person(lawyer.id)
        yield message(case, request, Kind.ADVICE_WANTED, to, _about(request.no))


def _about(request: EntryNo) -> dict[str, str]:
    return {"request": str(request)}
