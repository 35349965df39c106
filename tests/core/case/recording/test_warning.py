"""Stage 1: explain, ask to modify, say that sanctions may follow, monitor."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from core.case.commands import Approve, Propose, RecordWarningGiven
from core.case.events import CaseOpened, WarningGiven
from core.case.state import Entry
from core.vocabulary.ids import CaseId, CustomerId, EntryNo
from tests.core.story import WARNING, Story
from tests.support.people import ASHA, FRAN, MORGAN, NOOR, SENA


def test_a_warning_needs_an_incident() -> None:
    story = Story()
    opened = CaseOpened(CaseId("case"), "UCB-TEST", CustomerId("casey"), ASHA.id)
    story.entries.append(Entry(EntryNo(1), story.now, ASHA.id, opened))
    assert story.refuses(ASHA, Propose(WARNING)).rule == "incident-first"


@pytest.mark.parametrize(
    ("changed", "rule", "field"),
    [
        ({"explanation": " "}, "text-missing", "explanation"),
        ({"request": ""}, "text-missing", "request"),
        ({"request": "x" * 3001}, "text-too-long", "request"),
        ({"monitoring_days": 0}, "monitoring-days", "monitoring_days"),
        ({"monitoring_days": 366}, "monitoring-days", "monitoring_days"),
    ],
)
def test_a_warning_says_what_is_wrong_what_is_asked_and_how_long_we_watch(
    changed: dict[str, object], rule: str, field: str
) -> None:
    story = Story()
    story.report()
    matter = replace(WARNING, **changed)  # type: ignore[arg-type]
    refusal = story.refuses(ASHA, Propose(matter))
    assert (refusal.rule, refusal.field) == (rule, field)


def test_the_monitoring_period_runs_from_the_local_day_the_customer_was_told() -> None:
    # In London it is already 1 July when this is given.
    story = Story(now=datetime(2025, 6, 30, 22, 0, tzinfo=UTC))
    proposal = story.warning_approved()
    story.later(minutes=90)
    [event] = story.does(ASHA, RecordWarningGiven(proposal.no, story.now, "letter"))
    assert event == WarningGiven(proposal.no, story.now, "letter", date(2025, 7, 29))
    assert story.case.warnings[0].monitor_until == date(2025, 7, 29)


def test_a_warning_can_be_given_in_the_minute_it_was_approved() -> None:
    story = Story(now=datetime(2025, 3, 3, 10, 0, 42, tzinfo=UTC))
    proposal = story.warning_approved()
    given_at = story.now.replace(second=0)
    assert story.does(ASHA, RecordWarningGiven(proposal.no, given_at, "phone"))


@pytest.mark.parametrize(
    ("minutes", "rule"), [(-1, "given-before-approval"), (10, "in-the-future")]
)
def test_it_cannot_have_been_given_before_its_approval_or_in_the_future(
    minutes: int, rule: str
) -> None:
    story = Story()
    proposal = story.warning_approved()
    given_at = story.now + timedelta(minutes=minutes)
    refusal = story.refuses(ASHA, RecordWarningGiven(proposal.no, given_at, "letter"))
    assert (refusal.rule, refusal.field) == (rule, "given_at")


def test_it_is_recorded_by_the_owner_or_the_proposer_alone() -> None:
    story = Story()
    story.report()
    proposal = story.proposed(WARNING, by=SENA)
    story.does(MORGAN, Approve(proposal.no))
    command = RecordWarningGiven(proposal.no, story.now, "letter")
    refusal = story.refuses(NOOR, command)
    assert refusal.rule == "not-yours"
    assert refusal.remedy == "Ask Asha Adviser or Sena Senior."
    assert story.does(SENA, command)


def test_the_customer_focus_team_records_what_the_owner_may() -> None:
    story = Story()
    proposal = story.warning_approved()
    assert story.does(FRAN, RecordWarningGiven(proposal.no, story.now, "letter"))


def test_it_is_given_once_and_only_after_approval() -> None:
    story = Story()
    story.report()
    proposal = story.proposed(WARNING)
    command = RecordWarningGiven(proposal.no, story.now, "letter")
    assert story.refuses(ASHA, command).rule == "not-approved"
    story.does(MORGAN, Approve(proposal.no))
    story.does(ASHA, command)
    assert story.refuses(ASHA, command).rule == "already-given"


def test_only_a_warning_is_given_by_a_known_means() -> None:
    story = Story().sanctioned()
    sanctions = max(story.case.proposals)
    command = RecordWarningGiven(sanctions, story.now, "letter")
    assert story.refuses(ASHA, command).rule == "not-a-warning"
    assert story.refuses(ASHA, replace(command, proposal=EntryNo(99))).rule == "unknown-proposal"
    other = Story()
    approved = other.warning_approved()
    pigeon = RecordWarningGiven(approved.no, other.now, "pigeon")
    assert other.refuses(ASHA, pigeon).field == "means"
