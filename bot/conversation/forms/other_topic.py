"""Say why contact on a wholly different topic is answered, though we disengaged completely."""

from typing import Final

from bot.conversation.forms.parts import fields
from bot.conversation.forms.parts.reading import Reading
from bot.conversation.visit import Visit
from bot.views.card import Facts, Paragraph
from bot.views.form import Form, Values
from core.case.commands import AssessContact
from core.case.events import Relation, Response
from core.case.state import Case, Contact
from core.vocabulary.wording import say_moment

NAME: Final = "other-topic"
REASONS_LIMIT: Final = 1500


async def form(visit: Visit, case: Case, contact: Contact, state: str) -> Form:
    """``state``: the value of the button that was pressed."""
    command = AssessContact(contact.no, Relation.DIFFERENT, Response.ANSWERED_ON_TOPIC)
    await visit.rehearse(case, command, "response")
    zone = visit.office.policy.zone
    return Form(
        id=NAME,
        title="Answer on that topic",
        submit="Record",
        state=state,
        intro=(
            Facts(
                (
                    ("Case", case.reference),
                    ("Contact", say_moment(contact.occurred_at, zone)),
                    ("About", contact.topic),
                )
            ),
            Paragraph(
                "We have disengaged from this customer completely. Only contact whose entire "
                "content is on a wholly different topic may be answered, on that topic alone. The "
                "disengagement stays in force."
            ),
        ),
        fields=(
            fields.words(
                "reasons",
                "Why is it answered?",
                limit=REASONS_LIMIT,
                hint="What it is about, and that nothing in it is on what we disengaged from.",
            ),
        ),
    )


def reasons(values: Values) -> str:
    """What was entered. Raises ``Refused``, or what ``Reading.check`` raises."""
    reading = Reading(values)
    entered = reading.text("reasons", "Say why it is answered.", limit=REASONS_LIMIT)
    reading.check()
    return entered
