"""Report an incident (stage 1: all contact that causes concern is recorded)."""

from datetime import datetime

from bot.conversation.forms.parts import fields
from bot.conversation.forms.parts.counted import counted
from bot.conversation.forms.parts.newcomer import (
    ANOTHER,
    another_person,
    ask_whether_known,
    choose,
    read_customer,
    typed_by_hand,
)
from bot.conversation.forms.parts.reading import LONG_TEXT, Reading
from bot.conversation.visit import Visit
from bot.conversation.words.sentences import cut
from bot.views.answer import Answer, Nothing, QuotedMessage
from bot.views.card import Block, Paragraph
from bot.views.form import Field, Form, TextField, Values
from core.case.commands import ReportIncident
from core.vocabulary.customer import Customer
from core.vocabulary.ids import CustomerId, StaffId

NAME = "report"
TITLE = "Report an incident"
HINT = "What was said or done, in the customer's own words where you can."
TOPIC_LIMIT = 150


def form(
    visit: Visit,
    *,
    customer: Customer | None = None,
    quoted: QuotedMessage | None = None,
    evidence: tuple[Block, ...] = (),
) -> Form:
    """``evidence``: what was counted on the timeline of a customer we know."""
    office = visit.office
    when = min(quoted.sent_at, office.now()) if quoted else office.now()
    return Form(
        id=NAME,
        title=TITLE,
        submit="Report",
        intro=(Paragraph(office.policy.extreme.danger), *evidence),
        fields=(
            choose(customer),
            *typed_by_hand(),
            another_person(),
            *asked(visit, when, narrative(quoted)),
        ),
    )


def asked(
    visit: Visit, at: datetime, told: TextField, means: str = "", *, in_breach: bool = False
) -> tuple[Field, ...]:
    """About the incident itself; ``means`` and ``at`` as far as they are known. ``in_breach``: of
    what was in force, so that no behaviour need be named."""
    policy = visit.office.policy
    return (
        fields.means(policy, "How did they make contact?", means),
        fields.moment("occurred_at", "When was it?", at),
        fields.behaviours(policy, in_breach=in_breach),
        TextField(
            name="topic",
            label="What was the contact about?",
            hint="The issue in a few words, for example: grant application",
            max_length=TOPIC_LIMIT,
        ),
        told,
        fields.staff(
            "corresponding",
            "Who was corresponding with the customer?",
            fields.staff_option(policy, visit.me),
            "Their line manager is asked to sign off what follows.",
        ),
    )


async def form_about(visit: Visit, customer: Customer | None) -> Form:
    return form(visit, customer=customer, evidence=await counted(visit, customer))


def narrative(quoted: QuotedMessage | None, hint: str = HINT) -> TextField:
    text = quoted.text.strip() if quoted else ""
    if len(text) > LONG_TEXT:
        hint = f"The message was too long: only its first {LONG_TEXT:,} characters are here."
    value = cut(text, LONG_TEXT)
    return fields.words("narrative", "What happened?", limit=LONG_TEXT, hint=hint, value=value)


async def submitted(visit: Visit, _state: str, values: Values) -> Answer:
    reading = Reading(values)
    customer = await read_customer(visit.office, reading, may_share=True)
    if isinstance(customer, Customer) and customer.name and not values.get(ANOTHER):
        await ask_whether_known(visit.office, reading, customer)
    command = read(reading, customer)
    reading.check()
    await visit.office.service.report(visit.me.id, command, visit.delivery)
    return Nothing()


def read(
    reading: Reading, customer: CustomerId | Customer, *, in_breach: bool = False
) -> ReportIncident:
    no_behaviour = "" if in_breach else "Choose at least one behaviour."
    return ReportIncident(
        customer=customer,
        corresponding=StaffId(
            reading.text("corresponding", "Choose who was corresponding with the customer.")
        ),
        means=reading.text("means", "Choose how they made contact."),
        occurred_at=reading.moment("occurred_at", "Enter the date and time of the contact."),
        behaviours=reading.choices("behaviours", no_behaviour),
        topic=reading.text("topic", "Say what the contact was about.", limit=TOPIC_LIMIT),
        narrative=reading.text("narrative", "Say what happened."),
    )
