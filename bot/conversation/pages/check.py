"""Check: is this customer under a sanction, and what may be done now (stage 3)."""

from collections.abc import Sequence
from typing import Final

from bot.conversation import buttons
from bot.conversation.cards.standing import guidance_blocks, verdict_title
from bot.conversation.finding import case_called, customer_of, customers_known_as, open_case
from bot.conversation.visit import Visit
from bot.conversation.words.calendar import distance
from bot.conversation.words.sentences import counted, cut
from bot.views.answer import Answer
from bot.views.card import Block, Card, Heading, Item, Note, Paragraph, Tone
from core.case.state import Case
from core.services.ports import CustomerHit
from core.vocabulary.customer import Customer
from core.vocabulary.people import People
from core.vocabulary.wording import say_day

MOST_LISTED: Final = 10
MOST_IN_FULL: Final = 3

_SAME_PERSON: Final = "Found by name: make sure that it is the same person."


async def page(visit: Visit, text: str) -> Answer:
    if not text:
        return _ask_whom()
    office = visit.office
    case = await case_called(office, text)
    if case is not None:
        return await _in_full(visit, [(await customer_of(office, case), case)])
    hits = await customers_known_as(office, text, MOST_LISTED + 1)
    if not hits:
        return _nobody()
    if len(hits) > MOST_IN_FULL:
        return _list(hits)
    return await _in_full(visit, [(h, await open_case(office, h.customer.id)) for h in hits])


async def _in_full(visit: Visit, found: Sequence[tuple[CustomerHit, Case | None]]) -> Card:
    blocks = [b for hit, case in found for b in await _customer(visit, hit.customer, case)]
    by_name = () if all(hit.exact for hit, _ in found) else (Note(_SAME_PERSON),)
    return Card(
        title=f"{counted(len(found), 'customer')} found",
        summary="What is in force, and what may be done now.",
        blocks=(*blocks, *by_name),
        tone=Tone.CAUTION if any(case and case.in_force for _, case in found) else Tone.INFO,
    )


async def _customer(visit: Visit, customer: Customer, case: Case | None) -> tuple[Block, ...]:
    heading = Heading(f"{customer.name} ({customer.reference})")
    if case is None:
        words = "Nothing is in force, and nothing has been reported."
        return (heading, Item("No case", words, (buttons.report(customer),)))
    office = visit.office
    people = await office.people_of(case)
    answers = office.guidance(case, people, None, office.now())
    verdict = (Paragraph(f"{verdict_title(answers)}:"),) if answers else ()
    offered = (buttons.contact(case), buttons.report(customer), buttons.timeline(case))
    return (
        heading,
        *verdict,
        *guidance_blocks(answers),
        Item(f"Case {case.reference}", _case_line(visit, people, case), offered),
    )


def _case_line(visit: Visit, people: People, case: Case) -> str:
    owner = f"{people.name_of(case.owner)} looks after it."
    reviews = [s.review_on for s in case.in_force]
    if not reviews:
        return owner
    soonest = min(reviews)
    when = distance(soonest, visit.office.today())
    return f"{owner} The next review is on {say_day(soonest)} ({when})."


def _list(hits: Sequence[CustomerHit]) -> Card:
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
                    hit.customer.reference,
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


def _nobody() -> Card:
    return Card(
        title="Nobody found",
        summary="No customer was found.",
        blocks=(
            Paragraph(
                "We know no such customer, so nothing is in force. Deal with the contact as with "
                "anyone's. If you think we should know them, try another spelling."
            ),
        ),
        buttons=(buttons.report(),),
    )
