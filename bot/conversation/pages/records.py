"""The records of one person: under which others they are known, and what their cases are."""

from typing import Final

from bot.conversation import buttons
from bot.conversation.buttons.alerts import merge, unmerge
from bot.conversation.visit import Visit
from bot.conversation.words.entries.alerts import records_text
from bot.conversation.words.sentences import cut
from bot.views.card import Block, Button, Item
from core.case.authority.powers import has_power
from core.case.register import CustomersMerged
from core.case.state import Case
from core.policy.model import Power
from core.vocabulary.customer import Customer
from core.vocabulary.people import People
from core.vocabulary.wording import say_moment

REASONS_ROOM: Final = 400


async def records_blocks(visit: Visit, customer: Customer, case: Case | None) -> tuple[Block, ...]:
    """``customer``: the record that stands for the person. ``case``: one that is shown already."""
    manages = has_power(
        visit.office.scene(visit.me.id, People((visit.me,))), visit.me.id, Power.MANAGE
    )
    merged = [await visit.office.customer(record) for record in customer.merged]
    shown = [await _record(visit, record, case, manages=manages) for record in merged]
    if manages and not customer.merged:
        words = "If this person is recorded a second time, one record can stand for both."
        shown.append(Item("Recorded twice?", words, (merge(customer),)))
    return tuple(shown)


async def _record(visit: Visit, record: Customer, shown: Case | None, *, manages: bool) -> Item:
    own = await visit.office.desk.cases.open_case_of(record.id)
    case = await visit.case(own) if own else None
    more: list[Button] = []
    if case and (shown is None or case.id != shown.id):
        more += [buttons.case_page(case)]
    if manages:
        more += [unmerge(record)]
    words = f"{cut(record.name, 100)}. {f'Case {case.reference}.' if case else 'No case.'}"
    why = await _why(visit, record)
    return Item(f"Also recorded as {record.reference}", f"{words}{why}", tuple(more))


async def _why(visit: Visit, record: Customer) -> str:
    """Who said that it is the same person, when, and how they know."""
    office = visit.office
    kept = await office.desk.store.load(f"customer:{record.id}")
    merged = [(entry, entry.event) for entry in kept if isinstance(entry.event, CustomersMerged)]
    if not merged:
        return ""
    entry, event = merged[-1]
    name = (await office.people(entry.by)).name_of(entry.by)
    words = cut(records_text(event), REASONS_ROOM)
    return f"\n{name}, {say_moment(entry.at, office.policy.zone)}: {words}"
