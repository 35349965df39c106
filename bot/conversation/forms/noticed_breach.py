"""A known customer's contact was a breach, or unacceptable: it is recorded as an incident."""

from bot.conversation.buttons.alerts import Action
from bot.conversation.cards.noticed import known_alert, worst_contact
from bot.conversation.forms import report
from bot.conversation.forms.noticed_contact import shown
from bot.conversation.forms.parts.counted import counted
from bot.conversation.forms.parts.reading import Reading
from bot.conversation.visit import Visit
from bot.views.answer import Answer, Nothing, QuotedMessage
from bot.views.card import Block, Paragraph
from bot.views.form import Form, Values
from core.alert.state import Alert
from core.case.state import Case

NAME = Action.BREACH.value
_HINT = "The message cannot be read again: write down, or copy, what it said."
_CLOCK = "It counts as an incident: the clear time, after which we may re-engage, begins anew."


async def form(visit: Visit, alert: Alert) -> Form:
    return await _form(visit, alert, None, report.HINT)


async def quoting_form(visit: Visit, alert: Alert, quoted: QuotedMessage | None) -> Form:
    """With the words of the message itself, which are kept from then on."""
    return await _form(visit, alert, quoted, report.HINT if quoted else _HINT)


async def _form(visit: Visit, alert: Alert, quoted: QuotedMessage | None, hint: str) -> Form:
    office = visit.office
    worst = await worst_contact(office, alert)
    at = quoted.sent_at if quoted else worst.at
    customer = await office.customer(alert.customer)
    told = report.narrative(quoted, hint)
    return Form(
        id=NAME,
        title=report.TITLE,
        submit="Report",
        state=alert.id,
        intro=(
            Paragraph(office.policy.extreme.danger),
            *await shown(visit, alert),
            *_consequence(await visit.case(alert.case)),
            *await counted(visit, customer),
        ),
        fields=report.asked(visit, min(at, office.now()), told, worst.means, in_breach=True),
    )


def _consequence(case: Case) -> tuple[Block, ...]:
    return (Paragraph(_CLOCK),) if case.disengaged else ()


async def submitted(visit: Visit, state: str, values: Values) -> Answer:
    reading = Reading(values)
    alert = await known_alert(visit.office, state)
    command = report.read(reading, alert.customer, in_breach=True)
    reading.check()
    await visit.office.alert_desk.report(visit.me.id, alert.id, command, visit.delivery)
    return Nothing()
