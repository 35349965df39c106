"""What is told once it is chosen what is done about a contact from somebody we disengaged from."""

from dataclasses import replace
from typing import Final

from bot.conversation.buttons import disengaging
from bot.conversation.cards.answered import answers_to
from bot.conversation.cards.assessing import chosen_blocks, contact_of
from bot.conversation.cards.painting import Painting, sit_for
from bot.conversation.cards.standing import guidance_blocks, verdict_tone
from bot.conversation.office import Office
from bot.views.card import Card, Paragraph, Tone
from core.case.events import Response
from core.case.guidance import together
from core.case.guidance.disengagements import disengagement_label
from core.case.state import Case, Contact
from core.vocabulary.ids import StaffId

_WHAT_NOW: Final = {
    Response.NOT_RE_ENGAGED: "Do not answer it.",
    Response.NOTICE_REISSUED: "Send the disengagement notice again, and nothing else.",
    Response.ANSWERED: "Answer it as you would for anyone, and nothing on the topics we "
    "disengaged from.",
    Response.MANAGER_ASKED: "Do not answer before they decide.",
    Response.ANSWERED_ON_TOPIC: "Have it answered on that topic, and on nothing else. The "
    "disengagement stays in force.",
}
_NOT_ANSWERED: Final = (
    Response.NOT_RE_ENGAGED,
    Response.NOTICE_REISSUED,
    Response.MANAGER_ASKED,
)
_ABOUT_A_RIGHT: Final = (
    "Answer what it says of that right as you would for anyone, on whichever topic, and nothing "
    "else that comes with it."
)


def what_now(contact: Contact, response: Response) -> str:
    """What follows from ``response``, for whoever chose it."""
    return _ABOUT_A_RIGHT if contact.statutory else _WHAT_NOW[response]


async def sit_with(office: Office, case: Case, contact: Contact, me: StaffId) -> Painting:
    about = {"case": str(case.id), "contact": str(contact.no), "for": str(me)}
    return await sit_for(office, about, case, me)


def recorded(painting: Painting, response: Response, asked: StaffId | None) -> Card:
    case, contact = painting.case, contact_of(painting)
    told = f"{painting.name(asked)} has been asked. " if asked else ""
    words = f"{told}{what_now(contact, response)}"
    return Card(
        title="Your choice is recorded",
        summary=f"{case.reference}: what is done about a contact is recorded.",
        blocks=(
            *chosen_blocks(painting, contact),
            Paragraph(words),
        ),
        buttons=(disengaging.choose(case, contact),),
        tone=Tone.GOOD,
    )


def logged(painting: Painting, response: Response) -> Card:
    """Logged and chosen in one go: what is done now, and what else is in force meanwhile."""
    case, contact = painting.case, contact_of(painting)
    chosen = recorded(painting, response, contact.waits_for)
    answers = answers_to(painting, contact)
    judged = {(notice.no, disengagement_label(notice)) for notice in case.disengaged}
    told = together(answers) if response in _NOT_ANSWERED else answers
    others = tuple(each for each in told if (each.measure, each.label) not in judged)
    also = guidance_blocks(painting.policy, others) if others else ()
    return replace(
        chosen,
        title="The contact is logged",
        blocks=(*chosen.blocks, *also),
        tone=verdict_tone(others) if others else chosen.tone,
    )
