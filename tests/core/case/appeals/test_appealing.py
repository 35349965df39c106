"""A customer challenges a decision: a Stage 3 complaint, once at stage 2 and once at stage 5."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from core.case.commands import Approve, DecideAppeal, RaiseAppeal, RequestInformation
from core.case.events import (
    AppealDecided,
    AppealOutcome,
    AppealRaised,
    CustomerReEngaged,
    DisengagementChanged,
    SanctionChanged,
    SanctionLifted,
    Variation,
)
from core.case.proposals import SanctionsMatter
from core.case.state import Appeal, Proposal
from core.case.terms import MeansTerms, NamedContactTerms, SanctionTerms, ThirdPartyTerms
from core.vocabulary.ids import EntryNo
from core.vocabulary.people import Role, StaffMember
from tests.core.disengaging import GRANT, HEDGE, DisengagingStory
from tests.core.story import IN_WRITING, POLICY
from tests.core.waiting import away, unanswered
from tests.support.people import ASHA, CLEO, DANA, DEVI, FRAN, IRA, MORGAN, NOOR, OLU, SENA, member

NAMED = SanctionTerms("named-contact", NamedContactTerms(FRAN.id))
THIRD_PARTY = SanctionTerms("third-party", ThirdPartyTerms("A neighbour"))
BY_EMAIL_TOO = SanctionTerms("specified-form", MeansTerms(frozenset({"email", "web-form"})))
UPHELD, VARIED, WITHDRAWN = AppealOutcome


def sanctioned(*sanctions: SanctionTerms) -> tuple[DisengagingStory, Proposal]:
    """Asha proposed sanctions and Morgan approved them."""
    story = DisengagingStory()
    story.sanctioned(*sanctions)
    [decision] = [p for p in story.case.proposals.values() if isinstance(p.matter, SanctionsMatter)]
    return story, decision


def challenge(story: DisengagingStory, decision: Proposal, **changed: object) -> RaiseAppeal:
    usual = RaiseAppeal(decision.no, "I only raised my voice once.", story.now)
    return replace(usual, **changed)  # type: ignore[arg-type]


def raised(story: DisengagingStory, decision: Proposal, by: StaffMember = ASHA) -> Appeal:
    story.does(by, challenge(story, decision))
    [appeal] = story.case.open_appeals
    return appeal


def answer(appeal: Appeal, outcome: AppealOutcome, *variations: Variation) -> DecideAppeal:
    return DecideAppeal(appeal.no, outcome, "We listened to the recording.", variations)


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


@pytest.mark.parametrize("actor", [ASHA, MORGAN, FRAN, CLEO])
def test_who_may_record_it(actor: StaffMember) -> None:
    story, decision = sanctioned()
    assert raised(story, decision, by=actor).recorded_by == actor.id


@pytest.mark.parametrize(
    ("actor", "rule"),
    [(SENA, "not-yours"), (OLU, "not-yours"), (IRA, "inactive-actor")],
)
def test_who_may_not_record_it(actor: StaffMember, rule: str) -> None:
    story, decision = sanctioned()
    assert story.refuses(actor, challenge(story, decision)).rule == rule


def test_only_once_at_stage_2_even_against_another_decision() -> None:
    story, decision = sanctioned()
    appeal = raised(story, decision)
    assert story.refuses(ASHA, challenge(story, decision)).rule == "already-appealed"
    story.does(DEVI, answer(appeal, WITHDRAWN))
    another = story.proposed(story.sanctions(NAMED))
    story.does(MORGAN, Approve(another.no))
    assert story.refuses(ASHA, challenge(story, another)).rule == "already-appealed"


def test_and_once_again_at_stage_5() -> None:
    story, decision = sanctioned()
    raised(story, decision)
    story.later(days=1)
    story.report()
    notice = story.proposed(story.disengagement(GRANT))
    story.does(DANA, Approve(notice.no))
    [event] = story.does(ASHA, challenge(story, notice))
    assert isinstance(event, AppealRaised)
    assert event.stage == 5
    assert story.refuses(ASHA, challenge(story, notice)).rule == "already-appealed"


def test_a_policy_may_allow_it_at_fewer_stages() -> None:
    story, decision = sanctioned()
    story.policy = replace(POLICY, appeals=replace(POLICY.appeals, stages=frozenset({5})))
    assert story.refuses(ASHA, challenge(story, decision)).rule == "not-appealable"


def test_what_can_be_challenged_is_a_decision_that_was_made() -> None:
    story = DisengagingStory()
    story.continued()
    [warning] = story.case.proposals.values()
    assert story.refuses(ASHA, challenge(story, warning)).rule == "not-appealable"
    proposal = story.proposed(story.sanctions())
    assert story.refuses(ASHA, challenge(story, proposal)).rule == "nothing-to-appeal"
    unknown = replace(challenge(story, proposal), decision=EntryNo(99))
    refusal = story.refuses(ASHA, unknown)
    assert (refusal.rule, refusal.field) == ("unknown-proposal", "decision")


@pytest.mark.parametrize(
    ("changed", "rule", "field"),
    [
        ({"grounds": " "}, "text-missing", "grounds"),
        ({"grounds": "x" * 3001}, "text-too-long", "grounds"),
        ({"raised_at": timedelta(days=1)}, "in-the-future", "raised_at"),
        ({"raised_at": timedelta(minutes=-5)}, "raised-before-decision", "raised_at"),
    ],
)
def test_what_an_appeal_must_say(changed: dict[str, object], rule: str, field: str) -> None:
    story, decision = sanctioned()
    if isinstance(by := changed.get("raised_at"), timedelta):
        changed = {"raised_at": story.now + by}
    refusal = story.refuses(ASHA, challenge(story, decision, **changed))
    assert (refusal.rule, refusal.field) == (rule, field)


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
