"""Check: is this customer under a sanction, and what may be done now (stage 3)."""

from collections.abc import Sequence
from typing import Final

from bot.conversation import buttons
from bot.conversation.binding import bindings_of
from bot.conversation.buttons import another_person, disengaging
from bot.conversation.cards.standing import guidance_blocks, verdict_title
from bot.conversation.finding import case_called, open_case
from bot.conversation.pages.others_there import neighbour_blocks, others_blocks
from bot.conversation.recognising import Found, Recognised, recognised
from bot.conversation.visit import Visit
from bot.conversation.words.calendar import distance
from bot.conversation.words.likeness import likeness_words
from bot.conversation.words.sentences import counted, cut
from bot.views.answer import Answer
from bot.views.card import Block, Card, Heading, Item, Note, Paragraph, Tone
from core.case.guidance import Guidance
from core.case.state import Case
from core.vocabulary.customer import Customer
from core.vocabulary.ids import CustomerId
from core.vocabulary.people import People
from core.vocabulary.sought import Certainty
from core.vocabulary.wording import say_day

MOST_LISTED: Final = 10
MOST_IN_FULL: Final = 3

_SAME_PERSON: Final = "Before you act, make sure that it is the same person."


async def page(visit: Visit, text: str) -> Answer:
    if not text:
        return _ask_whom()
    office = visit.office
    case = await case_called(office, text)
    if case is not None:
        customer = await office.customer(case.customer)
        return await _in_full(visit, text, [(Found(customer, Certainty.DEFINITE), case)], 0)
    known = await recognised(office, text, MOST_LISTED + 1)
    if not known.found:
        return _nobody(known)
    if len(known.found) > MOST_IN_FULL:
        return _list(known.found)
    full = [(one, await open_case(office, one.customer.id)) for one in known.found]
    return await _in_full(visit, text, full, known.apart)


async def told_apart(visit: Visit, value: str) -> Answer:
    """A press: whoever was looked for is not this customer, and nobody is asked again."""
    customer, _, text = value.partition("/")
    register = visit.office.customer_register
    await register.tell_apart(visit.me.id, CustomerId(customer), text, visit.delivery)
    return await page(visit, text)


async def _in_full(
    visit: Visit, text: str, found: Sequence[tuple[Found, Case | None]], apart: int
) -> Card:
    shown = [await _customer(visit, one.customer, case) for one, case in found]
    blocks = [
        block
        for (one, _), (told, _) in zip(found, shown, strict=True)
        for block in (*told, *_question(one, text))
    ]
    return Card(
        title=f"{counted(len(found), 'customer')} found",
        summary="What is in force, and what may be done now.",
        blocks=(*blocks, *_apart(apart)),
        tone=Tone.CAUTION if any(bound for _, bound in shown) else Tone.INFO,
    )


def _question(found: Found, text: str) -> tuple[Block, ...]:
    """Nothing is asked about somebody found exactly."""
    if found.exact:
        return ()
    why = f"{likeness_words(found.certainty, found.reasons)}. {_SAME_PERSON}"
    no = another_person(found.customer, text) if found.may_be_apart else ()
    return (Item(f"Is it {cut(found.customer.name, 100)}?", why, no),)


def _apart(number: int) -> tuple[Block, ...]:
    """Of how many it was said that they are not the one who is looked for."""
    if not number:
        return ()
    people = counted(number, "customer")
    return (Note(f"Left out: {people} confirmed to be another person than this one."),)


async def _customer(
    visit: Visit, customer: Customer, case: Case | None
) -> tuple[Sequence[Block], bool]:
    """How the customer stands, and whether anything is in force for them."""
    office = visit.office
    people = await office.people_of(case) if case else People(())
    answers = await _answers(visit, customer, case, people)
    verdict = (Paragraph(f"{verdict_title(answers)}:"),) if answers else ()
    blocks = (
        Heading(f"{customer.name} ({customer.reference})"),
        *verdict,
        *(guidance_blocks(office.policy, answers) if answers or case else ()),
        _case(visit, people, customer, case, bound=bool(answers)),
        *await others_blocks(visit, customer, case),
    )
    return blocks, bool(answers)


async def _answers(
    visit: Visit, customer: Customer, case: Case | None, people: People
) -> tuple[Guidance, ...]:
    """Of what is in force in their own case, and of what binds them too in another's (Scope)."""
    office, now = visit.office, visit.office.now()
    own = office.guidance(case, people, None, now) if case else ()
    elsewhere = [b.guidance(office, None, now) for b in await bindings_of(office, customer.id)]
    return (*own, *(answer for answers in elsewhere for answer in answers))


def _case(
    visit: Visit, people: People, customer: Customer, case: Case | None, *, bound: bool
) -> Item:
    report = buttons.report(customer)
    if case is None:
        nothing = "" if bound else "Nothing is in force, and "
        words = f"{nothing}nothing has been reported about this person."
        particulars = disengaging.customer(customer)
        return Item("No case", f"{words[:1].upper()}{words[1:]}", (report, particulars))
    offered = (buttons.contact(case), report, buttons.case_page(case), buttons.timeline(case))
    return Item(f"Case {case.reference}", _case_line(visit, people, case), offered)


def _case_line(visit: Visit, people: People, case: Case) -> str:
    owner = f"{people.name_of(case.owner)} looks after it."
    reviews = [*(s.review_on for s in case.in_force), *(d.review_on for d in case.disengaged)]
    if not reviews:
        return owner
    soonest = min(reviews)
    when = distance(soonest, visit.office.today())
    return f"{owner} The next review is on {say_day(soonest)} ({when})."


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
            Paragraph(
                "We know no such customer, so nothing is in force. Deal with the contact as with "
                "anyone's. If you think we should know them, try another spelling."
            ),
            *_apart(known.apart),
            *neighbour_blocks(known.neighbours),
        ),
        buttons=(buttons.report(),),
    )
