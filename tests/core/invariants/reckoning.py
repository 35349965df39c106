"""The facts of a timeline, reckoned anew from the entries alone, apart from the code tested."""

from collections.abc import Iterable, Iterator
from datetime import date, datetime

from core.case.events import (
    CaseEvent,
    ContactAssessed,
    ContactLogged,
    CustomerReEngaged,
    DisengagementChanged,
    DisengagementIssued,
    IncidentReported,
    MeasureExtended,
    ProposalMade,
    Relation,
    SanctionApplied,
    SanctionChanged,
    SanctionLifted,
)
from core.case.proposals import (
    DisengagementMatter,
    DisengagementOutcome,
    DisengagementReviewMatter,
    ExtensionMatter,
    Grounds,
    Matter,
    ReviewMatter,
    ReviewOutcome,
    SanctionsMatter,
    WarningMatter,
)
from core.case.state import Entry
from core.case.terms import CallTimesTerms, DatesTerms, MeansTerms, Terms
from core.policy.model import Policy, SignOff
from core.vocabulary.ids import CustomerId, EntryNo
from tests.core.invariants.world import HOLIDAYS

Place = tuple[datetime, EntryNo]


def day_of(policy: Policy, moment: datetime) -> date:
    return moment.astimezone(policy.zone).date()


def minute(moment: datetime) -> datetime:
    return moment.replace(second=0, microsecond=0)


def numbered(entries: Iterable[Entry], no: EntryNo) -> Entry:
    return next(entry for entry in entries if entry.no == no)


def made(entries: Iterable[Entry], no: EntryNo) -> tuple[Entry, ProposalMade]:
    """Who proposed number ``no``, and what."""
    entry = numbered(entries, no)
    assert isinstance(entry.event, ProposalMade)
    return entry, entry.event


def events(entries: Iterable[Entry], *kinds: type[CaseEvent]) -> Iterator[Entry]:
    return (entry for entry in entries if isinstance(entry.event, kinds))


def is_extreme(matter: Matter) -> bool:
    return (
        isinstance(matter, SanctionsMatter | DisengagementMatter)
        and matter.grounds is Grounds.EXTREME
    )


def sign_offs(policy: Policy, entries: Iterable[Entry], matter: Matter) -> list[SignOff]:
    """Every sign-off that the matter needs."""
    of_code = {rule.code: rule.sign_off for rule in policy.sanctions}
    applied = {
        entry.no: entry.event.sanction.code
        for entry in entries
        if isinstance(entry.event, SanctionApplied)
    }
    needed = [policy.extreme.sign_off] if is_extreme(matter) else []
    match matter:
        case WarningMatter():
            needed += [policy.warning.sign_off]
        case SanctionsMatter():
            needed += [of_code[sanction.code] for sanction in matter.sanctions]
        case ReviewMatter():
            needed += [policy.review.sign_off]
            if matter.outcome is ReviewOutcome.CHANGE:
                needed += [of_code[applied[matter.sanction]]]
        case DisengagementMatter():
            needed += [policy.disengagement.sign_off]
        case DisengagementReviewMatter():
            needed += [policy.disengagement.review.sign_off]
            if matter.outcome is DisengagementOutcome.CHANGE:
                needed += [policy.disengagement.sign_off]
        case ExtensionMatter():
            code = applied.get(matter.measure)
            needed += [of_code[code] if code else policy.disengagement.sign_off]
    return needed


def takes_effect_at_once(policy: Policy, matter: Matter) -> bool:
    """A review that the policy lets one person decide."""
    match matter:
        case ReviewMatter():
            return matter.outcome.value not in policy.review.needs_sign_off
        case DisengagementReviewMatter():
            return matter.outcome.value not in policy.disengagement.review.needs_sign_off
    return False


# -- incidents and recurrence ------------------------------------------------------------


