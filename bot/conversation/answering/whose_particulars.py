"""Which customer's particulars are to be changed: found by what was typed."""

from typing import Final

from bot.conversation.buttons import disengaging
from bot.conversation.finding.looking_up import customers
from bot.conversation.forms import customer
from bot.conversation.visit import Visit
from bot.conversation.words.sentences import cut
from bot.views.answer import Answer
from bot.views.card import Block, Card, Item, Paragraph, Tone

MOST_LISTED: Final = 10


async def page(visit: Visit, text: str) -> Answer:
    """The form at once for somebody found exactly, or else those found to choose from."""
    hits = await customers(visit.office, text, MOST_LISTED) if text else ()
    if len(hits) == 1 or (hits and hits[0].exact and not hits[1].exact):
        return await customer.form(visit, hits[0].customer.id)
    found = tuple(
        Item(cut(hit.customer.name, 100), hit.customer.reference, (button,))
        for hit in hits
        for button in (disengaging.customer(hit.customer),)
    )
    nobody: tuple[Block, ...] = (
        Paragraph("Type a name, mail address, telephone number or reference that we know."),
    )
    return Card(
        title="Whose particulars?",
        summary="Choose the customer.",
        blocks=found or nobody,
        tone=Tone.INFO if found else Tone.CAUTION,
    )
