"""Log that a customer made contact, and learn what may be done (stages 3 and 6)."""

from dataclasses import replace
from datetime import datetime

from bot.conversation.cards.assessing import is_asked, private_blocks
from bot.conversation.cards.painting import sit_for
from bot.conversation.cards.standing import guidance_blocks, verdict_title, verdict_tone
from bot.conversation.cards.unjudged import before_blocks, once_logged
from bot.conversation.finding.binding import contact_case
from bot.conversation.forms.parts import fields, subject
from bot.conversation.forms.parts.reading import Reading
from bot.conversation.visit import Visit
from bot.views.answer import Answer
from bot.views.card import Card, Paragraph
from bot.views.form import Field, Form, ManyField, Option, TextField, Values
from core.case.commands import LogContact
from core.case.state import Case, Contact
from core.policy.model import Policy
from core.vocabulary.ids import CustomerId
from core.vocabulary.wording import listed

NAME = "contact"
TOPIC_LIMIT = 150
NOTE_LIMIT = 1500
STATUTORY = "statutory"


async def form(visit: Visit, case: Case | None = None, person: CustomerId | None = None) -> Form:
    """``person``: who made contact, where the case is another's that binds them too (Scope)."""
    office = visit.office
    return Form(
        id=NAME,
        title="Log a contact",
        submit="Log",
        state=f"{subject.state_of(case)}{f'|{person}' if person else ''}",
        intro=await subject.shown(office, case, person),
        fields=(*subject.asked(case), *asked(office.policy, office.now())),
    )


def asked(policy: Policy, at: datetime, means: str = "") -> tuple[Field, ...]:
    """About the contact itself; ``means`` and ``at`` as far as they are known."""
    return (
        fields.means(policy, "How did they make contact?", means),
        fields.moment("occurred_at", "When was it?", at),
        TextField(name="topic", label="What was the contact about?", max_length=TOPIC_LIMIT),
        fields.words(
            "note",
            "Anything to note?",
            limit=NOTE_LIMIT,
            required=False,
            hint="Kept on the timeline. It is never shown in a channel.",
        ),
        _statutory(policy),
    )


async def submitted(visit: Visit, state: str, values: Values) -> Answer:
    reading = Reading(values)
    command = read(reading, values)
    case, person = await _whose(visit, state, reading)
    reading.check()
    case = (await visit.do(case.id, replace(command, person=person))).case
    return await what_to_do(visit, case, case.contacts[-1])


async def _whose(visit: Visit, state: str, reading: Reading) -> tuple[Case, CustomerId | None]:
    """Whoever has no case of their own may be bound by what is in force in another's."""
    pointer, _, person = state.partition("|")
    if state:
        case = await subject.read(visit, pointer, reading)
        return case, CustomerId(person) if person else None
    chosen = CustomerId(reading.text(subject.CUSTOMER, "Choose the customer."))
    reading.check()
    if found := await contact_case(visit.office, await visit.office.customer(chosen)):
        return found
    return await subject.read(visit, state, reading), None


def read(reading: Reading, values: Values) -> LogContact:
    return LogContact(
        means=reading.text("means", "Choose how they made contact."),
        occurred_at=reading.moment("occurred_at", "Enter the date and time of the contact."),
        topic=reading.text("topic", "Say what the contact was about.", limit=TOPIC_LIMIT),
        note=reading.text("note", limit=NOTE_LIMIT),
        statutory=bool(values.get(STATUTORY)),
    )


def _statutory(policy: Policy) -> ManyField:
    rights = listed((right.label for right in policy.statutory_rights), "or")
    return ManyField(
        name=STATUTORY,
        label="Is it about a right?",
        hint=f"Nothing in force ever touches {rights}.",
        options=(Option(STATUTORY, "Yes, about one of these rights"),),
        required=False,
    )


async def what_to_do(visit: Visit, case: Case, logged: Contact) -> Card:
    """Whoever logged it may know the particular topics, to judge whether it is on one."""
    about = {"case": str(case.id), "contact": str(logged.no), "for": str(visit.me.id)}
    painting = await sit_for(visit.office, about, case, visit.me.id)
    answers = painting.guidance(logged.means, logged.occurred_at, statutory=logged.statutory)
    told = once_logged(case, logged, answers)
    return Card(
        title=verdict_title(answers),
        summary=f"The contact is logged in {case.reference}.",
        blocks=(
            *guidance_blocks(painting.policy, told, private=is_asked(case, logged)),
            *private_blocks(painting, logged),
            *before_blocks(case, logged),
            Paragraph(f"The contact is logged in {case.reference}."),
        ),
        tone=verdict_tone(answers),
    )
