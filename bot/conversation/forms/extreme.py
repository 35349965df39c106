"""Report an immediate threat to safety in one go; it is made known at once."""

from dataclasses import replace
from typing import Final

from bot.conversation.cards.extreme import alerted_now
from bot.conversation.cards.painting import sit_for
from bot.conversation.forms.parts import fields
from bot.conversation.forms.parts.newcomer import choose, read_customer
from bot.conversation.forms.parts.reading import LONG_TEXT, Reading
from bot.conversation.visit import Visit
from bot.conversation.words.roles import roles_text
from bot.views.answer import Answer
from bot.views.card import Note, Paragraph
from bot.views.form import Form, ManyField, Values
from core.case.commands import ReportIncident
from core.policy.model import Policy
from core.vocabulary.customer import Customer
from core.vocabulary.ids import StaffId

NAME: Final = "extreme"
TOPIC: Final = "Immediate threat to safety"
"""Nobody in danger is asked what the contact was about."""

USUAL: Final = "threatening"


def form(visit: Visit, customer: Customer | None = None) -> Form:
    """What to do first stands first; then as few fields as can be."""
    office = visit.office
    rule = office.policy.extreme
    return Form(
        id=NAME,
        title="Extreme behaviour",
        submit="Report and alert",
        intro=(
            Paragraph(rule.danger),
            Paragraph(
                "For an immediate threat to somebody's safety and welfare. Alerted as soon as you "
                f"send this: {roles_text(rule.alerted)}. Stages may be skipped, and no warning is "
                "needed."
            ),
            Note(f"Policy: {rule.source}"),
        ),
        fields=(
            choose(customer),
            fields.words(
                "narrative",
                "What happened?",
                limit=LONG_TEXT,
                hint="In a few words. More can be added to the timeline later.",
            ),
            fields.means(office.policy, "How did they make contact?"),
            fields.moment("occurred_at", "When was it?", office.now()),
            _behaviours(office.policy),
            fields.staff(
                "corresponding",
                "Who was corresponding with the customer?",
                fields.staff_option(office.policy, visit.me),
            ),
        ),
    )


def _behaviours(policy: Policy) -> ManyField:
    usual = (USUAL,) if policy.behaviour(USUAL) else ()
    return replace(fields.behaviours(policy), value=usual)


async def submitted(visit: Visit, _state: str, values: Values) -> Answer:
    office, reading = visit.office, Reading(values)
    command = ReportIncident(
        customer=await read_customer(office, reading),
        corresponding=StaffId(
            reading.text("corresponding", "Choose who was corresponding with the customer.")
        ),
        means=reading.text("means", "Choose how they made contact."),
        occurred_at=reading.moment("occurred_at", "Enter the date and time of the contact."),
        behaviours=reading.choices("behaviours", "Choose at least one behaviour."),
        topic=TOPIC,
        narrative=reading.text("narrative", "Say what happened."),
        extreme=True,
    )
    reading.check()
    outcome = await office.service.report(visit.me.id, command, visit.delivery)
    case = outcome.case
    return alerted_now(await sit_for(office, {"case": case.id}, case, visit.me.id))
