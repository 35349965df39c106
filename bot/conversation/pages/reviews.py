"""Reviews: which sanctions are to be reviewed, soonest first (stage 4)."""

from collections.abc import Sequence
from typing import Final

from bot.conversation import buttons
from bot.conversation.visit import Visit
from bot.conversation.words.calendar import distance
from bot.conversation.words.terms import sanction_label
from bot.views.answer import Answer
from bot.views.card import Block, Card, Item, Note, Paragraph, Tone
from core.case.state import Case, Sanction
from core.vocabulary.ids import StaffId
from core.vocabulary.people import Role
from core.vocabulary.wording import say_day

MOST_LISTED: Final = 10


async def page(visit: Visit, _text: str = "") -> Answer:
    """Of one's own cases and one's team's; the Customer Focus team sees all."""
    office = visit.office
    until = office.policy.review.latest_date(office.today())
    owners = await _owners(visit)
    summaries = await office.desk.cases.reviews_until(until, owners, MOST_LISTED + 1)
    cases = [await visit.case(summary.case) for summary in summaries]
    due = sorted(
        ((case, sanction) for case in cases for sanction in case.in_force),
        key=lambda pair: (pair[1].review_on, pair[0].reference, pair[1].no),
    )
    overdue = any(sanction.review_on < office.today() for _, sanction in due)
    return Card(
        title="Reviews",
        summary="Which sanctions are to be reviewed, soonest first.",
        blocks=await _listed(visit, due),
        tone=Tone.CAUTION if overdue else Tone.INFO,
    )


async def _owners(visit: Visit) -> tuple[StaffId, ...] | None:
    if Role.CUSTOMER_FOCUS in visit.me.roles:
        return None
    team = await visit.office.desk.directory.reports_of(visit.me.id)
    return (visit.me.id, *(member.id for member in team))


async def _listed(visit: Visit, due: Sequence[tuple[Case, Sanction]]) -> tuple[Block, ...]:
    if not due:
        return (Paragraph("Nothing of yours or your team's is in force, so nothing is due."),)
    items = [await _item(visit, case, sanction) for case, sanction in due[:MOST_LISTED]]
    more = (Note("More are to be reviewed later."),) if len(due) > MOST_LISTED else ()
    return (*items, *more)


async def _item(visit: Visit, case: Case, sanction: Sanction) -> Item:
    office, today = visit.office, visit.office.today()
    late = "Overdue: " if sanction.review_on < today else ""
    people = await office.people(case.owner)
    when = f"{say_day(sanction.review_on)} ({distance(sanction.review_on, today)})"
    return Item(
        f"{late}{case.reference}: {sanction_label(office.policy, sanction.terms.code)}",
        f"To be reviewed on {when}. {people.name_of(case.owner)} looks after the case.",
        (buttons.review(case, sanction.no),),
    )
