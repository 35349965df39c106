"""Nothing comes about without two people of different grades (Our position and process)."""

from collections.abc import Iterable, Iterator

from core.case.events import (
    AppealDecided,
    CaseEvent,
    CustomerReEngaged,
    DisengagementChanged,
    DisengagementContinued,
    DisengagementIssued,
    IncidentReported,
    InformationRequested,
    MeasureExtended,
    ProposalApproved,
    ProposalMade,
    ProposalRejected,
    ReferralConsidered,
    ReferredTo,
    SanctionApplied,
    SanctionChanged,
    SanctionKept,
    SanctionLifted,
)
from core.case.events import CaseOpened as Opened
from core.case.proposals import (
    DisengagementMatter,
    DisengagementOutcome,
    DisengagementReviewMatter,
    ExtensionMatter,
    Matter,
    ReviewMatter,
    ReviewOutcome,
    SanctionsMatter,
)
from core.policy.model import Power
from core.vocabulary.ids import EntryNo, StaffId
from core.vocabulary.people import StaffMember
from tests.core.invariants.reckoning import (
    day_of,
    events,
    is_extreme,
    made,
    sign_offs,
    takes_effect_at_once,
)
from tests.core.invariants.sight import Check, Sight

DECISIONS = ProposalApproved | ProposalRejected | InformationRequested
EFFECTS = (
    *(SanctionApplied, SanctionKept, SanctionChanged, SanctionLifted),
    *(DisengagementIssued, DisengagementContinued, DisengagementChanged, CustomerReEngaged),
    MeasureExtended,
)


def nobody_decides_their_own_proposal(sight: Sight) -> None:
    if isinstance(sight.entry.event, DECISIONS):
        proposed, _ = made(sight.before, sight.entry.event.proposal)
        assert proposed.by != sight.entry.by


def two_people_of_different_grades_decide(sight: Sight) -> None:
    if isinstance(sight.entry.event, DECISIONS):
        proposed, _ = made(sight.before, sight.entry.event.proposal)
        assert sight.staff[proposed.by].grade != sight.staff[sight.entry.by].grade


def it_is_decided_at_the_grade_it_needs(sight: Sight) -> None:
    if isinstance(sight.entry.event, DECISIONS):
        _, proposal = made(sight.before, sight.entry.event.proposal)
        rank = sight.policy.rank
        rules = sign_offs(sight.policy, sight.before, proposal.matter)
        least = max(rank(rule.minimum_grade) for rule in rules)
        assert rank(sight.staff[sight.entry.by].grade) >= least


def whoever_decides_is_here_and_does_not_correspond_with_the_customer(sight: Sight) -> None:
    if isinstance(sight.entry.event, DECISIONS):
        _, proposal = made(sight.before, sight.entry.event.proposal)
        member = sight.staff[sight.entry.by]
        assert member.active
        assert member.absence_on(day_of(sight.policy, sight.entry.at)) is None
        assert member.id != proposal.corresponding


def whoever_decides_has_a_place_or_stands_in(sight: Sight) -> None:
    """In the line, or overseeing; on extreme grounds also alerted, without a hand in the case."""
    if isinstance(sight.entry.event, DECISIONS):
        assert sight.entry.by in set(_may_decide(sight, sight.entry.event.proposal))


def extreme_approvals_carry_both_considerations(sight: Sight) -> None:
    if not isinstance(sight.entry.event, ProposalApproved):
        return
    no = sight.entry.event.proposal
    _, proposal = made(sight.before, no)
    considered = [
        entry.event.to
        for entry in events(sight.together, ReferralConsidered)
        if isinstance(entry.event, ReferralConsidered) and entry.event.proposal == no
    ]
    both = [ReferredTo.LEGAL, ReferredTo.POLICE]
    assert considered == (both if is_extreme(proposal.matter) else [])


def what_takes_effect_was_decided_just_before_by_the_same_person(sight: Sight) -> None:
    if not isinstance(sight.entry.event, EFFECTS):
        return
    decided = _decided_by(sight.entry.event)
    [deciding] = [
        entry
        for entry in sight.together
        if entry.no < sight.entry.no
        and (
            entry.event == ProposalApproved(decided)
            or (isinstance(entry.event, AppealDecided) and entry.event.appeal == decided)
            or (
                entry.no == decided
                and isinstance(entry.event, ProposalMade)
                and takes_effect_at_once(sight.policy, entry.event.matter)
            )
        )
    ]
    assert deciding.by == sight.entry.by


