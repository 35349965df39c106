"""Stage 6: same or similar topic, wholly different, or unsure; what is done is recorded."""

from dataclasses import replace
from datetime import timedelta

import pytest

from core.case.commands import Approve, AssessContact, Propose
from core.case.events import ContactAssessed, Relation, Response
from core.case.proposals import DisengagementOutcome
from core.case.weighing.assessing import disengaged_at, responses
from core.vocabulary.ids import EntryNo
from core.vocabulary.people import Absence, StaffMember
from tests.core.disengaging import GRANT, HEDGE, DisengagingStory
from tests.support.people import ASHA, CLEO, DANA, DEVI, FRAN, IRA, LEE, MORGAN, NOOR, OLU, SENA

SAME, DIFFERENT, UNSURE = Relation.SAME, Relation.DIFFERENT, Relation.UNSURE
NOT_RE_ENGAGED, REISSUED = Response.NOT_RE_ENGAGED, Response.NOTICE_REISSUED
ANSWERED, ASKED = Response.ANSWERED, Response.MANAGER_ASKED


@pytest.mark.parametrize(
    ("topics", "relation", "response", "rule"),
    [
        ((GRANT,), SAME, NOT_RE_ENGAGED, None),
        ((GRANT,), SAME, REISSUED, None),
        ((GRANT,), SAME, ANSWERED, "no-re-engagement"),
        ((GRANT,), SAME, ASKED, "no-re-engagement"),
        ((), SAME, NOT_RE_ENGAGED, None),
        ((), SAME, REISSUED, None),
        ((), SAME, ANSWERED, "no-re-engagement"),
        ((GRANT,), DIFFERENT, ANSWERED, None),
        ((GRANT,), DIFFERENT, NOT_RE_ENGAGED, "answer-other-topics"),
        ((GRANT,), DIFFERENT, REISSUED, "answer-other-topics"),
        ((GRANT,), DIFFERENT, ASKED, "answer-other-topics"),
        ((), DIFFERENT, ANSWERED, "manager-decides-other-topics"),
        ((), DIFFERENT, ASKED, None),
        ((), DIFFERENT, NOT_RE_ENGAGED, None),
        ((), DIFFERENT, REISSUED, None),
        ((GRANT,), UNSURE, ASKED, None),
        ((GRANT,), UNSURE, ANSWERED, "manager-first"),
        ((GRANT,), UNSURE, NOT_RE_ENGAGED, "manager-first"),
        ((), UNSURE, REISSUED, "manager-first"),
        ((), UNSURE, ASKED, None),
    ],
)
def test_what_may_be_done_about_a_contact(
    topics: tuple[str, ...], relation: Relation, response: Response, rule: str | None
) -> None:
    story = DisengagingStory().disengaged(*topics).later(days=10)
    contact = story.contact()
    command = AssessContact(contact.no, relation, response)
    if rule is None:
        [assessed] = story.does(ASHA, command)
        asked = MORGAN.id if response is ASKED else None
        assert assessed == ContactAssessed(contact.no, relation, response, asked)
        [contact] = story.case.contacts
        assert (contact.relation, contact.response) == (relation, response)
        assert contact.assessed_by == ASHA.id
        return
    refusal = story.refuses(ASHA, command)
    assert (refusal.rule, refusal.field) == (rule, "response")
    assert refusal.section == "Our position and process, stage 6"


@pytest.mark.parametrize("topics", [(), (GRANT,)])
@pytest.mark.parametrize("relation", list(Relation))
def test_contact_in_the_exercise_of_a_right_is_always_answered(
    topics: tuple[str, ...], relation: Relation
) -> None:
    story = DisengagingStory().disengaged(*topics)
    contact = story.later(days=1).contact(statutory=True)
    assert responses(contact, disengaged_at(story.case, contact), relation) == (ANSWERED,)
    for response in set(Response) - {ANSWERED}:
        command = AssessContact(contact.no, relation, response)
        assert story.refuses(ASHA, command).rule == "statutory-right"
    assert story.does(ASHA, AssessContact(contact.no, relation, ANSWERED))


