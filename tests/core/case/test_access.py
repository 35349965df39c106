"""Who may read a timeline: those involved, their managers, and the roles of the policy file."""

import pytest

from core.case.access import check_may_read
from core.vocabulary.people import StaffMember
from core.vocabulary.refusal import Refused
from tests.core.story import Story
from tests.support.people import (
    ARI,
    ASHA,
    CLEO,
    DANA,
    DEVI,
    FRAN,
    IRA,
    LEE,
    MORGAN,
    NOOR,
    OLU,
    SENA,
)


@pytest.mark.parametrize("reader", [ASHA, MORGAN, DEVI, DANA, CLEO, FRAN, LEE])
def test_those_who_may_read_it(reader: StaffMember) -> None:
    story = Story()
    story.report()
    check_may_read(story.scene(reader), story.case)


@pytest.mark.parametrize(
    ("reader", "rule"),
    [
        (SENA, "may-not-read"),
        (NOOR, "may-not-read"),
        (OLU, "may-not-read"),
        (ARI, "may-not-read"),
        (IRA, "inactive-actor"),
    ],
)
def test_those_who_may_not(reader: StaffMember, rule: str) -> None:
    story = Story()
    story.report()
    with pytest.raises(Refused) as refused:
        check_may_read(story.scene(reader), story.case)
    assert refused.value.refusal.rule == rule


def test_whoever_reported_becomes_involved() -> None:
    story = Story()
    story.report(by=SENA)
    check_may_read(story.scene(SENA), story.case)
