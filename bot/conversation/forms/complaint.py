"""Record a formal complaint about an agent, to their employer or professional body."""

from typing import Final

from bot.conversation.forms.parts import fields, subject
from bot.conversation.forms.parts.reading import Reading
from bot.conversation.pointer import Pointer
from bot.conversation.rehearsing.specimens import any_complaint
from bot.conversation.visit import Visit
from bot.views.answer import Answer
from bot.views.card import Card, Facts, Note, Paragraph, Tone
from bot.views.form import ChoiceField, Form, Option, TextField, Values
from core.case.commands import RecordComplaint
from core.case.events import ComplaintTo
from core.case.state import Case

NAME: Final = "complaint"
ADDRESSEE_LIMIT: Final = 150
DETAILS_LIMIT: Final = 2000

_TO: Final = (
    Option(ComplaintTo.EMPLOYER, "Their employer"),
    Option(ComplaintTo.PROFESSIONAL_BODY, "The professional body that represents them"),
)


async def form(visit: Visit, case: Case) -> Form:
    office = visit.office
    await visit.rehearse(case, any_complaint(await visit.scene(case)))
    customer = await office.customer(case.customer)
    known = (
        ("Employer", customer.employer or "None known: self-employed"),
        ("Professional body", customer.professional_body or "None known"),
    )
    return Form(
        id=NAME,
        title="Record a complaint",
        submit="Record",
        state=str(Pointer(case.id)),
        intro=(
            *await subject.shown(office, case),
            Facts(known),
            Paragraph("A formal complaint is part of the sanctions process. Make it first."),
            Note("Policy: Agents / contractors"),
        ),
        fields=(
            ChoiceField(
                name="to", label="To whom was the complaint made?", options=_TO, radio=True
            ),
            TextField(name="addressee", label="What are they called?", max_length=ADDRESSEE_LIMIT),
            fields.moment("made_at", "When was it made?", office.now()),
            fields.words("details", "What does the complaint say?", limit=DETAILS_LIMIT),
        ),
    )


async def submitted(visit: Visit, state: str, values: Values) -> Answer:
    reading = Reading(values)
    to = _to(reading)
    command = RecordComplaint(
        to=to,
        addressee=reading.text("addressee", "Say what they are called.", limit=ADDRESSEE_LIMIT),
        made_at=reading.moment("made_at", "Enter the date and time when it was made."),
        details=reading.text("details", "Say what the complaint says.", limit=DETAILS_LIMIT),
    )
    reading.check()
    case = (await visit.do(Pointer.parse(state).case, command)).case
    return Card(
        title="Recorded: a complaint was made",
        summary=f"The complaint is recorded in {case.reference}.",
        blocks=(Paragraph("It stands on the timeline, as part of the sanctions process."),),
        tone=Tone.GOOD,
    )


def _to(reading: Reading) -> ComplaintTo:
    chosen = reading.text("to", "Choose to whom it was made.")
    if chosen not in tuple(ComplaintTo):
        reading.problem("to", "Choose to whom it was made.")
        return ComplaintTo.EMPLOYER
    return ComplaintTo(chosen)
