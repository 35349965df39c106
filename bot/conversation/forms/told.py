"""Record that the customer was told of a decision, in writing (stages 2, 5 and 7; Appeals)."""

from bot.conversation import buttons
from bot.conversation.cards.duty_words import decision_text
from bot.conversation.forms.parts import fields
from bot.conversation.forms.parts.reading import Reading
from bot.conversation.pointer import Pointer
from bot.conversation.visit import Visit
from bot.conversation.words.letters import letter_points
from bot.views.answer import Answer
from bot.views.card import Bullets, Card, Facts, Paragraph, Tone
from bot.views.form import ChoiceField, Form, Values
from core.case.commands import RecordCustomerTold
from core.policy.model import Policy

NAME = "customer-told"


async def form(visit: Visit, pointer: Pointer) -> Form:
    office, case = visit.office, await visit.case(pointer.case)
    await visit.rehearse(case, RecordCustomerTold(pointer.no, office.now(), ""))
    people, customer = await office.people_of(case), await office.customer(case.customer)
    return Form(
        id=NAME,
        title="The customer was told",
        submit="Record",
        state=str(pointer),
        intro=(
            Facts(
                (
                    ("Customer", customer.name),
                    ("Case", case.reference),
                    ("Decision", decision_text(case, pointer.no)),
                )
            ),
            Paragraph("The letter must say:"),
            Bullets(letter_points(office.policy, people, case, pointer.no)),
        ),
        fields=(
            fields.moment("told_at", "When were they told?", office.now()),
            _means(office.policy),
        ),
    )


def _means(policy: Policy) -> ChoiceField:
    options = tuple(fields.option(m.code, m.label) for m in policy.means if m.is_written)
    hint = "In writing, so that they can read it again and challenge it."
    return ChoiceField(name="means", label="How were they told?", options=options, hint=hint)


async def submitted(visit: Visit, state: str, values: Values) -> Answer:
    pointer, reading = Pointer.parse(state), Reading(values)
    command = RecordCustomerTold(
        decision=pointer.no,
        told_at=reading.moment("told_at", "Enter the date and time when they were told."),
        means=reading.text("means", "Choose how they were told."),
    )
    reading.check()
    outcome = await visit.do(pointer.case, command)
    return Card(
        title="Recorded: the customer was told",
        summary=f"It is recorded in {outcome.case.reference} that the customer was told.",
        blocks=(Paragraph("Nobody is reminded of it any more."),),
        buttons=(buttons.case_page(outcome.case),),
        tone=Tone.GOOD,
    )
