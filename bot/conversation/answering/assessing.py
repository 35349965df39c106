"""What the buttons of a contact from somebody we disengaged from do (stage 6)."""

from bot.conversation.buttons import disengaging
from bot.conversation.cards.assessed import recorded, sit_with
from bot.conversation.cards.assessing import chosen_blocks, contact_of, question_blocks
from bot.conversation.cards.painting import Painting
from bot.conversation.cards.standing import guidance_blocks
from bot.conversation.forms import other_topic
from bot.conversation.pointer import Pointer
from bot.conversation.visit import Visit
from bot.views.answer import Answer
from bot.views.card import Card, Facts, Paragraph, Tone
from bot.views.form import Values
from core.case.commands import AssessContact
from core.case.events import ContactAssessed, Relation, Response
from core.case.state import Case, Contact
from core.case.weighing.assessing import may_assess
from core.vocabulary.refusal import refuse


async def assess(visit: Visit, value: str) -> Answer:
    """Records the choice, unless somebody chose meanwhile what this person has not seen."""
    pointer, relation, response, seen = _read(value)
    case = await visit.case(pointer.case)
    contact = _find(case, pointer)
    if disengaging.standing(contact) != seen:
        return await _meanwhile(visit, case, contact)
    if response is Response.ANSWERED_ON_TOPIC:
        return await other_topic.form(visit, case, contact, value)
    return await _chosen(visit, case, contact, AssessContact(contact.no, relation, response))


async def with_reasons(visit: Visit, state: str, values: Values) -> Answer:
    """As ``assess``, from the form in which a manager says why it is answered."""
    pointer, relation, response, seen = _read(state)
    reasons = other_topic.reasons(values)
    case = await visit.case(pointer.case)
    contact = _find(case, pointer)
    if disengaging.standing(contact) != seen:
        return await _meanwhile(visit, case, contact)
    command = AssessContact(contact.no, relation, response, reasons)
    return await _chosen(visit, case, contact, command)


async def _chosen(visit: Visit, case: Case, contact: Contact, command: AssessContact) -> Answer:
    outcome = await visit.do(case.id, command)
    assessed = (e.event for e in outcome.added if isinstance(e.event, ContactAssessed))
    asked = next((event.asked for event in assessed), None)
    return recorded(await _sit(visit, outcome.case, contact), command.response, asked)


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
            *question_blocks(painting, contact),
        ),
        tone=Tone.CAUTION,
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
    return await sit_with(visit.office, case, contact, visit.me.id)


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
