"""The timeline log of a case, for those who may read it."""

from collections.abc import Sequence
from typing import Final

from bot.conversation import buttons
from bot.conversation.finding.looking_up import case_id_by_reference
from bot.conversation.pointer import Pointer
from bot.conversation.visit import Visit
from bot.conversation.words.entries import entry_text
from bot.conversation.words.sentences import counted
from bot.views.answer import Answer
from bot.views.card import Button, Card, Facts, Item, Note, Paragraph, Tone
from core.case.events import EntryCorrected
from core.case.evolve import fold
from core.case.state import Case, Entry
from core.policy.model import Policy
from core.vocabulary.ids import SYSTEM, CaseId, EntryNo, StaffId
from core.vocabulary.people import People
from core.vocabulary.wording import say_moment

PAGE_ENTRIES: Final = 10
PAGE_ROOM: Final = 6000
"""Characters of entries on one page; a platform shows only so much in one message."""


async def page(visit: Visit, text: str) -> Answer:
    """``text``: a case's or customer's reference."""
    if not text:
        words = "Type the reference after it, for example: timeline UCB-7K3F9Q"
        return Card(
            title="Whose timeline?",
            summary="Say which case.",
            blocks=(Paragraph(words),),
            tone=Tone.CAUTION,
        )
    return await _show(visit, await case_id_by_reference(visit.office, text))


async def pressed(visit: Visit, value: str) -> Answer:
    """The newest entries, or those before the one pointed at."""
    pointer = Pointer.parse(value)
    return await _show(visit, pointer.case, pointer.no or None)


async def _show(visit: Visit, case_id: CaseId, before: EntryNo | None = None) -> Card:
    office = visit.office
    entries = await office.service.timeline(visit.me.id, case_id)
    case = fold(entries)
    customer = await office.customer(case.customer)
    people = await office.people_of(case, *(entry.by for entry in entries))
    told = [e for e in entries if before is None or e.no < before]
    shown = _newest(office.policy, people, entries, told)
    earlier = told[: len(told) - len(shown)]
    return Card(
        title=f"Timeline of {case.reference}",
        summary=f"The timeline of {case.reference}.",
        blocks=(
            Facts((("Customer", customer.name), ("Looked after by", people.name_of(case.owner)))),
            *(
                Item(_title(office.policy, people, entry), text, _corrects(visit, case, entry))
                for entry, text in shown
            ),
            Note(_how_many(entries, shown)),
        ),
        buttons=_earlier(case, earlier, shown),
    )


_Shown = Sequence[tuple[Entry, str]]


def _newest(
    policy: Policy, people: People, entries: Sequence[Entry], told: Sequence[Entry]
) -> _Shown:
    """As many of the last entries as fit on a page, at least one, in order."""
    shown: list[tuple[Entry, str]] = []
    room = PAGE_ROOM
    for entry in reversed(told):
        text = _text(policy, people, entries, entry)
        room -= len(text)
        if shown and (room < 0 or len(shown) == PAGE_ENTRIES):
            break
        shown.insert(0, (entry, text))
    return shown


def _text(policy: Policy, people: People, entries: Sequence[Entry], entry: Entry) -> str:
    """What happened, with the corrections of it beside it."""
    lines = [entry_text(policy, people, entry.event)]
    for later in entries:
        if isinstance(later.event, EntryCorrected) and later.event.entry == entry.no:
            when = say_moment(later.at, policy.zone)
            who = _who(people, later.by)
            lines.append(f"Corrected by {who} on {when}: {later.event.correction}")
    return "\n".join(lines)


def _title(policy: Policy, people: People, entry: Entry) -> str:
    return f"{entry.no}. {say_moment(entry.at, policy.zone)}: {_who(people, entry.by)}"


def _who(people: People, staff: StaffId) -> str:
    return "UCB" if staff == SYSTEM else people.name_of(staff)


def _corrects(visit: Visit, case: Case, entry: Entry) -> tuple[Button, ...]:
    """Those involved may correct; others who may read it are not offered what is refused."""
    return (buttons.correct(case, entry.no),) if visit.me.id in case.involved else ()


def _how_many(entries: Sequence[Entry], shown: _Shown) -> str:
    numbers = f"Entries {shown[0][0].no} to {shown[-1][0].no}" if shown else "No entries"
    return f"{numbers} of {counted(len(entries), 'entry', 'entries')}. They are never edited."


def _earlier(case: Case, earlier: Sequence[Entry], shown: _Shown) -> tuple[Button, ...]:
    return (buttons.earlier(case, shown[0][0].no),) if earlier else ()
