"""Each responsibility has exactly the powers that the policy file gives it."""

from dataclasses import replace

import pytest

from core.case.authority.powers import has_power, holders, may_act_for_owner
from core.policy.model import Power
from core.vocabulary.ids import SYSTEM, StaffId
from core.vocabulary.people import Role, StaffMember
from tests.core.story import POLICY, Story
from tests.core.waiting import away
from tests.support.people import ARI, ASHA, CLEO, DANA, FRAN, LEE, MORGAN, ORGANISATION, SENA

POWERS = {
    FRAN: {Power.MANAGE},
    LEE: {Power.ADVISE},
    DANA: {Power.OVERSEE},
    CLEO: {Power.OVERSEE, Power.MANAGE},
    ARI: {Power.ADMINISTER},
}


def sena_in_place_of(owner: StaffMember) -> Story:
    story = Story()
    story.report()
    story.becomes(away(owner, SENA))
    return story


@pytest.mark.parametrize("member", ORGANISATION, ids=lambda member: member.id)
def test_who_has_which_power(member: StaffMember) -> None:
    scene = Story().scene(ASHA)
    held = {power for power in Power if has_power(scene, member.id, power)}
    assert held == POWERS.get(member, set())


def test_another_policy_gives_other_powers() -> None:
    powers = replace(POLICY.powers, of={Role.LEGAL: frozenset({Power.MANAGE})})
    scene = Story(policy=replace(POLICY, powers=powers)).scene(ASHA)
    assert holders(scene, Power.MANAGE) == (LEE,)
    assert not has_power(scene, FRAN.id, Power.MANAGE)


def test_whoever_left_has_none() -> None:
    story = Story()
    story.becomes(replace(CLEO, active=False))
    assert not has_power(story.scene(ASHA), CLEO.id, Power.OVERSEE)
    assert holders(story.scene(ASHA), Power.OVERSEE) == (DANA,)


@pytest.mark.parametrize("staff", [SYSTEM, StaffId("stranger")])
def test_strangers_have_none(staff: StaffId) -> None:
    story = sena_in_place_of(ASHA)
    assert not any(has_power(story.scene(ASHA), staff, power) for power in Power)
    assert not may_act_for_owner(story.scene(ASHA), story.case, staff)


def test_the_most_junior_of_those_who_oversee_comes_first() -> None:
    assert holders(Story().scene(ASHA), Power.OVERSEE) == (DANA, CLEO)


@pytest.mark.parametrize(
    ("staff", "may"), [(ASHA, True), (FRAN, True), (CLEO, True), (MORGAN, False), (SENA, False)]
)
def test_who_may_do_what_the_owner_may(staff: StaffMember, may: bool) -> None:
    story = Story()
    story.report()
    assert may_act_for_owner(story.scene(ASHA), story.case, staff.id) is may


def test_the_owners_deputy_may_while_the_owner_is_away() -> None:
    story = sena_in_place_of(ASHA)
    assert may_act_for_owner(story.scene(ASHA), story.case, SENA.id)
    story.later(days=14)
    assert not may_act_for_owner(story.scene(ASHA), story.case, SENA.id)


def test_somebody_elses_deputy_may_not() -> None:
    story = sena_in_place_of(MORGAN)
    assert not may_act_for_owner(story.scene(ASHA), story.case, SENA.id)
