"""Who answers an appeal: somebody who was not involved, nor junior to whoever decided (Appeals)."""

from dataclasses import replace
from datetime import date

import pytest

from core.case.commands import Approve, RequestInformation
from core.case.events import (
    AppealRaised,
)
from core.vocabulary.people import Role, StaffMember
from tests.core.case.appeals.challenged import UPHELD, answer, challenge, raised, sanctioned
from tests.core.disengaging import GRANT, DisengagingStory
from tests.core.waiting import away, unanswered
from tests.support.people import ASHA, CLEO, DANA, DEVI, MORGAN, NOOR, member


class BankHoliday:
    def is_bank_holiday(self, day: date) -> bool:
        return day == date(2025, 3, 10)


def test_it_goes_up_the_line_to_someone_who_was_not_involved_with_the_day_to_answer_by() -> None:
    story, decision = sanctioned()  # on Tuesday 4 March
    [event] = story.does(ASHA, challenge(story, decision))
    assert event == AppealRaised(
        decision.no, 2, "I only raised my voice once.", story.now, DEVI.id, date(2025, 4, 1)
    )


def test_bank_holidays_do_not_count_for_the_answer() -> None:
    story, decision = sanctioned()
    story.calendar = BankHoliday()
    assert raised(story, decision).answer_by == date(2025, 4, 2)


def test_whoever_asked_about_the_proposal_was_involved() -> None:
    story = DisengagingStory()
    story.continued()
    proposal = story.proposed(story.sanctions())
    story.does(DANA, RequestInformation(proposal.no, "Was it recorded?"))
    story.does(DEVI, Approve(proposal.no))
    assert raised(story, story.case.proposals[proposal.no]).handler == CLEO.id


def test_whoever_was_asked_in_vain_does_not_answer_the_appeal() -> None:
    story = DisengagingStory()
    story.continued()
    proposal = story.proposed(story.sanctions())
    unanswered(story)
    unanswered(story)
    story.does(DANA, Approve(proposal.no))
    assert raised(story, story.case.proposals[proposal.no]).handler == CLEO.id


def test_beyond_the_line_whoever_oversees_answers() -> None:
    story, decision = sanctioned()
    story.becomes(replace(MORGAN, line_manager=None))
    assert raised(story, decision).handler == DANA.id


def test_the_deputy_of_a_handler_who_is_away_answers() -> None:
    story, decision = sanctioned()
    story.becomes(away(DEVI, DANA))
    assert raised(story, decision).handler == DANA.id


def test_a_deputy_too_junior_or_involved_does_not() -> None:
    story, decision = sanctioned()
    story.becomes(away(DEVI, NOOR))
    story.becomes(away(DANA, MORGAN))
    assert raised(story, decision).handler == CLEO.id


def test_nobody_junior_to_whoever_decided_answers_while_somebody_else_can() -> None:
    story = DisengagingStory().disengaged(GRANT)
    assert raised(story, story.case.proposals[story.notice.proposal]).handler == CLEO.id


def test_somebody_junior_answers_when_nobody_else_is_left() -> None:
    story = DisengagingStory().disengaged(GRANT)
    story.becomes(replace(CLEO, active=False))
    appeal = raised(story, story.case.proposals[story.notice.proposal])
    assert appeal.handler == DEVI.id
    story.becomes(CLEO)
    assert story.does(DEVI, answer(appeal, UPHELD)), "it was put to them, and stays with them"


def test_a_handlers_deputy_junior_to_whoever_decided_does_not_answer() -> None:
    story = DisengagingStory().disengaged(GRANT)
    boss = member("Bea Board", "chief-officer", "Board", None, Role.CHIEF_OPERATING_OFFICER)
    story.becomes(boss)
    appeal = raised(story, story.case.proposals[story.notice.proposal])
    able = {boss.id: boss, CLEO.id: CLEO}
    handler = able.pop(appeal.handler)
    [other] = able.values()
    story.becomes(away(handler, DEVI))
    assert story.refuses(DEVI, answer(appeal, UPHELD)).rule == "not-the-handler"
    assert story.does(other, answer(appeal, UPHELD))


def test_a_deputy_who_is_away_too_does_not_answer() -> None:
    story, decision = sanctioned()
    story.becomes(away(DEVI, CLEO))
    story.becomes(away(CLEO))
    assert raised(story, decision).handler == DANA.id


def test_a_handler_who_goes_away_later_leaves_it_to_their_deputy() -> None:
    story, decision = sanctioned()
    appeal = raised(story, decision)
    story.becomes(away(DEVI, DANA))
    refusal = story.refuses(DEVI, answer(appeal, UPHELD))
    assert (refusal.rule, refusal.remedy) == ("not-the-handler", "Dana Director answers it.")
    assert story.does(DANA, answer(appeal, UPHELD))


def test_when_the_handler_has_left_the_next_answers() -> None:
    story, decision = sanctioned()
    appeal = raised(story, decision)
    story.becomes(replace(DEVI, active=False))
    assert story.does(DANA, answer(appeal, UPHELD))


def test_with_nobody_left_to_answer_the_remedy_is_told() -> None:
    story, decision = sanctioned()
    for senior in (DEVI, DANA, CLEO):
        story.becomes(replace(senior, active=False))
    refusal = story.refuses(ASHA, challenge(story, decision))
    assert (refusal.rule, refusal.section) == ("no-appeal-handler", "Appeals")
    assert "administrator" in refusal.remedy


@pytest.mark.parametrize(
    ("actor", "rule"),
    [
        (ASHA, "involved-in-decision"),
        (MORGAN, "involved-in-decision"),
        (NOOR, "not-the-handler"),
        (DANA, "not-the-handler"),
    ],
)
def test_nobody_else_answers(actor: StaffMember, rule: str) -> None:
    story, decision = sanctioned()
    refusal = story.refuses(actor, answer(raised(story, decision), UPHELD))
    assert (refusal.rule, refusal.remedy) == (rule, "Devi Deputy answers it.")
