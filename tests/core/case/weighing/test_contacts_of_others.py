"""Scope: of somebody to whom a measure was extended, a contact counts under that measure alone."""

import pytest

from core.case.commands import Approve, AssessContact, LogContact, Propose
from core.case.events import Relation, Response
from core.case.proposals import ExtensionMatter
from core.case.state import Contact
from core.case.weighing.assessing import disengaged_at, unassessed
from core.case.weighing.bound import bound_then
from core.case.weighing.patterns import evidence
from core.case.weighing.recurrences import is_breach
from core.vocabulary.ids import CustomerId, EntryNo
from tests.core.disengaging import GRANT, PAT, DisengagingStory
from tests.core.story import CASEY
from tests.support.people import ASHA, DANA, MORGAN


def story() -> DisengagingStory:
    """Sanctions, and a disengagement from one topic; a day later."""
    story = DisengagingStory()
    story.others = (PAT,)
    story.disengaged(GRANT)
    story.later(days=1)
    return story


def extended(story: DisengagingStory, measure: EntryNo) -> None:
    proposal = story.proposed(ExtensionMatter(measure, PAT.id, "The same calls."))
    story.does(DANA if measure in story.case.disengagements else MORGAN, Approve(proposal.no))
    story.later(days=1)


def of_pat(story: DisengagingStory, means: str = "phone") -> Contact:
    return story.contact(means=means, person=PAT.id)


def test_nobody_is_taken_for_bound_to_whom_nothing_was_extended() -> None:
    refusal = story().refuses(ASHA, LogContact("phone", story().now, GRANT, person=PAT.id))
    assert (refusal.rule, refusal.field) == ("not-bound", "person")


def test_whose_case_it_is_needs_no_naming() -> None:
    assert story().contact(person=CASEY.id).person is None


def test_only_the_sanction_extended_to_them_is_breached_by_them() -> None:
    one = story()
    extended(one, one.notice.no)
    contact = of_pat(one)
    assert contact.person == PAT.id
    assert not is_breach(one.scene(ASHA), one.case, contact)
    assert is_breach(one.scene(ASHA), one.case, one.contact(means="phone"))
    extended(one, one.case.in_force[0].no)
    assert is_breach(one.scene(ASHA), one.case, of_pat(one))


def test_what_came_before_the_extension_is_no_breach() -> None:
    one = story()
    before = one.now
    one.later(hours=1)
    extended(one, one.case.in_force[0].no)
    contact = one.contact(means="phone", occurred_at=before, person=PAT.id)
    assert not bound_then(one.case.in_force[0], contact)
    assert not is_breach(one.scene(ASHA), one.case, contact)


def test_only_the_disengagement_extended_to_them_is_assessed() -> None:
    one = story()
    extended(one, one.case.in_force[0].no)
    contact = of_pat(one, "letter")
    assert disengaged_at(one.case, contact) == ()
    assert unassessed(one.case) == ()
    command = AssessContact(contact.no, Relation.SAME, Response.NOT_RE_ENGAGED)
    assert one.refuses(ASHA, command).rule == "not-disengaged"
    extended(one, one.notice.no)
    contact = of_pat(one, "letter")
    assert disengaged_at(one.case, contact) == (one.notice,)
    assert unassessed(one.case) == (contact,)
    one.does(ASHA, AssessContact(contact.no, Relation.SAME, Response.NOT_RE_ENGAGED))


def test_their_contacts_are_no_evidence_against_whose_case_it_is() -> None:
    one = story()
    extended(one, one.notice.no)
    before = evidence(one.policy, one.case, GRANT, one.now)
    for _ in range(6):
        of_pat(one, "email")
    assert evidence(one.policy, one.case, GRANT, one.now) == before
    for _ in range(6):
        one.contact(means="email")
    assert evidence(one.policy, one.case, GRANT, one.now) != before


@pytest.mark.parametrize("person", [CustomerId("nobody"), CustomerId("")])
def test_somebody_unknown_is_not_bound(person: CustomerId) -> None:
    one = story()
    extended(one, one.notice.no)
    refusal = one.refuses(ASHA, LogContact("letter", one.now, GRANT, person=person))
    assert refusal.rule == "not-bound"


def test_a_contact_of_them_is_still_logged_when_nothing_binds_them_any_more() -> None:
    one = story()
    sanction = one.case.in_force[0]
    extended(one, sanction.no)
    one.lifts(sanction.no)
    assert of_pat(one).person == PAT.id


def test_an_extension_is_proposed_once() -> None:
    one = story()
    extended(one, one.notice.no)
    again = ExtensionMatter(one.notice.no, PAT.id, "Once more.")
    assert one.refuses(ASHA, Propose(again)).rule == "already-bound"
    assert [e.person for e in one.notice.extensions] == [PAT.id]