def what_was_approved_takes_effect_and_nothing_else(sight: Sight) -> None:
    event = sight.entry.event
    match event:
        case ProposalApproved(proposal=no):
            _, proposal = made(sight.before, no)
        case ProposalMade() if takes_effect_at_once(sight.policy, event.matter):
            no, proposal = sight.entry.no, event
        case _:
            return
    effects = [entry.event for entry in sight.together if entry.no > sight.entry.no]
    assert effects == list(_foreseen(no, proposal.matter))


def _foreseen(no: EntryNo, matter: Matter) -> Iterator[CaseEvent]:
    match matter:
        case SanctionsMatter():
            yield from (SanctionApplied(no, s, matter.review_on) for s in matter.sanctions)
        case ReviewMatter(sanction, outcome):
            if outcome is ReviewOutcome.LIFT:
                yield SanctionLifted(sanction, no)
                return
            assert matter.next_review_on
            if outcome is ReviewOutcome.KEEP:
                yield SanctionKept(sanction, no, matter.next_review_on)
            else:
                assert matter.terms
                yield SanctionChanged(sanction, no, matter.terms, matter.next_review_on)
        case DisengagementMatter():
            topics = tuple(topic.strip() for topic in matter.topics)
            yield DisengagementIssued(no, topics, matter.review_on)
        case DisengagementReviewMatter(disengagement, outcome):
            if outcome is DisengagementOutcome.RE_ENGAGE:
                yield CustomerReEngaged(disengagement, no)
                return
            assert matter.next_review_on
            if outcome is DisengagementOutcome.CONTINUE:
                yield DisengagementContinued(disengagement, no, matter.next_review_on)
            else:
                assert matter.topics is not None
                topics = tuple(topic.strip() for topic in matter.topics)
                yield DisengagementChanged(disengagement, no, topics, matter.next_review_on)
        case ExtensionMatter():
            yield MeasureExtended(no, matter.measure, matter.person)


def _decided_by(event: CaseEvent) -> EntryNo:
    match event:
        case SanctionApplied(proposal=no) | DisengagementIssued(proposal=no):
            return no
        case MeasureExtended(proposal=no):
            return no
    return EntryNo(getattr(event, "decision"))  # noqa: B009 (all the others have one)


def _may_decide(sight: Sight, no: EntryNo) -> Iterator[StaffId]:
    policy, staff = sight.policy, sight.staff
    proposed, proposal = made(sight.before, no)
    rules = sign_offs(policy, sight.before, proposal.matter)
    starts = {proposal.corresponding if rule.line_manager else proposed.by for rule in rules}
    overseers = {role for role, powers in policy.powers.of.items() if Power.OVERSEE in powers}
    held = [
        *(member for start in sorted(starts) for member in above(sight, start)),
        *(member for member in staff.values() if member.roles & overseers),
    ]
    yield from present(sight, held)
    if is_extreme(proposal.matter):
        alerted = (m for m in staff.values() if m.roles & policy.extreme.alerted)
        yield from set(present(sight, alerted)) - set(_took_part(sight))


def above(sight: Sight, start: StaffId) -> list[StaffMember]:
    """Everybody up the line from ``start``."""
    found: list[StaffMember] = []
    member = sight.staff.get(start)
    while member and member.line_manager:
        member = sight.staff.get(member.line_manager)
        if member is None or member in found or member.id == start:
            break
        found.append(member)
    return found


def present(sight: Sight, holders: Iterable[StaffMember]) -> Iterator[StaffId]:
    """Each who works here or, while they are away, their deputy."""
    today = day_of(sight.policy, sight.entry.at)
    for holder in holders:
        absence = holder.absence_on(today)
        if holder.active and absence is None:
            yield holder.id
        elif holder.active and absence and absence.deputy:
            yield absence.deputy


def _took_part(sight: Sight) -> Iterator[StaffId]:
    for entry in sight.before:
        match entry.event:
            case Opened(owner=owner):
                yield owner
            case IncidentReported(corresponding=corresponding):
                yield from (entry.by, corresponding)


OF_EVERY_ENTRY: tuple[Check, ...] = (
    nobody_decides_their_own_proposal,
    two_people_of_different_grades_decide,
    it_is_decided_at_the_grade_it_needs,
    whoever_decides_is_here_and_does_not_correspond_with_the_customer,
    whoever_decides_has_a_place_or_stands_in,
    extreme_approvals_carry_both_considerations,
    what_takes_effect_was_decided_just_before_by_the_same_person,
    what_was_approved_takes_effect_and_nothing_else,
)
