"""Log that a customer made contact, and learn what may be done (stage 3)."""

from bot.conversation.cards.standing import guidance_blocks, verdict_title, verdict_tone
from bot.conversation.forms import fields, subject
from bot.conversation.reading import Reading
from bot.conversation.visit import Visit
from bot.views.answer import Answer
from bot.views.card import Card, Paragraph
from bot.views.form import Form, TextField, Values
from core.case.commands import LogContact
from core.case.state import Case

NAME = "contact"
TOPIC_LIMIT = 150
NOTE_LIMIT = 1500


async def form(visit: Visit, case: Case | None = None) -> Form:
    office = visit.office
    return Form(
        id=NAME,
        title="Log a contact",
        submit="Log",
        state=subject.state_of(case),
        intro=await subject.shown(office, case),
        fields=(
            *subject.asked(case),
            fields.means(office.policy, "How did they make contact?"),
            fields.moment("occurred_at", "When was it?", office.now()),
            TextField(name="topic", label="What was the contact about?", max_length=TOPIC_LIMIT),
            fields.words(
                "note",
                "Anything to note?",
                limit=NOTE_LIMIT,
                required=False,
                hint="Kept on the timeline. It is never shown in a channel.",
            ),
        ),
    )


async def submitted(visit: Visit, state: str, values: Values) -> Answer:
    reading = Reading(values)
    command = LogContact(
        means=reading.text("means", "Choose how they made contact."),
        occurred_at=reading.moment("occurred_at", "Enter the date and time of the contact."),
        topic=reading.text("topic", "Say what the contact was about.", limit=TOPIC_LIMIT),
        note=reading.text("note", limit=NOTE_LIMIT),
    )
    case = await subject.read(visit, state, reading)
    reading.check()
    outcome = await visit.do(case.id, command)
    return await _what_to_do(visit, outcome.case, command)


async def _what_to_do(visit: Visit, case: Case, command: LogContact) -> Card:
    people = await visit.office.people_of(case)
    answers = visit.office.guidance(
        case, people, command.means, command.occurred_at, statutory=command.statutory
    )
    return Card(
        title=verdict_title(answers),
        summary=f"The contact is logged in {case.reference}.",
        blocks=(
            *guidance_blocks(visit.office.policy, answers),
            Paragraph(f"The contact is logged in {case.reference}."),
        ),
        tone=verdict_tone(answers),
    )
