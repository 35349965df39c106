"""An approval that nobody answers goes up the line, never down (Responsibilities)."""

from dataclasses import replace
from datetime import date, timedelta

from core.case.commands import Approve, GiveInformation, RequestInformation
from core.case.duties.owing import duties
from core.case.duties.reminders import due_reminder
from core.case.events import DutyKind, ProposalEscalated, Reminded
from core.case.state import Proposal
from core.vocabulary.ids import StaffId
from core.vocabulary.people import Role, StaffMember
from tests.core.story import WARNING, Story
from tests.core.waiting import away, unanswered
from tests.support.people import ASHA, CLEO, DANA, DEVI, MORGAN, NOOR, member

DEE = member("Dee Director", "director", "Marine", CLEO, Role.DIRECTOR)


def proposed(*colleagues: StaffMember) -> tuple[Story, Proposal]:
    story = Story()
    for colleague in colleagues:
        story.becomes(colleague)
    story.report()
    return story, story.proposed(WARNING)


def asked(story: Story) -> list[StaffId]:
    """Everyone asked in turn until nobody is left."""
    approvers = [story.case.open_proposals[0].approver]
    for _ in story.staff:
        _, *escalated = unanswered(story)
        if not escalated:
            return approvers
        [event] = escalated
        assert isinstance(event, ProposalEscalated)
        approvers.append(event.approver)
    raise AssertionError(f"it goes up without end: {approvers}")


class BankHoliday:
    def is_bank_holiday(self, day: date) -> bool:
        return day == date(2025, 3, 6)


def test_it_goes_up_after_three_working_days() -> None:
    story, proposal = proposed()
    reminded, escalated = unanswered(story)
    assert story.today == date(2025, 3, 6)
    assert isinstance(reminded, Reminded)
    assert escalated == ProposalEscalated(proposal.no, DEVI.id)
    again = story.case.proposals[proposal.no]
    assert (again.approver, again.asked_before) == (DEVI.id, (MORGAN.id,))


def test_neither_weekends_nor_bank_holidays_are_working_days() -> None:
    story, _ = proposed()
    story.calendar = BankHoliday()
    unanswered(story)
    assert story.today == date(2025, 3, 7)
    unanswered(story)
    assert story.today == date(2025, 3, 12)


def test_everyone_up_the_line_is_asked_once_and_then_nobody() -> None:
    story, _ = proposed()
    assert asked(story) == [MORGAN.id, DEVI.id, DANA.id, CLEO.id]
    [reminded] = unanswered(story)
    assert isinstance(reminded, Reminded)


def test_whoever_was_asked_before_may_still_decide() -> None:
    story, proposal = proposed()
    unanswered(story)
    assert story.does(MORGAN, Approve(proposal.no))


def test_after_the_line_whoever_oversees_is_asked_and_may_then_decide() -> None:
    story, proposal = proposed(replace(DEVI, line_manager=None), DEE)
    assert asked(story) == [MORGAN.id, DEVI.id, DANA.id, DEE.id, CLEO.id]
    assert story.does(DEE, Approve(proposal.no))


def test_it_never_goes_down() -> None:
    """Dee oversees too, yet the Chief has been asked, and she is junior to him."""
    story, _ = proposed(DEE)
    assert DEE.id not in asked(story)


def test_those_who_oversee_have_no_say_while_the_line_is_asked() -> None:
    story, proposal = proposed(DEE)
    for _ in range(3):
        unanswered(story)
        assert story.refuses(DEE, Approve(proposal.no)).rule == "not-in-line"


def test_it_does_not_come_back_to_one_lower_in_the_line_who_was_away_at_first() -> None:
    """Devi is of Morgan's grade here, so that only her place in the line is above his."""
    devi = replace(DEVI, grade=MORGAN.grade)
    story, _ = proposed(devi, away(MORGAN, last=date(2025, 3, 4)))
    assert asked(story) == [DEVI.id, DANA.id, CLEO.id]


def test_it_is_never_put_to_a_deputy_who_is_junior_to_who_was_asked() -> None:
    story, _ = proposed(away(DANA, NOOR, last=date(2026, 1, 1)))
    assert asked(story) == [MORGAN.id, DEVI.id, CLEO.id]


def test_it_goes_to_the_deputy_of_whoever_is_away() -> None:
    story, _ = proposed(away(DANA, DEE, last=date(2026, 1, 1)), DEE)
    assert asked(story) == [MORGAN.id, DEVI.id, DEE.id, CLEO.id]


def test_an_answer_from_the_proposer_gives_the_approver_the_time_anew() -> None:
    story, proposal = proposed()
    story.does(MORGAN, RequestInformation(proposal.no, "Who heard it?"))
    story.later(days=2)
    story.does(ASHA, GiveInformation(proposal.no, "I did."))
    unanswered(story)
    assert story.today == date(2025, 3, 10)


def test_who_proposed_it_and_who_corresponds_are_never_asked() -> None:
    """The chief proposes; Morgan, above whom nobody stands, corresponds with the customer."""
    story = Story()
    story.becomes(replace(MORGAN, line_manager=None))
    story.report(corresponding=MORGAN.id)
    story.becomes(DEE)
    proposal = story.proposed(WARNING, by=CLEO)
    assert proposal.approver == DANA.id
    assert asked(story) == [DANA.id, DEE.id]


def test_with_nobody_left_it_is_brought_to_mind_on_working_days_alone() -> None:
    story, _ = proposed()
    asked(story)
    days = []
    for _ in range(6):
        unanswered(story)
        days.append(story.today)
    assert all(day.weekday() < 5 for day in days)
    assert len(set(days)) == len(days)
    scene, case = story.later(days=(5 - story.today.weekday())).scene(ASHA), story.case
    [duty] = [d for d in duties(scene, case) if d.kind is DutyKind.DECIDE_PROPOSAL]
    assert story.today.weekday() == 5
    before = due_reminder(duty, frozenset(), story.today)
    assert before is not None
    assert before.step_on == story.today - timedelta(days=1), "Saturday looks back to Friday"
