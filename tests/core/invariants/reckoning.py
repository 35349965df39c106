"""The facts of a timeline, reckoned anew from the entries alone, apart from the code tested."""

from collections.abc import Iterable, Iterator
from datetime import date, datetime

from core.case.events import (
    CaseEvent,
    CustomerReEngaged,
    DisengagementChanged,
    DisengagementIssued,
    ProposalMade,
    SanctionApplied,
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
from core.policy.model import Policy, SignOff
from core.vocabulary.ids import EntryNo


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
