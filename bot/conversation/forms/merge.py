"""Two records of one person: the one stands for the other too, until they are separated again."""

from dataclasses import replace

from bot.conversation.buttons.alerts import Action
from bot.conversation.forms.parts import fields
from bot.conversation.forms.parts.reading import Reading
from bot.conversation.pages import check
from bot.conversation.visit import Visit
from bot.views.answer import Answer
from bot.views.card import Card, Facts, Paragraph
from bot.views.form import Form, Source, SuggestField, Values
from core.vocabulary.customer import Customer
from core.vocabulary.ids import CustomerId
from core.vocabulary.refusal import refuse

MERGE = Action.MERGE.value
SEPARATE = Action.UNMERGE.value
REASONS_LIMIT = 1500


async def form(visit: Visit, value: str) -> Form:
    known = await _known(visit, value)
    words = (
        "Choose the record that is to stand for this person. Whoever looks for either finds that "
        "one, and whatever is in force in either case binds them. Both keep their timelines."
    )
    return Form(
        id=MERGE,
        title="Same person",
        submit="Same person",
        state=known.id,
        intro=(_facts(known), Paragraph(words)),
        fields=(
            SuggestField(
                name="into",
                label="The same person as",
                hint="Start with their name, mail address, telephone number or reference.",
                source=Source.CUSTOMERS,
            ),
            fields.words(
                "reasons",
                "How do you know?",
                limit=REASONS_LIMIT,
                hint="For example: the same telephone number, and they said so.",
            ),
        ),
    )


async def separate_form(visit: Visit, value: str) -> Form:
    known = await _known(visit, value)
    words = "They are two people after all: each record stands for itself again."
    return Form(
        id=SEPARATE,
        title="Separate again",
        submit="Separate",
        state=known.id,
        intro=(_facts(known), Paragraph(words)),
        fields=(fields.words("reasons", "How do you know?", limit=REASONS_LIMIT),),
    )


async def merged(visit: Visit, state: str, values: Values) -> Answer:
    reading = Reading(values)
    into = reading.text("into", "Choose the other record.")
    reasons = _reasons(reading)
    reading.check()
    register = visit.office.customer_register
    known = await _known(visit, state)
    await register.merge(visit.me.id, known.id, CustomerId(into), reasons, visit.delivery)
    return await _page(visit, known, "Recorded as one person")


async def separated(visit: Visit, state: str, values: Values) -> Answer:
    reading = Reading(values)
    reasons = _reasons(reading)
    reading.check()
    known = await _known(visit, state)
    register = visit.office.customer_register
    await register.unmerge(visit.me.id, known.id, reasons, visit.delivery)
    return await _page(visit, known, "Separated again")


async def _page(visit: Visit, known: Customer, done: str) -> Answer:
    """What is known of them now, beneath what was done."""
    found = await check.page(visit, known.reference)
    return replace(found, title=done) if isinstance(found, Card) else found


def _reasons(reading: Reading) -> str:
    return reading.text("reasons", "Say how you know.", limit=REASONS_LIMIT)


def _facts(known: Customer) -> Facts:
    return Facts((("Record", f"{known.name} ({known.reference})"),))


async def _known(visit: Visit, customer: str) -> Customer:
    known = await visit.office.desk.customers.get(CustomerId(customer))
    if known is None:
        raise refuse("unknown-customer", "We do not know this customer any more.")
    return known
