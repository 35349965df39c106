"""Who may read a timeline: those involved, their managers, and the roles of the policy file."""

from dataclasses import replace

import pytest

from core.case.authority.access import check_may_read
from core.case.commands import RaiseAppeal
from core.vocabulary.people import Role, StaffMember
from core.vocabulary.refusal import Refused
from tests.core.story import POLICY, WARNING, Story
from tests.core.waiting import away
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
    ORGANISATION,
    SENA,
    member,
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


def refused(story: Story, reader: StaffMember) -> bool:
    try:
        check_may_read(story.scene(reader), story.case)
    except Refused:
        return True
    return False


def test_another_policy_names_other_roles() -> None:
    story = Story(policy=replace(POLICY, access=replace(POLICY.access, timeline_roles=frozenset())))
    story.report()
    assert refused(story, LEE)
    assert not refused(story, FRAN), "who may act for the owner must be able to read"
    powers = replace(POLICY.powers, of={})
    story.policy = replace(story.policy, powers=powers)
    assert refused(story, FRAN)


def test_deputies_read_what_they_are_to_decide_while_they_are_to() -> None:
    story = Story()
    story.report()
    story.proposed(WARNING)
    story.becomes(away(MORGAN, NOOR))
    assert not refused(story, NOOR)
    story.later(days=14)
    assert refused(story, NOOR)


def test_the_owners_deputy_reads_it_too() -> None:
    story = Story()
    story.report()
    story.becomes(away(ASHA, SENA))
    assert not refused(story, SENA)


def test_those_who_are_alerted_of_a_threat_read_about_it() -> None:
    dee = member("Dee Director", "director", "Marine", None, Role.DIRECTOR)
    access = replace(POLICY.access, timeline_roles=frozenset())
    story = Story((*ORGANISATION, dee), replace(POLICY, access=access))
    story.report()
    assert refused(story, dee)
    story.report(extreme=True)
    assert not refused(story, dee)


def test_whoever_answers_an_appeal_reads_what_it_is_about() -> None:
    story = Story().sanctioned()
    [sanction] = story.case.in_force
    story.does(ASHA, RaiseAppeal(sanction.proposal, "It was a bad line.", story.now))
    gail = member("Gail Grade", "director", "Marine", None)
    story.becomes(gail)
    assert refused(story, gail)
    story.becomes(away(DEVI, gail))
    assert not refused(story, gail)
