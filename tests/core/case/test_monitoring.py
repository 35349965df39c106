"""Stage 1: what the monitoring period showed is said once, by whoever looks after the case."""

import pytest

from core.case.commands import ConcludeMonitoring
from core.case.duties.owing import duties
from core.case.events import DutyKind, MonitoringConcluded, MonitoringOutcome
from core.vocabulary.ids import EntryNo
from core.vocabulary.people import StaffMember
from tests.core.story import Story
from tests.support.people import ASHA, FRAN, MORGAN, NOOR, SENA


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
