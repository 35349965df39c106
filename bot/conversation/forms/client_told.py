"""Record that an agent's client was told (Agents / contractors), before we disengage."""

from typing import Final

from bot.conversation.forms.parts import fields, subject
from bot.conversation.forms.parts.reading import Reading
from bot.conversation.pointer import Pointer
from bot.conversation.visit import Visit
from bot.views.answer import Answer
from bot.views.card import Card, Note, Paragraph, Tone
from bot.views.form import Form, TextField, Values
from core.case.commands import RecordClientTold
from core.case.state import Case

NAME: Final = "client-told"
CLIENT_LIMIT: Final = 150
EFFECT_LIMIT: Final = 2000


async def form(visit: Visit, case: Case) -> Form:
    office = visit.office
    await visit.rehearse(case, RecordClientTold("", office.now(), "", ""))
    customer = await office.customer(case.customer)
    clients = [(await office.customer(client)).name for client in customer.clients]
    return Form(
        id=NAME,
        title="The client was told",
        submit="Record",
        state=str(Pointer(case.id)),
        intro=(
            *await subject.shown(office, case),
            Paragraph(
                "Contact the client first. Tell them that their agent's behaviour is unacceptable "
                "and how this may affect their project, application or agreement."
            ),
            Note("Policy: Agents / contractors"),
        ),
        fields=(
            TextField(
                name="client",
                label="Which client was told?",
                hint="The person or business for whom the agent acts.",
                value=clients[0][:CLIENT_LIMIT] if len(clients) == 1 else "",
                max_length=CLIENT_LIMIT,
            ),
            fields.moment("told_at", "When were they told?", office.now()),
            fields.means(office.policy, "How were they told?"),
            fields.words(
                "effect",
                "How may it affect them?",
                limit=EFFECT_LIMIT,
                hint="What they were told of their project, application or agreement.",
            ),
        ),
    )


async def submitted(visit: Visit, state: str, values: Values) -> Answer:
    reading = Reading(values)
    command = RecordClientTold(
        client=reading.text("client", "Say which client was told.", limit=CLIENT_LIMIT),
        told_at=reading.moment("told_at", "Enter the date and time when they were told."),
        means=reading.text("means", "Choose how they were told."),
        effect=reading.text("effect", "Say how it may affect them.", limit=EFFECT_LIMIT),
    )
    reading.check()
    case = (await visit.do(Pointer.parse(state).case, command)).case
    return Card(
        title="Recorded: the client was told",
        summary=f"It is recorded in {case.reference} that the client was told.",
        blocks=(Paragraph("If the behaviour goes on, disengaging on topics can be proposed."),),
        tone=Tone.GOOD,
    )
