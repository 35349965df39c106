"""The thresholds of screening in the policy file."""

import pytest

from core.policy.load import PolicyFault, load_policy, shipped_policy
from tests.support.policies import NATURAL_ENGLAND, SMALL_BODY


def test_each_body_states_its_own() -> None:
    assert (NATURAL_ENGLAND.screening.alert, NATURAL_ENGLAND.screening.confirm) == (90, 30)
    assert NATURAL_ENGLAND.screening.assumption
    assert (SMALL_BODY.screening.alert, SMALL_BODY.screening.confirm) == (95, 70)
    assert SMALL_BODY.screening.source == "Section 4"


@pytest.mark.parametrize(
    ("new", "told"),
    [
        ("confirm = 95", "confirm is more than alert"),
        ("confirm = 0", "it must be from 1 to 100"),
        ('confirm = "often"', "confirm must be a whole number"),
    ],
)
def test_thresholds_that_cannot_be_are_refused_with_their_line(new: str, told: str) -> None:
    text = shipped_policy()
    line = text[: text.index("confirm = 30")].count("\n") + 1
    with pytest.raises(PolicyFault) as fault:
        load_policy(text.replace("confirm = 30", new))
    (problem,) = fault.value.problems
    assert problem.line == line
    assert told in problem.message
