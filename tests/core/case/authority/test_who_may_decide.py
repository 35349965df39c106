"""Whatever the grades, lines, absences and deputies are, two people at different grades decide."""

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from core.case.authority.sign_off import eligible, objection
from core.case.authority.sign_off_rule import sign_off_for
from core.case.proposals import Grounds, SanctionsMatter, WarningMatter
from core.case.signing_off.escalating import next_place
from core.case.state import Proposal
from core.vocabulary.ids import EntryNo, StaffId
from core.vocabulary.people import Absence, Role, StaffMember
from tests.core.story import POLICY, WARNING, Story
from tests.core.waiting import FIRST_DAY
from tests.support.people import ASHA, ORGANISATION

IDS = [member.id for member in ORGANISATION]
GRADES = [grade.code for grade in POLICY.grades] + ["admiral"]
STRANGER = StaffId("stranger")


def days() -> st.SearchStrategy[date]:
    return st.integers(-3, 3).map(lambda count: FIRST_DAY + timedelta(days=count))


@st.composite
def absences(draw: st.DrawFn) -> Absence:
    first, last = sorted((draw(days()), draw(days())))
    return Absence(first, last, draw(st.sampled_from([*IDS, STRANGER, None])))


@st.composite
def organisations(draw: st.DrawFn) -> tuple[StaffMember, ...]:
    """Everybody known, with any grade, manager, roles and absences."""
    return tuple(
        replace(
            member,
            grade=draw(st.sampled_from([member.grade, *GRADES])),
            line_manager=draw(st.sampled_from([member.line_manager, *IDS, None])),
            roles=draw(st.sampled_from([member.roles, frozenset({Role.DIRECTOR})])),
            active=draw(st.integers(0, 9)) > 0,
            absences=tuple(draw(st.lists(absences(), max_size=1))),
        )
        for member in ORGANISATION
    )


@st.composite
def proposals(draw: st.DrawFn) -> tuple[Story, Proposal]:
    """Asha's case of an extreme incident, then any organisation, and anybody's proposal."""
    story = Story()
    story.report(extreme=True)
    matter: WarningMatter | SanctionsMatter = WARNING
    if draw(st.booleans()):
        matter = story.sanctions(grounds=draw(st.sampled_from(Grounds)))
    for member in draw(organisations()):
        story.becomes(member)
    anybody = st.sampled_from(IDS)
    proposal = Proposal(
        no=EntryNo(3),
        matter=matter,
        proposed_by=draw(anybody),
        proposed_at=story.now,
        corresponding=draw(anybody),
        approver=draw(anybody),
        asked_at=story.now,
        asked_before=tuple(draw(st.lists(anybody, unique=True, max_size=3))),
    )
    return story, proposal


@given(proposals())
def test_whoever_may_decide_is_another_person_of_another_grade_senior_enough_and_here(
    given_: tuple[Story, Proposal],
) -> None:
    story, proposal = given_
    scene, case = story.scene(ASHA), story.case
    able = eligible(scene, case, proposal)
    least = POLICY.rank(sign_off_for(scene, case, proposal.matter).minimum_grade)
    assert len({member.id for member in able}) == len(able)
    for member in able:
        assert member == story.staff[member.id]
        assert member.active
        assert member.id not in (proposal.proposed_by, proposal.corresponding)
        assert member.grade != story.staff[proposal.proposed_by].grade
        assert POLICY.rank(member.grade) >= least
        assert member.absence_on(story.today) is None


@given(proposals())
def test_everybody_is_told_why_not_or_may_decide(given_: tuple[Story, Proposal]) -> None:
    story, proposal = given_
    able = {m.id for m in eligible(story.scene(ASHA), story.case, proposal)}
    for member in story.staff.values():
        refusal = objection(story.scene(member), story.case, proposal)
        assert (refusal is None) == (member.id in able)
        assert refusal is None or (refusal.rule and refusal.message)


@given(proposals())
def test_going_up_reaches_someone_new_who_may_decide_and_is_not_junior(
    given_: tuple[Story, Proposal],
) -> None:
    story, proposal = given_
    place = next_place(story.scene(ASHA), story.case, proposal)
    if place is None:
        return
    following = place.member
    asked = {proposal.approver, *proposal.asked_before}
    assert following.id not in asked
    assert POLICY.rank(following.grade) >= POLICY.rank(story.staff[proposal.approver].grade)
    then = replace(
        proposal,
        approver=following.id,
        asked_before=(*proposal.asked_before, proposal.approver),
    )
    assert following in eligible(story.scene(ASHA), story.case, then)
