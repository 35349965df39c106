"""A manager is asked about a contact, and the bot looks whether somebody stands in for them."""

from datetime import timedelta

from core.case.commands import AssessContact, PassOnQuestion
from core.case.events import QuestionPassedOn, Relation, Response
from core.case.state import Contact
from core.vocabulary.ids import StaffId
from core.vocabulary.people import StaffMember
from tests.core.disengaging import DisengagingStory
from tests.core.waiting import THE_BOT, away
from tests.support.people import ASHA, MORGAN, OLU

LONG = timedelta(days=400)


def gone(member: StaffMember, deputy: StaffMember | None = None) -> StaffMember:
    """Away, for as long as a story lasts."""
    return away(member, deputy, last=(away(member).absences[0].first + LONG))


def waiting(
    *topics: str, logged_by: StaffMember = OLU, asked_by: StaffMember = ASHA
) -> tuple[DisengagingStory, PassOnQuestion]:
    """Morgan was asked about a contact, under a complete disengagement unless on ``topics``."""
    story = DisengagingStory().disengaged(*topics).later(days=10)
    contact = story.contact(by=logged_by, topic="Otters")
    relation = Relation.UNSURE if topics else Relation.DIFFERENT
    story.does(asked_by, AssessContact(contact.no, relation, Response.MANAGER_ASKED))
    assert now(story).waits_for == MORGAN.id
    return story, PassOnQuestion(contact.no)


def now(story: DisengagingStory) -> Contact:
    return story.case.contacts[-1]


def passed_on(story: DisengagingStory, command: PassOnQuestion) -> StaffId:
    """To whom the bot puts it."""
    [event] = story.does(THE_BOT, command)
    assert isinstance(event, QuestionPassedOn)
    assert event.asked == now(story).waits_for
    return event.asked


def stays(story: DisengagingStory, command: PassOnQuestion) -> bool:
    return story.refuses(THE_BOT, command).rule == "nobody-stands-in"


def on_that_topic(command: PassOnQuestion) -> AssessContact:
    why = "A new licence, and nothing of the grant in it."
    return AssessContact(command.contact, Relation.DIFFERENT, Response.ANSWERED_ON_TOPIC, why)
