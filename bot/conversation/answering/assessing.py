"""What the buttons of a contact from somebody we disengaged from do (stage 6)."""

from dataclasses import replace
from typing import Final

from bot.conversation.buttons import disengaging
from bot.conversation.cards.assessing import chosen_blocks, contact_of, question_blocks
from bot.conversation.cards.painting import Painting, sit_for
from bot.conversation.cards.standing import guidance_blocks, verdict_tone
from bot.conversation.pointer import Pointer
from bot.conversation.visit import Visit
from bot.views.answer import Answer
from bot.views.card import Card, Facts, Paragraph, Tone
from core.case.commands import AssessContact
from core.case.events import ContactAssessed, Relation, Response
from core.case.guidance.disengagements import disengagement_label
from core.case.state import Case, Contact
from core.case.weighing.assessing import may_assess
from core.vocabulary.ids import StaffId
from core.vocabulary.refusal import refuse

_WHAT_NOW: Final = {
    Response.NOT_RE_ENGAGED: "Do not answer it.",
    Response.NOTICE_REISSUED: "Send the disengagement notice again, and nothing else.",
    Response.ANSWERED: "Answer it as you would for anyone, and nothing on the topics we "
    "disengaged from.",
    Response.MANAGER_ASKED: "Do not answer before they decide.",
}
_ABOUT_A_RIGHT: Final = (
    "Answer what it says of that right as you would for anyone, on whichever topic, and nothing "
    "else that comes with it."
)


async def assess(visit: Visit, value: str) -> Answer:
    """Records the choice, unless somebody chose meanwhile what this person has not seen."""
    pointer, relation, response, seen = _read(value)
    case = await visit.case(pointer.case)
    contact = _find(case, pointer)
    if disengaging.standing(contact) != seen:
        return await _meanwhile(visit, case, contact)
    outcome = await visit.do(case.id, AssessContact(contact.no, relation, response))
    assessed = (e.event for e in outcome.added if isinstance(e.event, ContactAssessed))
    asked = next((event.asked for event in assessed), None)
    return _recorded(await _sit(visit, outcome.case, contact), response, asked)


async def choose(visit: Visit, value: str) -> Answer:
    """The same contact can be assessed again: the last choice stands."""
    case, contact = await _known(visit, value)
    return _question(await _sit(visit, case, contact))


async def topics(visit: Visit, value: str) -> Answer:
    """Which topics, for somebody who assesses the contact or may read the case."""
    case, contact = await _known(visit, value)
    return _question(await _sit(visit, case, contact))


async def _known(visit: Visit, value: str) -> tuple[Case, Contact]:
    pointer = Pointer.parse(value)
    case = await visit.case(pointer.case)
    contact = _find(case, pointer)
    if not may_assess(await visit.scene(case), case, contact):
        await visit.office.service.timeline(visit.me.id, case.id)
    return case, contact


def _question(painting: Painting) -> Card:
    case, contact = painting.case, contact_of(painting)
    answers = painting.guidance(contact.means, contact.occurred_at, statutory=contact.statutory)
    return Card(
        title=f"{case.reference}: what is done about the contact?",
        summary=f"{case.reference}: choose what is done about a contact.",
        blocks=(
            Facts((*painting.customer_facts, ("The contact was about", contact.topic))),
            *guidance_blocks(painting.policy, answers, private=True),
            *chosen_blocks(painting, contact),
            *question_blocks(case, contact),
        ),
        tone=Tone.CAUTION,
    )


async def logged(visit: Visit, case: Case, contact: Contact, response: Response) -> Card:
    """Logged and chosen in one go: what is done now, and what else is in force meanwhile."""
    painting = await _sit(visit, case, contact)
    chosen = _recorded(painting, response, next(iter(sorted(contact.asked)), None))
    answers = painting.guidance(contact.means, contact.occurred_at, statutory=contact.statutory)
    judged = {(notice.no, disengagement_label(notice)) for notice in case.disengaged}
    others = tuple(each for each in answers if (each.measure, each.label) not in judged)
    also = guidance_blocks(painting.policy, others) if others else ()
    return replace(
        chosen,
        title="The contact is logged",
        blocks=(*chosen.blocks, *also),
        tone=verdict_tone(others) if others else chosen.tone,
    )


def _recorded(painting: Painting, response: Response, asked: StaffId | None) -> Card:
    case, contact = painting.case, contact_of(painting)
    told = f"{painting.name(asked)} has been asked. " if asked else ""
    what_now = _ABOUT_A_RIGHT if contact.statutory else _WHAT_NOW[response]
    return Card(
        title="Your choice is recorded",
        summary=f"{case.reference}: what is done about a contact is recorded.",
        blocks=(*chosen_blocks(painting, contact), Paragraph(f"{told}{what_now}")),
        buttons=(disengaging.choose(case, contact),),
        tone=Tone.GOOD,
    )


async def _meanwhile(visit: Visit, case: Case, contact: Contact) -> Card:
    painting = await _sit(visit, case, contact)
    return Card(
        title="Somebody has chosen already",
        summary=f"{case.reference}: it was chosen already what is done about a contact.",
        blocks=(
            *chosen_blocks(painting, contact),
            Paragraph("Nothing was changed. If that is wrong, choose again."),
        ),
        buttons=(disengaging.choose(case, contact),),
        tone=Tone.CAUTION,
    )


async def _sit(visit: Visit, case: Case, contact: Contact) -> Painting:
    about = {"case": str(case.id), "contact": str(contact.no), "for": str(visit.me.id)}
    return await sit_for(visit.office, about, case, visit.me.id)


def _find(case: Case, pointer: Pointer) -> Contact:
    contact = next((each for each in case.contacts if each.no == pointer.no), None)
    if contact is None:
        raise refuse("unknown-contact", f"{case.reference} has no such contact.")
    return contact


def _read(value: str) -> tuple[Pointer, Relation, Response, str]:
    """Refuses what this bot never wrote."""
    pointer, *chosen = value.split("|")
    known = len(chosen) == 3 and chosen[0] in tuple(Relation) and chosen[1] in tuple(Response)
    if not known:
        raise refuse(
            "stale-view",
            "This button is too old, or damaged.",
            "Log the contact again, or open the case, to get a new one.",
        )
    relation, response, seen = chosen
    return Pointer.parse(pointer), Relation(relation), Response(response), seen