def recurred(policy: Policy, entries: tuple[Entry, ...], *, surely: bool) -> Iterator[Place]:
    """When something happened that shows that the behaviour goes on (stages 5 and 7).

    ``surely``: without what depends on the order of things within one minute.
    """
    for entry in entries:
        event = entry.event
        is_incident = isinstance(event, IncidentReported)
        is_breach = (
            isinstance(event, ContactLogged)
            and not event.statutory
            and (
                _relation(entries, entry) is Relation.SAME
                or _was_forbidden(policy, entries, event, surely=surely)
            )
        )
        if isinstance(event, IncidentReported | ContactLogged) and (is_incident or is_breach):
            yield minute(event.occurred_at), entry.no


def _relation(entries: tuple[Entry, ...], contact: Entry) -> Relation | None:
    assessed = [
        entry.event.relation
        for entry in entries
        if isinstance(entry.event, ContactAssessed) and entry.event.contact == contact.no
    ]
    return assessed[-1] if assessed else None


def _was_forbidden(
    policy: Policy, entries: tuple[Entry, ...], contact: ContactLogged, *, surely: bool
) -> bool:
    made_at = minute(contact.occurred_at)
    return any(
        _forbids(policy, terms, contact)
        for first, last, terms in _spans(entries, contact.person)
        if (first < made_at and (last is None or made_at < last))
        or (not surely and first <= made_at and (last is None or made_at <= last))
    )


def _spans(
    entries: tuple[Entry, ...], person: CustomerId | None
) -> Iterator[tuple[datetime, datetime | None, Terms]]:
    """From when to when each sanction bound ``person`` on which terms, to the minute."""
    for applied in entries:
        if not isinstance(applied.event, SanctionApplied):
            continue
        began = bound_from(entries, applied, person)
        if began is None:
            continue
        first, terms = minute(began.at), applied.event.sanction.terms
        last = None
        for entry in entries:
            match entry.event:
                case SanctionChanged(sanction=no, terms=changed) if no == applied.no:
                    if entry.no > began.no:
                        yield first, minute(entry.at), terms
                    first, terms = max(first, minute(entry.at)), changed.terms
                case SanctionLifted(sanction=no) if no == applied.no:
                    last = minute(entry.at)
        yield first, last, terms


def bound_from(
    entries: tuple[Entry, ...], measure: Entry, person: CustomerId | None
) -> Entry | None:
    """The entry by which a measure bound ``person``; ``None``: whose case it is."""
    if person is None:
        return measure
    return next(
        (
            entry
            for entry in entries
            if isinstance(entry.event, MeasureExtended)
            and (entry.event.measure, entry.event.person) == (measure.no, person)
        ),
        None,
    )


def _forbids(policy: Policy, terms: Terms, contact: ContactLogged) -> bool:
    local = contact.occurred_at.astimezone(policy.zone)
    match terms:
        case MeansTerms():
            return contact.means not in terms.means
        case DatesTerms():
            return local.date() not in terms.dates
        case CallTimesTerms():
            is_call = next(m.is_call for m in policy.means if m.code == contact.means)
            on_day = local.weekday() in terms.days and (
                terms.bank_holidays or not HOLIDAYS.is_bank_holiday(local.date())
            )
            return is_call and not (on_day and terms.start <= local.time() < terms.end)
    return False


# -- disengagements ----------------------------------------------------------------------


def topics_of(entries: Iterable[Entry]) -> dict[EntryNo, tuple[str, ...]]:
    """Of every disengagement in force."""
    topics: dict[EntryNo, tuple[str, ...]] = {}
    for entry in entries:
        match entry.event:
            case DisengagementIssued(topics=issued):
                topics[entry.no] = issued
            case DisengagementChanged(disengagement=no, topics=changed):
                topics[no] = changed
            case CustomerReEngaged(disengagement=no):
                del topics[no]
    return topics


def plain(topics: Iterable[str]) -> set[str]:
    return {" ".join(topic.split()).casefold() for topic in topics}
