"""Stage 1: what the monitoring period showed is said once, by whoever looks after the case."""

import pytest

from core.case.commands import (
    Approve,
    ConcludeMonitoring,
    DecideAppeal,
    RaiseAppeal,
    RecordWarningGiven,
)
from core.case.duties.owing import Duty, duties
from core.case.duties.reminders import due_reminder
from core.case.events import (
    AppealOutcome,
    DutyKind,
    MonitoringConcluded,
    MonitoringOutcome,
    Variation,
)
from core.case.proposals import Grounds, ReviewOutcome
from core.case.terms import MeansTerms, SanctionTerms
from core.vocabulary.ids import EntryNo
from core.vocabulary.people import StaffMember
from tests.core.disengaging import GRANT, DisengagingStory
from tests.core.extreme import BOTH
from tests.core.story import WARNING, Story
from tests.support.people import ASHA, DANA, DEVI, FRAN, MORGAN, NOOR, SENA


def conclude(story: Story, note: str = "") -> ConcludeMonitoring:
    warning = story.case.warnings[0].proposal
    return ConcludeMonitoring(warning, MonitoringOutcome.IMPROVED, note)


def test_the_owner_says_that_it_improved_and_has_nothing_left_to_do() -> None:
    story = Story().warned().later(days=28)
    command = conclude(story, "  No calls since. ")
    [event] = story.does(ASHA, command)
    concluded = MonitoringConcluded(command.warning, command.outcome, "No calls since.")
    assert event == concluded
    assert story.case.warnings[0].outcome is MonitoringOutcome.IMPROVED
    left = [duty.kind for duty in duties(story.scene(ASHA), story.case)]
    assert DutyKind.LOOK_AGAIN not in left


@pytest.mark.parametrize("outcome", list(MonitoringOutcome))
def test_it_is_said_at_any_time_after_the_warning_and_once(outcome: MonitoringOutcome) -> None:
    story = Story().warned()
    story.does(ASHA, ConcludeMonitoring(story.case.warnings[0].proposal, outcome))
    refusal = story.refuses(ASHA, conclude(story))
    assert refusal.rule == "already-concluded"
    assert outcome.value in refusal.message


@pytest.mark.parametrize(
    ("actor", "rule"),
    [(ASHA, None), (FRAN, None), (SENA, "not-yours"), (NOOR, "not-yours"), (MORGAN, "not-yours")],
)
def test_who_says_it(actor: StaffMember, rule: str | None) -> None:
    story = Story().warned()
    if rule is None:
        assert story.does(actor, conclude(story))
    else:
        assert story.refuses(actor, conclude(story)).rule == rule


def test_there_is_nothing_to_say_before_the_warning_is_given() -> None:
    story = Story()
    proposal = story.warning_approved()
    command = ConcludeMonitoring(proposal.no, MonitoringOutcome.CONTINUED)
    assert story.refuses(ASHA, command).rule == "warning-not-given"


def test_only_a_warning_is_concluded_and_the_note_is_short_enough() -> None:
    story = Story().sanctioned()
    sanctions = max(story.case.proposals)
    of_sanctions = ConcludeMonitoring(sanctions, MonitoringOutcome.IMPROVED)
    assert story.refuses(ASHA, of_sanctions).rule == "not-a-warning"
    unknown = ConcludeMonitoring(EntryNo(99), MonitoringOutcome.IMPROVED)
    assert story.refuses(ASHA, unknown).rule == "unknown-proposal"
    assert story.refuses(ASHA, conclude(story, "x" * 3001)).field == "note"


def looking_again(story: Story) -> tuple[Duty, ...]:
    standing = duties(story.scene(ASHA), story.case)
    return tuple(duty for duty in standing if duty.kind is DutyKind.LOOK_AGAIN)


def appealed(story: Story, outcome: AppealOutcome, *variations: Variation) -> None:
    """The last decision is challenged, and Devi answers."""
    decision = max(story.case.proposals)
    story.does(ASHA, RaiseAppeal(decision, "I only raised my voice once.", story.now))
    [appeal] = story.case.open_appeals
    story.does(DEVI, DecideAppeal(appeal.no, outcome, "We listened to it.", variations))


def test_once_sanctions_followed_nobody_is_to_say_how_contact_went() -> None:
    story = Story().continued()
    proposal = story.proposed(story.sanctions())
    assert looking_again(story)
    story.does(MORGAN, Approve(proposal.no))
    assert looking_again(story) == ()


def test_a_disengagement_that_followed_is_enough_too() -> None:
    story = DisengagingStory()
    story.warned().later(days=1)
    story.report(extreme=True)
    matter = story.disengagement(GRANT, grounds=Grounds.EXTREME)
    story.does(DANA, Approve(story.proposed(matter).no, BOTH))
    assert looking_again(story) == ()


def test_what_followed_an_earlier_warning_does_not_answer_a_later_one() -> None:
    story = Story().sanctioned().later(days=1)
    again = story.proposed(WARNING)
    story.does(MORGAN, Approve(again.no))
    story.does(ASHA, RecordWarningGiven(again.no, story.now, "letter"))
    assert [duty.about for duty in looking_again(story)] == [again.no]


def test_what_was_extreme_before_the_warning_does_not_say_how_contact_went_since() -> None:
    story = Story()
    story.report(extreme=True)
    warning = story.proposed(WARNING)
    story.does(MORGAN, Approve(warning.no))
    story.later(hours=1).does(ASHA, RecordWarningGiven(warning.no, story.now, "letter"))
    at_once = story.proposed(story.sanctions(grounds=Grounds.EXTREME))
    story.does(DANA, Approve(at_once.no, BOTH))
    assert [duty.about for duty in looking_again(story)] == [warning.no]


def test_sanctions_that_were_lifted_have_answered_the_warning() -> None:
    story = Story().sanctioned().later(days=60)
    story.does(MORGAN, Approve(story.proposed(story.review(ReviewOutcome.LIFT)).no))
    assert looking_again(story) == ()


@pytest.mark.parametrize("outcome", [AppealOutcome.UPHELD, AppealOutcome.VARIED])
def test_a_decision_that_stands_upon_appeal_has_answered_the_warning(
    outcome: AppealOutcome,
) -> None:
    story = Story().sanctioned()
    [sanction] = story.case.in_force
    by_form = SanctionTerms("specified-form", MeansTerms(frozenset({"web-form"})))
    varied = [Variation(sanction.no, by_form)] if outcome is AppealOutcome.VARIED else []
    appealed(story, outcome, *varied)
    assert looking_again(story) == ()


def test_after_a_decision_withdrawn_upon_appeal_the_warning_is_watched_until_its_day() -> None:
    story = Story().sanctioned().later(days=3)
    appealed(story, AppealOutcome.WITHDRAWN)
    [duty] = looking_again(story)
    [warning] = story.case.warnings
    assert (duty.about, duty.since, duty.due_on) == (
        warning.proposal,
        story.today,
        warning.monitor_until,
    )


def test_withdrawn_after_that_day_somebody_says_now_and_is_not_overdue() -> None:
    story = Story().sanctioned().later(days=90)
    appealed(story, AppealOutcome.WITHDRAWN)
    [duty] = looking_again(story)
    assert (duty.since, duty.due_on) == (story.today, story.today)
    due = due_reminder(duty, story.case.reminded, story.today)
    assert due is not None
    assert due.step_on == story.today
    story.later(days=1)
    story.report()
    story.does(MORGAN, Approve(story.proposed(story.sanctions()).no))
    assert looking_again(story) == ()
