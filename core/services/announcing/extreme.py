"""Behaviour that is an immediate threat is made known at once (Extreme behaviour)."""

from collections.abc import Iterator, Sequence

from core.case.events import IncidentReported, ProposalMade
from core.case.evolving.decisions import DECISIONS
from core.case.extreme import on_extreme_grounds
from core.case.state import Case, Entry
from core.services.announcing.addressing import message, redrawn
from core.services.messages import Channel, Kind, Message, Person


def on_extreme(case: Case, entry: Entry) -> Iterator[Message]:
    """To those whom the policy alerts, to the owner's managers, and to the Customer Focus team."""
    if not (isinstance(entry.event, IncidentReported) and entry.event.extreme):
        return
    about = {"incident": str(entry.no)}
    for staff in entry.event.alerted:
        yield message(case, entry, Kind.EXTREME_ALERT, Person(staff), about)
    yield message(case, entry, Kind.EXTREME_ALERT, Channel.CUSTOMER_FOCUS, about)


def alerts_redrawn(
    case: Case, history: Sequence[Entry], added: Sequence[Entry]
) -> Iterator[Message]:
    """Once for all that is added together: an alert offers nothing that is done already."""
    because = next((entry for entry in added if _moves_on(case, entry)), None)
    if because:
        for earlier in history:
            yield from (redrawn(alert, because) for alert in on_extreme(case, earlier))


def _moves_on(case: Case, entry: Entry) -> bool:
    """Whether something proposed on grounds of extreme behaviour got any further."""
    event = entry.event
    if not isinstance(event, DECISIONS):
        return False
    no = entry.no if isinstance(event, ProposalMade) else event.proposal
    return on_extreme_grounds(case.proposals[no].matter)
