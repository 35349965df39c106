"""Specimens are as complete as can be: whatever refuses them would refuse anything."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from bot.conversation.rehearsing.specimens import any_sanctions
from core.case.scene import Scene
from core.case.state import Case
from core.case.terms_rules import check_terms
from core.policy.model import Policy, SanctionRule
from core.vocabulary.ids import CaseId, CustomerId, EntryNo
from core.vocabulary.people import People
from tests.bot.conversation.harness import POLICY
from tests.support.people import ASHA, ORGANISATION

NOW = datetime(2026, 6, 24, 13, 5, tzinfo=UTC)
EMPTY = Case(CaseId("c"), "UCB-1", CustomerId("c"), ASHA.id, NOW, EntryNo(1))


def scene(policy: Policy) -> Scene:
    return Scene(policy, People(ORGANISATION), ASHA.id, NOW)


@pytest.mark.parametrize("rule", POLICY.sanctions, ids=lambda rule: rule.code)
def test_any_sanction_of_the_policy_is_complete(rule: SanctionRule) -> None:
    seen = scene(replace(POLICY, sanctions=(rule,)))
    specimen = any_sanctions(seen, EMPTY)
    assert specimen
    assert [terms.code for terms in specimen.sanctions] == [rule.code]
    check_terms(seen, specimen.sanctions[0])


def test_a_policy_without_sanctions_has_none() -> None:
    assert any_sanctions(scene(replace(POLICY, sanctions=())), EMPTY) is None
