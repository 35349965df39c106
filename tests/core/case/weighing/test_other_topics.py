"""Stage 6: a wholly different topic under a complete disengagement: a manager decides."""

from dataclasses import replace

import pytest

from core.case.commands import AssessContact
from core.case.duties.owing import duties
from core.case.events import ContactAssessed, DutyKind, Relation, Response
from core.case.state import Contact
from core.vocabulary.people import StaffMember
from tests.core.disengaging import GRANT, DisengagingStory
from tests.core.story import POLICY
from tests.support.people import ASHA, CLEO, DEVI, FRAN, MORGAN, NOOR, OLU

WHY = "A new licence, and nothing of the grant in it."


def contact_on_otters(*topics: str, by: StaffMember = OLU) -> tuple[DisengagingStory, Contact]:
    """Under a complete disengagement, unless it is on ``topics``; Morgan is asked."""
    story = DisengagingStory().disengaged(*topics).later(days=10)
    return story, story.contact(by=by, topic="Otters")


def asks(story: DisengagingStory, contact: Contact, by: StaffMember = OLU) -> None:
    relation = Relation.DIFFERENT if not story.notice.topics else Relation.UNSURE
    story.does(by, AssessContact(contact.no, relation, Response.MANAGER_ASKED))


def on_that_topic(contact: Contact, reasons: str = WHY) -> AssessContact:
    response = Response.ANSWERED_ON_TOPIC
    return AssessContact(contact.no, Relation.DIFFERENT, response, reasons)


def test_the_manager_who_was_asked_decides_that_it_is_answered_on_that_topic() -> None:
    story, contact = contact_on_otters()
    asks(story, contact)
    [event] = story.does(MORGAN, on_that_topic(contact, f"  {WHY} "))
    assert event == ContactAssessed(
        contact.no, Relation.DIFFERENT, Response.ANSWERED_ON_TOPIC, reasons=WHY
    )
    [contact] = story.case.contacts
    assert (contact.assessed_by, contact.reasons) == (MORGAN.id, WHY)
    assert story.case.disengaged
    kinds = [duty.kind for duty in duties(story.scene(ASHA), story.case)]
    assert DutyKind.ASSESS_CONTACT not in kinds


@pytest.mark.parametrize("actor", [OLU, ASHA, FRAN, NOOR, DEVI, CLEO])
def test_nobody_else_decides_it(actor: StaffMember) -> None:
    """Also those who say what is done about other contact."""
    story, contact = contact_on_otters()
    asks(story, contact)
    refusal = story.refuses(actor, on_that_topic(contact))
    assert (refusal.rule, refusal.field) == ("manager-decides-other-topics", "response")
    assert "Ask your manager" in (refusal.remedy or "")


def test_not_even_a_manager_before_somebody_asked_them() -> None:
    story, contact = contact_on_otters()
    assert story.refuses(MORGAN, on_that_topic(contact)).rule == "manager-decides-other-topics"


def test_whoever_got_the_contact_does_not_decide_it_though_they_were_asked() -> None:
    story, contact = contact_on_otters(by=MORGAN)
    asks(story, contact, by=ASHA)
    assert MORGAN.id in story.case.contacts[0].asked
    assert story.refuses(MORGAN, on_that_topic(contact)).rule == "manager-decides-other-topics"
    asks(story, contact, by=MORGAN)
    assert story.does(DEVI, on_that_topic(contact))


@pytest.mark.parametrize("reasons", ["", "  ", "x" * 3001])
def test_the_reasons_stand_on_the_timeline(reasons: str) -> None:
    story, contact = contact_on_otters()
    asks(story, contact)
    assert story.refuses(MORGAN, on_that_topic(contact, reasons)).field == "reasons"


@pytest.mark.parametrize("relation", [Relation.SAME, Relation.UNSURE])
def test_what_is_not_wholly_different_is_never_answered(relation: Relation) -> None:
    story, contact = contact_on_otters()
    asks(story, contact)
    command = replace(on_that_topic(contact), relation=relation)
    refusal = story.refuses(MORGAN, command)
    expected = {Relation.SAME: "no-re-engagement", Relation.UNSURE: "manager-first"}
    assert refusal.rule == expected[relation]


def test_the_manager_may_still_refuse_it_or_ask_further_up() -> None:
    story, contact = contact_on_otters()
    asks(story, contact)
    for response in (Response.MANAGER_ASKED, Response.NOTICE_REISSUED, Response.NOT_RE_ENGAGED):
        assert story.does(MORGAN, AssessContact(contact.no, Relation.DIFFERENT, response))
    answered = AssessContact(contact.no, Relation.DIFFERENT, Response.ANSWERED, WHY)
    assert story.refuses(MORGAN, answered).rule == "manager-decides-other-topics"


def test_a_partial_disengagement_stays_as_it_was() -> None:
    story, contact = contact_on_otters(GRANT)
    asks(story, contact)
    assert story.refuses(MORGAN, on_that_topic(contact)).rule == "answer-other-topics"
    answered = AssessContact(contact.no, Relation.DIFFERENT, Response.ANSWERED)
    assert story.does(MORGAN, answered)


def test_a_contact_about_a_right_is_answered_without_a_manager() -> None:
    story = DisengagingStory().disengaged().later(days=1)
    contact = story.contact(by=OLU, statutory=True)
    assert story.refuses(OLU, on_that_topic(contact)).rule == "statutory-right"


def test_another_body_may_leave_it_to_nobody() -> None:
    story, contact = contact_on_otters()
    rule = replace(POLICY.disengagement, refuse_other_topics=True)
    story.policy = replace(POLICY, disengagement=rule)
    asks(story, contact)
    refusal = story.refuses(MORGAN, on_that_topic(contact))
    assert refusal.rule == "complete-disengagement"
    assert story.does(
        MORGAN, AssessContact(contact.no, Relation.DIFFERENT, Response.NOT_RE_ENGAGED)
    )
