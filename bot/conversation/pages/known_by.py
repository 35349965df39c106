"""How we know a customer, and what was said of their records: for one colleague alone."""

from bot.conversation import buttons
from bot.conversation.buttons.disengaging import customer as particulars
from bot.conversation.finding.binding import standing_of
from bot.conversation.pages.how_known import how_known_blocks
from bot.conversation.pages.said_of_records import apart_blocks, said_blocks, said_of
from bot.conversation.visit import Visit
from bot.conversation.words.sentences import cut
from bot.views.answer import Answer
from bot.views.card import Block, Card
from core.vocabulary.ids import CustomerId
from core.vocabulary.refusal import refuse


async def page(visit: Visit, value: str) -> Answer:
    """``value``: the id of a record. Of all the records of this person."""
    office = visit.office
    known = await office.desk.customers.get(CustomerId(value))
    if known is None:
        raise refuse("unknown-customer", "We do not know this customer any more.")
    person = await standing_of(office, known)
    said = await said_of(office, person.records)
    how_known: list[Block] = []
    for record in person.records:
        reference = (await office.customer(record)).reference
        heading = f"How we know {reference}" if person.merged else "How we know them"
        how_known += await how_known_blocks(visit, record, heading)
    return Card(
        title=cut(f"{person.name} ({person.reference})", 150),
        summary="How we know the customer, and what was said of their records.",
        blocks=(
            *await apart_blocks(office, said),
            *await said_blocks(office, said),
            *how_known,
        ),
        buttons=(
            buttons.run(f"check {person.reference}", "Check"),
            particulars(person),
        ),
    )


async def taken_back(visit: Visit, value: str) -> Answer:
    """Whoever was told apart may be the customer after all."""
    record, _, no = value.rpartition("/")
    if not record or not (no.isascii() and no.isdecimal() and len(no) < 10):
        raise refuse("stale-view", "This button is too old, or damaged.", "Look them up again.")
    register = visit.office.customer_register
    await register.take_back(visit.me.id, CustomerId(record), int(no), visit.delivery)
    return await page(visit, record)
