"""A challenge is answered once, by someone who had no part in the decision (Appeals)."""

from collections.abc import Iterator
from datetime import date, timedelta

from core.case.events import (
    AppealDecided,
    AppealOutcome,
    AppealRaised,
    CustomerReEngaged,
    DisengagementChanged,
    DisengagementIssued,
    InformationRequested,
    ProposalApproved,
    ProposalEscalated,
    ProposalPassedOn,
    SanctionApplied,
    SanctionChanged,
    SanctionLifted,
)
from core.case.proposals import DisengagementMatter, SanctionsMatter
from core.vocabulary.ids import EntryNo, StaffId
from tests.core.invariants.holidays import HOLIDAYS
from tests.core.invariants.reckoning import day_of, made, numbered, plain, topics_of
from tests.core.invariants.sight import Check, Sight

STAGES = {SanctionsMatter: 2, DisengagementMatter: 5}


def an_appeal_is_of_what_was_approved_once_per_stage(sight: Sight) -> None:
    event = sight.entry.event
    if not isinstance(event, AppealRaised):
        return
    _, proposal = made(sight.before, event.decision)
    assert event.stage == STAGES[type(proposal.matter)]
    assert event.stage in sight.policy.appeals.stages
    assert [e for e in sight.before if e.event == ProposalApproved(event.decision)]
    assert event.stage not in [
        entry.event.stage for entry in sight.before if isinstance(entry.event, AppealRaised)
    ]


def whoever_answers_an_appeal_had_no_part_in_the_decision(sight: Sight) -> None:
    match sight.entry.event:
        case AppealRaised(decision=decision, handler=handler):
            answering = handler
        case AppealDecided(appeal=no):
            decision, answering = _appealed(sight, no).decision, sight.entry.by
        case _:
            return
    assert answering not in set(_had_a_part(sight, decision))


def an_appeal_is_answered_by_somebody_here_of_the_grade_it_needs(sight: Sight) -> None:
    match sight.entry.event:
        case AppealRaised(handler=handler):
            member = sight.staff[handler]
        case AppealDecided():
            member = sight.staff[sight.entry.by]
        case _:
            return
    rank = sight.policy.rank
    assert rank(member.grade) >= rank(sight.policy.appeals.minimum_grade)
    assert member.active
    assert member.absence_on(day_of(sight.policy, sight.entry.at)) is None


def an_appeal_is_answered_by_its_handler_or_in_their_place(sight: Sight) -> None:
    """Somebody else only where the handler cannot."""
    event = sight.entry.event
    if not isinstance(event, AppealDecided):
        return
    appeal = _appealed(sight, event.appeal)
    handler, rank = sight.staff[appeal.handler], sight.policy.rank
    is_able = (
        handler.active
        and handler.absence_on(day_of(sight.policy, sight.entry.at)) is None
        and rank(handler.grade) >= rank(sight.policy.appeals.minimum_grade)
    )
    assert sight.entry.by == handler.id or not is_able


def an_appeal_is_decided_once(sight: Sight) -> None:
    if isinstance(sight.entry.event, AppealDecided):
        assert sight.entry.event.appeal not in [
            entry.event.appeal for entry in sight.before if isinstance(entry.event, AppealDecided)
        ]


def an_appeal_is_to_be_answered_within_the_working_days(sight: Sight) -> None:
    event = sight.entry.event
    if not isinstance(event, AppealRaised):
        return
    raised = day_of(sight.policy, event.raised_at)
    assert _is_working_day(event.answer_by)
    between = (raised + timedelta(days=n + 1) for n in range((event.answer_by - raised).days))
    assert sum(_is_working_day(day) for day in between) == sight.policy.appeals.working_days


def the_outcome_takes_effect_on_that_decision_alone(sight: Sight) -> None:
    event = sight.entry.event
    if not isinstance(event, AppealDecided):
        return
    decision = _appealed(sight, event.appeal).decision
    followed = [entry.event for entry in sight.together if entry.no > sight.entry.no]
    theirs = set(_in_force_of(sight, decision))
    match event.outcome:
        case AppealOutcome.UPHELD:
            assert followed == []
        case AppealOutcome.WITHDRAWN:
            ended = {_ended(effect) for effect in followed}
            assert ended == theirs
        case AppealOutcome.VARIED:
            changed = [_changed(sight, effect) for effect in followed]
            assert changed
            assert set(changed) <= theirs


def _appealed(sight: Sight, no: EntryNo) -> AppealRaised:
    event = numbered(sight.before, no).event
    assert isinstance(event, AppealRaised)
    return event


def _had_a_part(sight: Sight, no: EntryNo) -> Iterator[StaffId]:
    """Who proposed, corresponds, was asked, asked back or decided."""
    proposed, proposal = made(sight.before, no)
    yield from (proposed.by, proposal.corresponding, proposal.approver)
    for entry in sight.before:
        match entry.event:
            case ProposalEscalated() | ProposalPassedOn() as asked if asked.proposal == no:
                yield asked.approver
            case ProposalApproved(proposal=of) | InformationRequested(proposal=of) if of == no:
                yield entry.by


def _in_force_of(sight: Sight, decision: EntryNo) -> Iterator[EntryNo]:
    lifted = {e.event.sanction for e in sight.before if isinstance(e.event, SanctionLifted)}
    for entry in sight.before:
        match entry.event:
            case SanctionApplied(proposal=no) if no == decision and entry.no not in lifted:
                yield entry.no
            case DisengagementIssued(proposal=no) if no == decision:
                yield from {entry.no} & topics_of(sight.before).keys()


def _ended(effect: object) -> EntryNo:
    assert isinstance(effect, SanctionLifted | CustomerReEngaged)
    return effect.sanction if isinstance(effect, SanctionLifted) else effect.disengagement


def _changed(sight: Sight, effect: object) -> EntryNo:
    """Nobody is worse off for having appealed."""
    assert isinstance(effect, SanctionChanged | DisengagementChanged)
    if isinstance(effect, SanctionChanged):
        return effect.sanction
    before = plain(topics_of(sight.before)[effect.disengagement])
    after = plain(effect.topics)
    assert after
    assert not before or after < before
    return effect.disengagement


def _is_working_day(day: date) -> bool:
    return day.isoweekday() <= 5 and not HOLIDAYS.is_bank_holiday(day)


OF_EVERY_ENTRY: tuple[Check, ...] = (
    an_appeal_is_of_what_was_approved_once_per_stage,
    whoever_answers_an_appeal_had_no_part_in_the_decision,
    an_appeal_is_answered_by_somebody_here_of_the_grade_it_needs,
    an_appeal_is_answered_by_its_handler_or_in_their_place,
    an_appeal_is_decided_once,
    an_appeal_is_to_be_answered_within_the_working_days,
    the_outcome_takes_effect_on_that_decision_alone,
)
