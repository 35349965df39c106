"""What is still to be done is known, and brought to mind on its day (Responsibilities)."""

from collections.abc import Iterator
from datetime import date, timedelta

from core.case.duties.owing import Duty, duties
from core.case.duties.reminders import due_reminder
from core.case.events import (
    AppealDecided,
    AppealRaised,
    ContactAssessed,
    ContactLogged,
    CustomerTold,
    DutyKind,
    InformationGiven,
    InformationRequested,
    ProposalApproved,
    ProposalMade,
    ProposalRejected,
    ProposalWithdrawn,
    Reminded,
    Response,
    SanctionApplied,
    SanctionLifted,
    WarningGiven,
)
from core.case.proposals import (
    DisengagementOutcome,
    DisengagementReviewMatter,
    Matter,
    ReviewMatter,
    ReviewOutcome,
)
from core.case.state import Entry
from core.services.summarise import summarise
from core.vocabulary.calendar import is_working_day
from core.vocabulary.ids import SYSTEM, EntryNo
from tests.core.invariants.holidays import HOLIDAYS
from tests.core.invariants.reckoning import day_of, minute, takes_effect_at_once, topics_of
from tests.core.invariants.record import CASE
from tests.core.invariants.recurrence import bound_from
from tests.core.invariants.sight import Check, Sight
from tests.core.invariants.watched import watched
from tests.core.invariants.world import Standing, World


def the_bot_alone_reminds_of_each_step_once(sight: Sight) -> None:
    event = sight.entry.event
    if isinstance(event, Reminded):
        assert sight.entry.by == SYSTEM
        assert event not in [entry.event for entry in sight.before]
        assert event.step_on <= day_of(sight.policy, sight.entry.at)


def everything_to_be_done_is_owed(world: World) -> None:
    owed = sorted((duty.kind, duty.about) for duty in duties(world.scene, world.case))
    assert owed == sorted(_to_be_done(world))


def the_summary_is_drawn_from_the_case_as_it_stands(world: World) -> None:
    assert world.memory.store.summaries[CASE] == summarise(world.scene, world.case)


def the_day_of_the_next_reminder_is_that_of_the_summary(world: World) -> None:
    """The first day of a step that no later reminder has overtaken; from then on it is due."""
    days = []
    for duty in duties(world.scene, world.case):
        day = _next_day(world, duty)
        due = due_reminder(duty, world.case.reminded, world.today)
        assert (due is not None) is (day is not None and day <= world.today)
        days += [day] if day else []
    assert world.memory.store.summaries[CASE].remind_on == min(days, default=None)


def _next_day(world: World, duty: Duty) -> date | None:
    sent = [
        entry.event.step_on
        for entry in world.timeline
        if isinstance(entry.event, Reminded)
        and (entry.event.duty, entry.event.about) == (duty.kind, duty.about)
        and entry.event.due_on == duty.due_on
    ]
    last_sent = max(sent, default=date.min)
    horizon = max(duty.due_on, duty.since, max(sent, default=duty.since)) + timedelta(days=32)
    days = {day for day in _days(duty, horizon) if day >= duty.since and day > last_sent}
    return min(days, default=None)


def _days(duty: Duty, horizon: date) -> Iterator[date]:
    on_working_days_alone = duty.kind in (DutyKind.DECIDE_PROPOSAL, DutyKind.ASSESS_CONTACT)
    for step in duty.steps:
        day = duty.due_on + timedelta(days=step.days)
        yield day
        while step.every_days and day <= horizon:
            day += timedelta(days=step.every_days)
            if not on_working_days_alone or is_working_day(HOLIDAYS, day):
                yield day


def _to_be_done(world: World) -> Iterator[tuple[DutyKind, EntryNo]]:
    entries = world.timeline
    given = {e.event.proposal for e in entries if isinstance(e.event, WarningGiven)}
    yield from ((DutyKind.LOOK_AGAIN, no) for no in watched(entries))
    lifted = {e.event.sanction for e in entries if isinstance(e.event, SanctionLifted)}
    applied = {e.no for e in entries if isinstance(e.event, SanctionApplied)}
    yield from ((DutyKind.REVIEW_SANCTION, no) for no in applied - lifted)
    yield from ((DutyKind.REVIEW_DISENGAGEMENT, no) for no in topics_of(entries))
    told = {e.event.decision for e in entries if isinstance(e.event, CustomerTold)}
    answered = {e.event.appeal for e in entries if isinstance(e.event, AppealDecided)}
    raised = {e.no for e in entries if isinstance(e.event, AppealRaised)}
    yield from ((DutyKind.DECIDE_APPEAL, no) for no in raised - answered)
    yield from ((DutyKind.TELL_CUSTOMER, no) for no in answered - told)
    yield from _of_contacts(entries)
    for entry in entries:
        if isinstance(entry.event, ProposalMade):
            yield from _of_proposal(world, entry, entry.event.matter, given | told)


def _of_contacts(entries: tuple[Entry, ...]) -> Iterator[tuple[DutyKind, EntryNo]]:
    """Whoever made contact after a notice that is still in force is judged, in the end."""
    issued = [entry for entry in entries if entry.no in topics_of(entries)]
    waiting: dict[EntryNo, bool] = {}
    for entry in entries:
        match entry.event:
            case ContactLogged(statutory=False) as contact:
                made = (minute(contact.occurred_at), entry.no)
                bound = [bound_from(entries, notice, contact.person) for notice in issued]
                if any(since and (minute(since.at), since.no) < made for since in bound):
                    waiting[entry.no] = True
            case ContactAssessed(contact=no, response=response) if no in waiting:
                waiting[no] = response is Response.MANAGER_ASKED
    yield from ((DutyKind.ASSESS_CONTACT, no) for no, waits in waiting.items() if waits)


def _of_proposal(
    world: World, made: Entry, matter: Matter, told: set[EntryNo]
) -> Iterator[tuple[DutyKind, EntryNo]]:
    later = [e.event for e in world.timeline if getattr(e.event, "proposal", None) == made.no]
    waits = not takes_effect_at_once(world.policy, matter)
    for event in later:
        match event:
            case ProposalApproved() | ProposalRejected() | ProposalWithdrawn():
                waits = False
            case InformationRequested():
                waits = False
            case InformationGiven():
                waits = True
    if waits:
        yield DutyKind.DECIDE_PROPOSAL, made.no
    approved = ProposalApproved(made.no) in later or takes_effect_at_once(world.policy, matter)
    if approved and made.no not in told and _changes_something(matter):
        yield DutyKind.TELL_CUSTOMER, made.no


def _changes_something(matter: Matter) -> bool:
    match matter:
        case ReviewMatter(outcome=outcome):
            return outcome is not ReviewOutcome.KEEP
        case DisengagementReviewMatter(outcome=going_on):
            return going_on is not DisengagementOutcome.CONTINUE
    return True


OF_EVERY_ENTRY: tuple[Check, ...] = (the_bot_alone_reminds_of_each_step_once,)
STANDING: tuple[Standing, ...] = (
    everything_to_be_done_is_owed,
    the_summary_is_drawn_from_the_case_as_it_stands,
    the_day_of_the_next_reminder_is_that_of_the_summary,
)
