"""Check: is this customer under a sanction, and what may be done now (stage 3)."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from bot.conversation import buttons
from bot.conversation.buttons import another_person
from bot.conversation.finding.binding import standing_for
from bot.conversation.finding.looking_up import case_called, open_case_id
from bot.conversation.finding.recognising import Found, Recognised, recognised
from bot.conversation.office import Office
from bot.conversation.pages.customer_blocks import customer_blocks
from bot.conversation.pages.others_there import neighbour_blocks
from bot.conversation.visit import Visit
from bot.conversation.words.likeness import NOBODY_FOUND, likeness_words
from bot.conversation.words.remembered import nothing_remembered
from bot.conversation.words.sentences import counted, cut
from bot.views.answer import Answer
from bot.views.card import Block, Card, Item, Note, Paragraph, Tone
from core.case.state import Case
from core.vocabulary.customer import Customer
from core.vocabulary.ids import CustomerId
from core.vocabulary.sought import Certainty
from core.vocabulary.wording import listed

MOST_LISTED: Final = 10
MOST_IN_FULL: Final = 3
MOST_NAMES: Final = 3

_HOW_FOUND: Final = {
    True: ("found", "What is in force, and what may be done now."),
    False: ("may be meant", "Who it is, and what may be done if it is them."),
}
"""By whether anybody was found exactly: how the title goes on, and the summary."""

_SAME_PERSON: Final = "Before you act, make sure that it is the same person."


async def page(visit: Visit, text: str) -> Answer:
    if not text:
        return _ask_whom()
    office = visit.office
    case = await case_called(office, text)
    if case is not None:
        customer = await standing_for(office, case.customer)
        asked_for = case if await _is_told_of(office, case, customer) else None
        return await _in_full(visit, text, [Found(customer, Certainty.DEFINITE)], 0, asked_for)
    known = await recognised(office, text, MOST_LISTED + 1)
    if not known.found:
        return _nobody(known)
    if len(known.found) > MOST_IN_FULL:
        return _list(known.found)
    return await _in_full(visit, text, known.found, known.apart)


async def told_apart(visit: Visit, value: str) -> Answer:
    """A press: whoever was looked for is not this customer. Where their words tell of somebody
    else, nobody is asked again, nor is alerted when a contact says just that of them."""
    customer, _, text = value.partition("/")
    desk, who = visit.office.alert_desk, visit.office.desk.screening.read(text)
    remembered = await desk.tell_apart(visit.me.id, CustomerId(customer), who, visit.delivery)
    shown = await page(visit, text)
    if remembered or not isinstance(shown, Card):
        return shown
    return replace(shown, blocks=(Paragraph(nothing_remembered((who,))), *shown.blocks))


async def _in_full(
    visit: Visit, text: str, found: Sequence[Found], apart: int, asked_for: Case | None = None
) -> Card:
    shown = [
        await customer_blocks(visit, one.customer, asked_for, _question(one, text)) for one in found
    ]
    how, summary = _HOW_FOUND[any(one.exact for one in found)]
    return Card(
        title=f"{counted(len(found), 'customer')} {how}",
        summary=summary,
        blocks=(*(block for told, _ in shown for block in told), *_apart(apart)),
        tone=Tone.CAUTION if any(bound for _, bound in shown) else Tone.INFO,
    )


async def _is_told_of(office: Office, case: Case, customer: Customer) -> bool:
    """Rather than the open one of the record that stands for the customer now."""
    return customer.id == case.customer or await open_case_id(office, customer) is None


def _question(found: Found, text: str) -> tuple[Block, ...]:
    """Nothing is asked about somebody found exactly."""
    if found.exact:
        return ()
    why = f"{likeness_words(found.certainty, found.reasons)}. {_also(found.customer)}{_SAME_PERSON}"
    no = another_person(found.customer, text) if found.may_be_apart else ()
    return (Item(f"Is it {cut(found.customer.name, 100)}?", why, no),)


def _also(customer: Customer) -> str:
    names = customer.other_names[:MOST_NAMES]
    return f"Also known as {cut(listed(names), 150)}. " if names else ""


def _apart(number: int) -> tuple[Block, ...]:
    """Of how many it was said that they are not the one who is looked for."""
    if not number:
        return ()
    people = counted(number, "customer")
    return (Note(f"Left out: {people} confirmed to be another person than this one."),)


def _list(hits: Sequence[Found]) -> Card:
    more = len(hits) > MOST_LISTED
    found = f"More than {MOST_LISTED}" if more else str(len(hits))
    return Card(
        title=f"{found} customers found",
        summary="Several customers were found.",
        blocks=(
            Paragraph("Be more specific: use the full name, mail address or reference."),
            *(
                Item(
                    cut(hit.customer.name, 100),
                    f"{hit.customer.reference}. {likeness_words(hit.certainty, hit.reasons)}.",
                    (buttons.run(f"check {hit.customer.reference}", "Check"),),
                )
                for hit in hits[:MOST_LISTED]
            ),
        ),
    )


def _ask_whom() -> Card:
    return Card(
        title="Whom shall I look for?",
        summary="Say whom to look for.",
        blocks=(Paragraph("Type a name, mail address, telephone number or reference after it."),),
        tone=Tone.CAUTION,
    )


def _nobody(known: Recognised) -> Card:
    return Card(
        title="Nobody found",
        summary="No customer was found.",
        blocks=(
            *map(Paragraph, NOBODY_FOUND),
            *_apart(known.apart),
            *neighbour_blocks(known.neighbours),
        ),
        buttons=(buttons.report(),),
    )
