"""Ask Legal for advice, and keep what they said (Site owners; Extreme behaviour)."""

from typing import Final

from bot.conversation.forms.parts import fields, subject
from bot.conversation.forms.parts.reading import Reading
from bot.conversation.pointer import Pointer
from bot.conversation.visit import Visit
from bot.views.answer import Answer
from bot.views.card import Card, Note, Paragraph, Quote, Tone
from bot.views.form import Form, TextField, Values
from core.case.commands import RecordLegalAdvice, RequestLegalAdvice
from core.case.state import Case
from core.vocabulary.people import Role
from core.vocabulary.wording import listed

ASK: Final = "ask-legal"
GIVE: Final = "give-advice"
TEXT_LIMIT: Final = 2000
REFERENCE_LIMIT: Final = 150


async def ask(visit: Visit, case: Case | None = None) -> Form:
    return Form(
        id=ASK,
        title="Ask Legal for advice",
        submit="Ask",
        state=subject.state_of(case),
        intro=(
            *await subject.shown(visit.office, case),
            Paragraph(
                "Ask before we limit contact with a site owner, and whenever you are unsure "
                "whether a step is lawful."
            ),
            Note("Policy: Site owners"),
        ),
        fields=(
            *subject.asked(case),
            fields.words(
                "question",
                "What do you ask Legal?",
                limit=TEXT_LIMIT,
                hint="Say what you plan to do and why.",
            ),
        ),
    )


async def asked(visit: Visit, state: str, values: Values) -> Answer:
    reading = Reading(values)
    question = reading.text("question", "Say what you ask Legal.", limit=TEXT_LIMIT)
    case = await subject.read(visit, state, reading)
    reading.check()
    case = (await visit.do(case.id, RequestLegalAdvice(question))).case
    people = await visit.office.people_of(case)
    lawyers = listed(member.name for member in people.with_role(Role.LEGAL))
    told = f"{lawyers} will be told." if lawyers else "Nobody of Legal is in the staff directory."
    return Card(
        title="Legal is asked",
        summary=f"Legal is asked for advice about {case.reference}.",
        blocks=(Paragraph(f"{told} You hear from me when their advice is recorded."),),
        tone=Tone.GOOD if lawyers else Tone.CAUTION,
    )


async def give(visit: Visit, pointer: Pointer) -> Form:
    case = await visit.case(pointer.case)
    await visit.rehearse(case, RecordLegalAdvice(pointer.no, "", ""))
    return Form(
        id=GIVE,
        title="Give advice",
        submit="Record",
        state=str(pointer),
        intro=(
            *await subject.shown(visit.office, case),
            Quote(case.legal_advice[pointer.no].question),
        ),
        fields=(
            fields.words(
                "advice",
                "What do you advise?",
                limit=TEXT_LIMIT,
                hint="As Legal gave it, when you record it for them.",
            ),
            TextField(
                name="reference",
                label="Legal's reference",
                required=False,
                max_length=REFERENCE_LIMIT,
            ),
        ),
    )


async def given(visit: Visit, state: str, values: Values) -> Answer:
    pointer, reading = Pointer.parse(state), Reading(values)
    command = RecordLegalAdvice(
        request=pointer.no,
        advice=reading.text("advice", "Say what Legal advised.", limit=TEXT_LIMIT),
        reference=reading.text("reference", limit=REFERENCE_LIMIT),
    )
    reading.check()
    case = (await visit.do(pointer.case, command)).case
    return Card(
        title="The advice is recorded",
        summary=f"The advice is recorded in {case.reference}.",
        blocks=(Paragraph("Whoever asked has been told."),),
        tone=Tone.GOOD,
    )
