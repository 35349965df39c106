"""A customer challenges a decision: a Stage 3 complaint, once at stage 2 and once at stage 5."""

from dataclasses import replace
from datetime import timedelta

import pytest

from core.case.commands import Approve
from core.case.events import (
    AppealRaised,
)
from core.vocabulary.ids import EntryNo
from core.vocabulary.people import StaffMember
from tests.core.case.appeals.challenged import (
    NAMED,
    WITHDRAWN,
    answer,
    challenge,
    raised,
    sanctioned,
)
from tests.core.disengaging import GRANT, DisengagingStory
from tests.core.story import POLICY
from tests.support.people import ASHA, CLEO, DANA, DEVI, FRAN, IRA, MORGAN, OLU, SENA


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
