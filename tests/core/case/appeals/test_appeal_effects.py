"""What becomes of a decision that was challenged: upheld, varied or withdrawn (Appeals)."""

from dataclasses import replace

import pytest

from core.case.commands import Approve
from core.case.events import (
    AppealDecided,
    AppealOutcome,
    CustomerReEngaged,
    DisengagementChanged,
    SanctionChanged,
    SanctionLifted,
    Variation,
)
from core.case.state import Appeal
from core.case.terms import MeansTerms, SanctionTerms
from core.vocabulary.ids import EntryNo
from tests.core.case.appeals.challenged import (
    BY_EMAIL_TOO,
    NAMED,
    THIRD_PARTY,
    UPHELD,
    VARIED,
    WITHDRAWN,
    answer,
    raised,
    sanctioned,
)
from tests.core.disengaging import GRANT, HEDGE, DisengagingStory
from tests.core.story import IN_WRITING
from tests.support.people import CLEO, DANA, DEVI, MORGAN


def test_upheld_it_changes_nothing() -> None:
    story, decision = sanctioned()
    appeal = raised(story, decision)
    before = story.case.sanctions
    events = story.does(DEVI, answer(appeal, UPHELD))
    assert events == (AppealDecided(appeal.no, UPHELD, "We listened to the recording."),)
    assert story.case.sanctions == before
    decided = story.case.appeals[appeal.no]
    assert (decided.outcome, decided.decided_by) == (UPHELD, DEVI.id)
    refusal = story.refuses(DEVI, answer(appeal, WITHDRAWN))
    assert refusal.rule == "already-decided"
    assert refusal.message.startswith("Devi Deputy decided this appeal on Tuesday 4 March 2025")


def test_withdrawn_it_lifts_every_sanction_of_the_decision_and_no_other() -> None:
    story, decision = sanctioned(IN_WRITING, NAMED)
    appeal = raised(story, decision)
    third = story.proposed(story.sanctions(THIRD_PARTY))
    story.does(MORGAN, Approve(third.no))
    first, second, other = story.case.in_force
    _, *lifted = story.does(DEVI, answer(appeal, WITHDRAWN))
    assert lifted == [SanctionLifted(first.no, appeal.no), SanctionLifted(second.no, appeal.no)]
    assert [sanction.no for sanction in story.case.in_force] == [other.no]


def test_varied_one_sanction_has_new_terms_and_the_other_stays() -> None:
    story, decision = sanctioned(IN_WRITING, NAMED)
    appeal = raised(story, decision)
    in_writing, named = story.case.in_force
    _, changed = story.does(DEVI, answer(appeal, VARIED, Variation(in_writing.no, BY_EMAIL_TOO)))
    assert changed == SanctionChanged(in_writing.no, appeal.no, BY_EMAIL_TOO, in_writing.review_on)
    assert story.case.sanctions[in_writing.no].terms == BY_EMAIL_TOO
    assert story.case.sanctions[named.no] == named


@pytest.mark.parametrize(
    ("variations", "rule"),
    [
        ((), "variations-missing"),
        ((Variation(EntryNo(9)),), "terms-missing"),
        ((Variation(EntryNo(9), NAMED),), "terms-missing"),
        ((Variation(EntryNo(9), BY_EMAIL_TOO, (GRANT,)),), "terms-missing"),
        ((Variation(EntryNo(9), IN_WRITING),), "nothing-changed"),
        ((Variation(EntryNo(8), BY_EMAIL_TOO),), "not-of-this-decision"),
        ((Variation(EntryNo(9), BY_EMAIL_TOO),) * 2, "variation-twice"),
        (
            (Variation(EntryNo(9), SanctionTerms("specified-form", MeansTerms(frozenset()))),),
            "means-missing",
        ),
    ],
)
def test_what_a_variation_of_a_sanction_must_say(
    variations: tuple[Variation, ...], rule: str
) -> None:
    story, decision = sanctioned()
    appeal = raised(story, decision)
    assert [sanction.no for sanction in story.case.in_force] == [EntryNo(9)]
    assert story.refuses(DEVI, answer(appeal, VARIED, *variations)).rule == rule


