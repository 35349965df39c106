"""Record that the customer was told of the warning; from then on we watch (stage 1)."""

from bot.conversation.forms.parts import fields
from bot.conversation.forms.parts.reading import Reading
from bot.conversation.pointer import Pointer
from bot.conversation.visit import Visit
from bot.views.answer import Answer
from bot.views.card import Card, Facts, Paragraph, Tone
from bot.views.form import Form, Values
from core.case.commands import RecordWarningGiven
from core.case.state import Case
from core.vocabulary.wording import say_day

NAME = "warning-given"


async def form(visit: Visit, pointer: Pointer) -> Form:
    office = visit.office
    case = await visit.case(pointer.case)
    await visit.rehearse(case, RecordWarningGiven(pointer.no, office.now(), ""))
    return Form(
        id=NAME,
        title="The customer was told",
        submit="Record",
        state=str(pointer),
        intro=(Facts((("Case", case.reference),)),),
        fields=(
            fields.moment("given_at", "When were they told?", office.now()),
            fields.means(office.policy, "How were they told?"),
        ),
    )


async def submitted(visit: Visit, state: str, values: Values) -> Answer:
    pointer, reading = Pointer.parse(state), Reading(values)
    command = RecordWarningGiven(
        proposal=pointer.no,
        given_at=reading.moment("given_at", "Enter the date and time when they were told."),
        means=reading.text("means", "Choose how they were told."),
    )
    reading.check()
    outcome = await visit.do(pointer.case, command)
    return _recorded(outcome.case, pointer)


def _recorded(case: Case, pointer: Pointer) -> Card:
    until = [say_day(w.monitor_until) for w in case.warnings if w.proposal == pointer.no]
    watch = f"We watch how contact goes until {until[-1]}." if until else ""
    return Card(
        title="Recorded: the customer was told",
        summary=f"The warning of {case.reference} is recorded as given.",
        blocks=(
            Paragraph(
                f"{watch} If the behaviour goes on, report it, and sanctions can be proposed."
            ),
        ),
        tone=Tone.GOOD,
    )
