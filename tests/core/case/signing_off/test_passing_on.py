"""What waits for somebody who went away is put to their deputy, and back (Responsibilities)."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from core.case.commands import Approve, PassOn, RaiseAppeal, RequestInformation
from core.case.duties.owing import duties
from core.case.events import DutyKind, ProposalEscalated, ProposalPassedOn
from core.case.state import Proposal
from core.vocabulary.ids import StaffId
from core.vocabulary.people import StaffMember
from tests.core.story import WARNING, Story
from tests.core.waiting import FIRST_DAY, THE_BOT, away, unanswered
from tests.support.people import ASHA, CLEO, DANA, DEVI, IRA, MORGAN, NOOR, OLU, SENA


def waiting(by: StaffMember = ASHA) -> tuple[Story, PassOn]:
    """A warning that waits for Morgan."""
    story = Story()
    story.report()
    proposal = story.proposed(WARNING, by=by)
    assert proposal.approver == MORGAN.id
    return story, PassOn(proposal.no)


def now(story: Story, command: PassOn) -> Proposal:
    return story.case.proposals[command.proposal]


def passed_on(story: Story, command: PassOn) -> StaffId:
    """To whom the bot puts it."""
    [event] = story.does(THE_BOT, command)
    assert isinstance(event, ProposalPassedOn)
    assert event.approver == now(story, command).approver
    return event.approver


def nothing_to_pass_on(story: Story, command: PassOn) -> bool:
    return story.refuses(THE_BOT, command).rule == "nobody-stands-in"


def test_what_waits_for_somebody_who_went_away_is_put_to_their_deputy() -> None:
    story, command = waiting()
    story.becomes(away(MORGAN, NOOR))
    [event] = story.does(THE_BOT, command)
    assert event == ProposalPassedOn(command.proposal, NOOR.id, in_place_of=MORGAN.id)
    assert now(story, command).approver == NOOR.id
    assert story.does(NOOR, Approve(command.proposal))


def test_it_is_put_to_them_once() -> None:
    story, command = waiting()
    story.becomes(away(MORGAN, NOOR))
    passed_on(story, command)
    assert nothing_to_pass_on(story, command)


def test_an_absence_to_come_changes_nothing_until_its_first_day() -> None:
    story, command = waiting()
    story.becomes(away(MORGAN, NOOR, first=FIRST_DAY + timedelta(days=2)))
    assert nothing_to_pass_on(story, command)
    story.later(days=2)
    assert passed_on(story, command) == NOOR.id


def test_while_the_approver_is_here_it_stays_with_them() -> None:
    story, command = waiting()
    assert nothing_to_pass_on(story, command)


@pytest.mark.parametrize(
    ("deputy", "by"),
    [
        (SENA, ASHA),  # too junior
        (replace(NOOR, active=False), ASHA),
        (away(NOOR, DEVI), ASHA),
        (IRA, ASHA),
        (OLU, ASHA),
        (replace(NOOR, grade=SENA.grade), SENA),  # of the proposer's grade
    ],
)
def test_a_deputy_who_may_not_decide_is_not_asked(deputy: StaffMember, by: StaffMember) -> None:
    """It goes up the line in its time, as it would unanswered."""
    story, command = waiting(by)
    story.becomes(deputy)
    story.becomes(away(MORGAN, deputy))
    assert nothing_to_pass_on(story, command)
    [_, up] = unanswered(story)
    assert up == ProposalEscalated(command.proposal, DEVI.id)


def test_a_deputy_decides_no_proposal_of_their_own() -> None:
    story, command = waiting(by=SENA)
    promoted = replace(SENA, grade=DEVI.grade)
    story.becomes(promoted)
    story.becomes(away(MORGAN, promoted))
    assert nothing_to_pass_on(story, command)


def test_without_a_deputy_it_waits_for_its_time() -> None:
    story, command = waiting()
    story.becomes(away(MORGAN))
    assert nothing_to_pass_on(story, command)


def test_when_they_are_back_it_is_put_to_them_again() -> None:
    story, command = waiting()
    story.becomes(away(MORGAN, NOOR))
    passed_on(story, command)
    story.becomes(MORGAN)
    assert passed_on(story, command) == MORGAN.id
    assert now(story, command).in_place_of is None
    assert story.does(MORGAN, Approve(command.proposal))


def test_another_deputy_is_asked_where_they_are_exchanged() -> None:
    story, command = waiting()
    story.becomes(away(MORGAN, NOOR))
    passed_on(story, command)
    story.becomes(away(MORGAN, DANA))
    assert passed_on(story, command) == DANA.id
    assert now(story, command).in_place_of == MORGAN.id


def test_what_was_put_to_a_deputy_from_the_start_comes_back_too() -> None:
    story = Story(staff=(ASHA, SENA, DEVI, DANA, CLEO, NOOR, away(MORGAN, NOOR)))
    story.report()
    command = PassOn(story.proposed(WARNING).no)
    assert now(story, command).in_place_of == MORGAN.id
    assert nothing_to_pass_on(story, command)
    story.becomes(MORGAN)
    assert passed_on(story, command) == MORGAN.id


def test_the_deputy_of_somebody_it_went_up_to() -> None:
    story, command = waiting()
    unanswered(story)
    assert now(story, command).approver == DEVI.id
    story.becomes(away(DEVI, DANA, last=date(2025, 5, 1)))
    assert passed_on(story, command) == DANA.id


def test_the_time_to_decide_runs_on() -> None:
    story, command = waiting()

    def due_on() -> date:
        [duty] = [
            each
            for each in duties(story.scene(ASHA), story.case)
            if each.kind is DutyKind.DECIDE_PROPOSAL
        ]
        return duty.due_on

    before = due_on()
    story.later(days=1)
    story.becomes(away(MORGAN, NOOR))
    passed_on(story, command)
    assert due_on() == before
    [_, up] = unanswered(story)
    assert up == ProposalEscalated(command.proposal, DEVI.id)


def test_whoever_it_was_passed_on_from_had_a_part_in_the_decision() -> None:
    """So they answer no appeal against it."""
    story = Story().continued()
    command = PassOn(story.proposed(story.sanctions()).no)
    story.becomes(away(MORGAN, NOOR))
    passed_on(story, command)
    story.does(NOOR, Approve(command.proposal))
    story.becomes(replace(MORGAN, grade=DEVI.grade))
    [raised] = story.does(ASHA, RaiseAppeal(command.proposal, "It is unfair.", story.now))
    assert getattr(raised, "handler") != MORGAN.id  # noqa: B009


def test_also_while_the_proposer_is_asked_something() -> None:
    story, command = waiting()
    story.does(MORGAN, RequestInformation(command.proposal, "Who heard it?"))
    story.becomes(away(MORGAN, NOOR))
    assert passed_on(story, command) == NOOR.id


def test_the_bot_alone_passes_on_and_nothing_that_is_decided() -> None:
    story, command = waiting()
    story.becomes(away(MORGAN, NOOR))
    assert story.refuses(ASHA, command).rule == "only-the-bot"
    passed_on(story, command)
    story.does(NOOR, Approve(command.proposal))
    story.becomes(MORGAN)
    assert nothing_to_pass_on(story, command)


def test_the_deputy_of_an_overseer_who_was_asked_in_the_end() -> None:
    story, command = waiting()
    for who in (DEVI, DANA):
        story.becomes(replace(who, active=False))
    unanswered(story)
    assert now(story, command).approver == CLEO.id
    deputy = replace(DANA, active=True)
    story.becomes(deputy)
    story.becomes(away(CLEO, deputy, last=date(2025, 5, 1)))
    assert passed_on(story, command) == DANA.id