@pytest.mark.parametrize(
    ("actor", "allowed"),
    [
        (OLU, True),  # logged it
        (ASHA, True),  # looks after the case
        (MORGAN, True),
        (CLEO, True),
        (NOOR, True),  # manages Olu
        (FRAN, True),  # of the Customer Focus team, who may act as the owner
        (SENA, False),
        (LEE, False),
    ],
)
def test_who_may_say_what_is_done(actor: StaffMember, allowed: bool) -> None:
    story = DisengagingStory().disengaged(GRANT).later(days=1)
    contact = story.contact(by=OLU)
    command = AssessContact(contact.no, SAME, NOT_RE_ENGAGED)
    if allowed:
        assert story.does(actor, command)
    else:
        assert story.refuses(actor, command).rule == "not-yours"


def test_a_contact_can_be_assessed_again() -> None:
    story = DisengagingStory().disengaged(GRANT).later(days=1)
    contact = story.contact()
    story.does(ASHA, AssessContact(contact.no, UNSURE, ASKED))
    story.does(MORGAN, AssessContact(contact.no, DIFFERENT, ANSWERED))
    [contact] = story.case.contacts
    assert (contact.relation, contact.response) == (DIFFERENT, ANSWERED)
    assert (contact.assessed_by, contact.asked) == (MORGAN.id, frozenset({MORGAN.id}))


def test_the_manager_who_is_asked_is_above_whoever_asks() -> None:
    story = DisengagingStory().disengaged(GRANT).later(days=1)
    contact = story.contact()
    command = AssessContact(contact.no, UNSURE, ASKED)
    story.does(MORGAN, command)
    assert story.case.contacts[0].asked == {DEVI.id}
    story.becomes(replace(DEVI, active=False))
    story.becomes(replace(MORGAN, absences=(Absence(story.today, story.today, NOOR.id),)))
    story.does(ASHA, command)
    assert story.case.contacts[0].asked == {DEVI.id, NOOR.id}
    story.becomes(replace(ASHA, line_manager=IRA.id))
    story.becomes(replace(IRA, line_manager=None))
    assert story.refuses(ASHA, command).rule == "no-manager"
    # whoever was asked may answer, wherever they have moved meanwhile
    assert story.does(NOOR, AssessContact(contact.no, SAME, REISSUED))


def test_only_contact_made_while_we_were_disengaged_is_assessed() -> None:
    story = DisengagingStory().still_going_on()
    earlier = story.contact()
    story.later(hours=1)
    story.does(DANA, Approve(story.proposed(story.disengagement(GRANT)).no))
    logged_later = story.contact(occurred_at=story.now - timedelta(minutes=30))
    within = story.contact()  # in the very minute of the notice, after it
    story.later(days=800)
    ended = story.proposed(story.review_of_notice(DisengagementOutcome.RE_ENGAGE))
    story.does(DANA, Approve(ended.no))
    afterwards = story.later(hours=1).contact()
    for contact in (earlier, logged_later, afterwards):
        command = AssessContact(contact.no, SAME, NOT_RE_ENGAGED)
        assert story.refuses(ASHA, command).rule == "not-disengaged"
    assert story.does(ASHA, AssessContact(within.no, SAME, NOT_RE_ENGAGED))


def test_an_unknown_contact_is_refused() -> None:
    story = DisengagingStory().disengaged(GRANT)
    refusal = story.refuses(ASHA, AssessContact(EntryNo(1), SAME, NOT_RE_ENGAGED))
    assert (refusal.rule, refusal.field) == ("unknown-contact", "contact")


def test_with_notices_on_two_topics_another_topic_is_answered() -> None:
    story = DisengagingStory().disengaged(GRANT)
    story.does(DANA, Approve(story.proposed(story.disengagement(HEDGE)).no))
    contact = story.later(days=1).contact()
    assert len(disengaged_at(story.case, contact)) == 2
    assert story.does(ASHA, AssessContact(contact.no, DIFFERENT, ANSWERED))
    assert story.does(ASHA, Propose(story.review_of_notice(DisengagementOutcome.CONTINUE)))
