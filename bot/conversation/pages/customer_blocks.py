"""A customer as “check” shows them: what binds them, their cases, their records, others there."""

from collections.abc import Sequence

from bot.conversation import buttons
from bot.conversation.buttons import disengaging
from bot.conversation.buttons.records import known_by
from bot.conversation.cards.standing import guidance_blocks, verdict_title
from bot.conversation.finding.binding import involved
from bot.conversation.pages.others_there import others_blocks
from bot.conversation.pages.records import records_blocks
from bot.conversation.visit import Visit
from bot.conversation.words.calendar import distance
from bot.views.card import Block, Heading, Item, Paragraph
from core.case.state import Case
from core.vocabulary.customer import Customer
from core.vocabulary.people import People
from core.vocabulary.wording import lower_first, say_day, upper_first


async def customer_blocks(
    visit: Visit,
    customer: Customer,
    asked_for: Case | None = None,
    question: tuple[Block, ...] = (),
) -> tuple[Sequence[Block], bool]:
    """How the customer stands, and whether anything is in force for them.

    ``asked_for``: the case to tell of, where it is not the open one. ``question``: whether it is
    this customer, where that is in doubt; the rest holds only if it is.
    """
    office = visit.office
    found = await involved(office, customer, asked_for)
    case, people = found.own, found.people
    answers = found.answers(office, None, office.now())
    verdict = verdict_title(answers) if answers else ""
    blocks = (
        Heading(f"{customer.name} ({customer.reference})"),
        *question,
        *_verdict(verdict, doubtful=bool(question)),
        *(guidance_blocks(office.policy, answers) if answers or case else ()),
        _case(visit, people, customer, case, bound=bool(answers)),
        *await records_blocks(visit, customer, case),
        *await others_blocks(visit, customer, case),
    )
    return blocks, bool(answers)


def _verdict(verdict: str, *, doubtful: bool) -> tuple[Block, ...]:
    """``verdict``: "" where nothing is in force."""
    if not doubtful:
        return (Paragraph(f"{verdict}:"),) if verdict else ()
    return (Paragraph(f"If it is them, {lower_first(verdict)}:" if verdict else "If it is them:"),)


def _case(
    visit: Visit, people: People, customer: Customer, case: Case | None, *, bound: bool
) -> Item:
    report = buttons.report(customer)
    if case is None:
        nothing = "" if bound else "Nothing is in force, and "
        words = f"{nothing}nothing has been reported about this person."
        particulars = disengaging.customer(customer)
        return Item("No case", upper_first(words), (report, particulars, known_by(customer)))
    pages = (buttons.case_page(case), buttons.timeline(case), known_by(customer))
    offered = (buttons.contact(case), report, *pages)
    return Item(f"Case {case.reference}", _case_line(visit, people, case), offered)


def _case_line(visit: Visit, people: People, case: Case) -> str:
    owner = f"{people.name_of(case.owner)} looks after it."
    reviews = [*(s.review_on for s in case.in_force), *(d.review_on for d in case.disengaged)]
    if not reviews:
        return owner
    soonest = min(reviews)
    when = distance(soonest, visit.office.today())
    return f"{owner} The next review is on {say_day(soonest)} ({when})."
