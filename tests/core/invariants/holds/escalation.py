"""An approval that nobody answers goes up, never down and never back (Responsibilities)."""

from core.case.events import ProposalEscalated, ProposalMade, ProposalPassedOn
from core.vocabulary.ids import SYSTEM, EntryNo, StaffId
from tests.core.invariants.reckoning import day_of, made, sign_offs, takes_effect_at_once
from tests.core.invariants.sight import Check, Sight


def escalation_never_goes_down(sight: Sight) -> None:
    event = sight.entry.event
    if isinstance(event, ProposalEscalated):
        rank, last = sight.policy.rank, _asked(sight, event.proposal)[-1]
        assert rank(sight.staff[event.approver].grade) >= rank(sight.staff[last].grade)


def escalation_never_goes_to_someone_already_asked(sight: Sight) -> None:
    event = sight.entry.event
    if isinstance(event, ProposalEscalated):
        assert event.approver not in _asked(sight, event.proposal)
        assert sight.entry.by == SYSTEM


def whoever_is_asked_could_decide(sight: Sight) -> None:
    """Somebody else, here, of another grade, and of the least that it needs."""
    event = sight.entry.event
    match event:
        case ProposalMade() if not takes_effect_at_once(sight.policy, event.matter):
            proposer, proposal = sight.entry.by, event
        case ProposalEscalated(proposal=no) | ProposalPassedOn(proposal=no):
            proposed, proposal = made(sight.before, no)
            proposer = proposed.by
        case _:
            return
    asked = sight.staff[event.approver]
    assert asked.active
    assert asked.absence_on(day_of(sight.policy, sight.entry.at)) is None
    assert asked.id not in (proposer, proposal.corresponding)
    assert asked.grade != sight.staff[proposer].grade
    rank = sight.policy.rank
    for rule in sign_offs(sight.policy, sight.before, proposal.matter):
        assert rank(asked.grade) >= rank(rule.minimum_grade)


def it_is_passed_on_within_a_place_alone(sight: Sight) -> None:
    """To the deputy of whoever was asked or, once they are here, back to them; and by the bot."""
    event = sight.entry.event
    if not isinstance(event, ProposalPassedOn):
        return
    assert sight.entry.by == SYSTEM
    today = day_of(sight.policy, sight.entry.at)
    last = _last(sight, event.proposal)
    place = event.in_place_of or event.approver
    assert (event.approver, event.in_place_of) != (last.approver, last.in_place_of)
    absence = sight.staff[place].absence_on(today)
    assert (absence.deputy if absence else place) == event.approver
    if place != (last.in_place_of or last.approver):
        # Whoever has no place of their own any more stands in for who names them.
        assert last.in_place_of is None
        assert last.approver in {each.deputy for each in sight.staff[place].absences}


def _last(sight: Sight, no: EntryNo) -> ProposalMade | ProposalEscalated | ProposalPassedOn:
    """What was said last of whom it waits for."""
    _, proposal = made(sight.before, no)
    moves = [
        each.event
        for each in sight.before
        if isinstance(each.event, ProposalEscalated | ProposalPassedOn)
        and each.event.proposal == no
    ]
    return moves[-1] if moves else proposal


def _asked(sight: Sight, no: EntryNo) -> list[StaffId]:
    _, proposal = made(sight.before, no)
    later = [
        entry.event.approver
        for entry in sight.before
        if isinstance(entry.event, ProposalEscalated | ProposalPassedOn)
        and entry.event.proposal == no
    ]
    return [proposal.approver, *later]


OF_EVERY_ENTRY: tuple[Check, ...] = (
    escalation_never_goes_down,
    escalation_never_goes_to_someone_already_asked,
    whoever_is_asked_could_decide,
    it_is_passed_on_within_a_place_alone,
)
