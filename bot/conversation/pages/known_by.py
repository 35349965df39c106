"""How we know a customer, and what was said of their records: for one colleague alone."""

from typing import Final

from bot.conversation import buttons
from bot.conversation.buttons.disengaging import customer as particulars
from bot.conversation.buttons.records import said_before
from bot.conversation.finding.binding import standing_of
from bot.conversation.pages.how_known import how_known_blocks
from bot.conversation.pages.said_of_records import (
    apart_blocks,
    apart_of,
    said_blocks,
    said_of,
)
from bot.conversation.visit import Visit
from bot.conversation.words.sentences import cut
from bot.views.answer import Answer
from bot.views.card import Block, Card, Paragraph
from core.vocabulary.customer import Customer
from core.vocabulary.ids import CustomerId
from core.vocabulary.refusal import refuse

PAGE: Final = 5
MOST_KNOWN: Final = 12
"""Of all records together. With more, what can be taken back would not fit a message; the form of
the particulars has room for them."""


async def page(visit: Visit, value: str) -> Answer:
    """``value``: the id of a record. Of all the records of this person."""
    return await _page(visit, CustomerId(value), 0)


async def next_page(visit: Visit, value: str) -> Answer:
    """A press: what was said before as much as was shown already."""
    record, _, shown = value.rpartition("/")
    skip = int(shown) if shown.isdecimal() and len(shown) < 6 else 0
    return await _page(visit, CustomerId(record), skip)


async def _page(visit: Visit, record: CustomerId, skip: int) -> Card:
    office = visit.office
    known = await office.desk.customers.get(record)
    if known is None:
        raise refuse("unknown-customer", "We do not know this customer any more.")
    person = await standing_of(office, known)
    said = await said_of(office, person.records)
    apart = apart_of(said)
    blocks = (
        *await said_blocks(office, said[skip:], PAGE),
        *(await _how_known(visit, person) if not skip else ()),
        *await apart_blocks(office, apart[skip:], PAGE),
    )
    last = skip + PAGE
    more = (said_before(known, last),) if last < len(said) else ()
    return Card(
        title=cut(f"{person.name} ({person.reference})", 150),
        summary="How we know the customer, and what was said of their records.",
        blocks=blocks or (Paragraph("Nothing more was said before."),),
        buttons=(
            *more,
            buttons.run(f"check {person.reference}", "Check"),
            particulars(person),
        ),
    )


async def _how_known(visit: Visit, person: Customer) -> tuple[Block, ...]:
    told: list[Block] = []
    most = max(2, MOST_KNOWN // len(person.records))
    for record in person.records:
        reference = (await visit.office.customer(record)).reference
        heading = f"How we know {reference}" if person.merged else "How we know them"
        told += await how_known_blocks(visit, record, heading, most)
    return tuple(told)


async def taken_back(visit: Visit, value: str) -> Answer:
    """Whoever was told apart may be the customer after all."""
    record, _, no = value.rpartition("/")
    if not record or not (no.isascii() and no.isdecimal() and len(no) < 10):
        raise refuse("stale-view", "This button is too old, or damaged.", "Look them up again.")
    register = visit.office.customer_register
    await register.take_back(visit.me.id, CustomerId(record), int(no), visit.delivery)
    return await page(visit, record)