@pytest.mark.parametrize("outcome", [UPHELD, WITHDRAWN])
def test_only_a_varied_decision_has_new_terms(outcome: AppealOutcome) -> None:
    story, decision = sanctioned()
    command = answer(raised(story, decision), outcome, Variation(EntryNo(9), BY_EMAIL_TOO))
    assert story.refuses(DEVI, command).rule == "variations-without-varying"


def test_an_answer_has_reasons() -> None:
    story, decision = sanctioned()
    command = replace(answer(raised(story, decision), UPHELD), reasons="")
    refusal = story.refuses(DEVI, command)
    assert (refusal.rule, refusal.field) == ("text-missing", "reasons")


def test_an_unknown_appeal_is_not_answered() -> None:
    story, decision = sanctioned()
    command = replace(answer(raised(story, decision), UPHELD), appeal=EntryNo(2))
    assert story.refuses(DEVI, command).rule == "unknown-appeal"


def test_what_ended_before_the_answer_stays_ended_and_is_answered_all_the_same() -> None:
    story, decision = sanctioned()
    [sanction] = story.case.in_force
    appeal = raised(story, decision)
    story.lifts(sanction.no)
    command = answer(appeal, VARIED, Variation(sanction.no, BY_EMAIL_TOO))
    assert story.refuses(DEVI, command).rule == "nothing-in-force"
    assert len(story.does(DEVI, answer(appeal, WITHDRAWN))) == 1
    assert story.case.appeals[appeal.no].outcome is WITHDRAWN


def test_a_decision_may_be_challenged_after_its_measures_ended() -> None:
    story, decision = sanctioned()
    [sanction] = story.case.in_force
    story.lifts(sanction.no)
    appeal = raised(story, decision)
    assert story.does(DEVI, answer(appeal, UPHELD))


def disengaged(*topics: str) -> tuple[DisengagingStory, Appeal]:
    """Dana approved the notice, so that Cleo, who is not junior to her, answers the appeal."""
    story = DisengagingStory().disengaged(*topics)
    return story, raised(story, story.case.proposals[story.notice.proposal])


def test_a_withdrawn_disengagement_ends() -> None:
    story, appeal = disengaged(GRANT)
    _, ended = story.does(CLEO, answer(appeal, WITHDRAWN))
    assert ended == CustomerReEngaged(story.notice.no, appeal.no)
    assert not story.case.disengaged
    assert story.case.in_force, "the sanctions were another decision"


def test_another_disengagement_than_the_one_challenged_stays() -> None:
    story = DisengagingStory().disengaged(GRANT)
    another = story.proposed(story.disengagement(HEDGE))
    story.does(DANA, Approve(another.no))
    first, second = story.case.disengaged
    appeal = raised(story, story.case.proposals[first.proposal])
    story.does(CLEO, answer(appeal, WITHDRAWN))
    assert story.case.disengaged == (second,)


@pytest.mark.parametrize("before", [(), (GRANT, HEDGE)])
def test_a_varied_disengagement_is_about_less(before: tuple[str, ...]) -> None:
    story, appeal = disengaged(*before)
    notice = story.notice
    varied = Variation(notice.no, topics=(f" {GRANT.upper()} ",))
    _, changed = story.does(CLEO, answer(appeal, VARIED, varied))
    topics = (GRANT.upper(),)
    assert changed == DisengagementChanged(notice.no, appeal.no, topics, notice.review_on)


@pytest.mark.parametrize(
    ("topics", "rule"),
    [
        (None, "topics-missing"),
        ((), "topics-missing"),
        ((" ",), "text-missing"),
        ((GRANT,), "nothing-changed"),
        ((GRANT, HEDGE), "wider-than-before"),
        ((HEDGE,), "wider-than-before"),
    ],
)
def test_what_a_variation_of_a_disengagement_must_say(
    topics: tuple[str, ...] | None, rule: str
) -> None:
    story, appeal = disengaged(GRANT)
    command = answer(appeal, VARIED, Variation(story.notice.no, topics=topics))
    refusal = story.refuses(CLEO, command)
    assert (refusal.rule, refusal.field) == (rule, "variations")
