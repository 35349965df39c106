"""The Customer Sanctions Log, page by page; every look at an entry is recorded (stages 3 and 6)."""

from collections.abc import Iterator
from typing import Final

from bot.conversation import buttons
from bot.conversation.buttons.extreme import log_from, look
from bot.conversation.cards.standing import exception_note
from bot.conversation.visit import Visit
from bot.conversation.words.calendar import distance
from bot.conversation.words.sentences import cut, ended
from bot.views.answer import Answer
from bot.views.card import Block, Button, Card, Facts, Heading, Item, Note, Paragraph, Quote, Tone
from core.services.log_entry import LogEntry, LogLine, LogMeasure, log_line
from core.services.summary import DISENGAGED
from core.vocabulary.customer import Customer
from core.vocabulary.ids import CaseId
from core.vocabulary.refusal import refuse
from core.vocabulary.wording import listed, say_day

PAGE: Final = 10
MOST_READ: Final = 200
"""Entries read for one page, where few of them are wanted."""

REASONS_ROOM: Final = 1000

ALL, OVERDUE, TEAM = "", "overdue", "team"
_TITLES: Final = {
    ALL: "Customer Sanctions Log",
    DISENGAGED: "Customer Sanctions Log: disengaged",
    OVERDUE: "Customer Sanctions Log: review overdue",
    TEAM: "Customer Sanctions Log: your team's",
}


async def page(visit: Visit, text: str) -> Answer:
    """``text``: which entries, or the reference of one to look at."""
    wanted = text.casefold()
    if wanted in _TITLES:
        return await _page(visit, wanted, "")
    return await _look(visit, await _by_reference(visit, text))


async def next_page(visit: Visit, value: str) -> Answer:
    after, _, wanted = value.partition("/")
    return await _page(visit, wanted if wanted in _TITLES else ALL, after)


async def look_pressed(visit: Visit, value: str) -> Answer:
    return await _look(visit, CaseId(value))


async def _page(visit: Visit, wanted: str, after: str) -> Card:
    lines, more = await _wanted(visit, wanted, after)
    note = (
        "Press “Look” to see what may be done. Each look is recorded with your name and the time."
    )
    none = Paragraph("Nothing is in force." if wanted == ALL and not after else "No more entries.")
    return Card(
        title=_TITLES[wanted],
        summary="What is in force, by reference.",
        blocks=(*(_line(visit, line) for line in lines), *(() if lines else (none,)), Note(note)),
        buttons=(log_from(wanted, more),) if more else (),
    )


async def _wanted(visit: Visit, wanted: str, after: str) -> tuple[list[LogLine], str]:
    """A page of lines, and the last reference read when there may be more."""
    if wanted == TEAM:
        return await _team(visit), ""
    found: list[LogLine] = []
    read = 0
    while read < MOST_READ:
        lines = await visit.office.sanctions_log.page(visit.me.id, after)
        for line in lines:
            if _is(visit, line, wanted):
                if len(found) == PAGE:
                    return found, after
                found.append(line)
            after = line.reference
        read += len(lines)
        if not lines:
            return found, ""
    return found, after


async def _team(visit: Visit) -> list[LogLine]:
    """What one and one's team still have to review, soonest first."""
    desk, policy = visit.office.desk, visit.office.policy
    team = await desk.directory.reports_of(visit.me.id)
    owners = (visit.me.id, *(member.id for member in team))
    owing = await desk.cases.owing(owners, MOST_READ)
    return [log_line(policy, summary) for summary in owing if summary.in_force][:PAGE]


def _is(visit: Visit, line: LogLine, wanted: str) -> bool:
    today = visit.office.today()
    match wanted:
        case "disengaged":
            return any(label.casefold() == DISENGAGED for label, _ in line.in_force)
        case "overdue":
            return any(review_on < today for _, review_on in line.in_force)
    return True


def _line(visit: Visit, line: LogLine) -> Item:
    today = visit.office.today()
    soonest = min(review_on for _, review_on in line.in_force)
    overdue = "Review overdue: it was due" if soonest < today else "Next review"
    in_force = listed(label for label, _ in line.in_force)
    when = f"{say_day(soonest)} ({distance(soonest, today)})"
    return Item(line.reference, f"{in_force}. {overdue} on {when}.", (look(line),))


async def _by_reference(visit: Visit, text: str) -> CaseId:
    case = await visit.office.desk.cases.by_reference(text)
    if case is None:
        raise refuse(
            "unknown-reference",
            f"The Customer Sanctions Log has no entry {text[:40]}.",
            "Type “log” alone, or with “disengaged”, “overdue”, “team” or a case's reference.",
        )
    return case


async def _look(visit: Visit, case: CaseId) -> Card:
    entry = await visit.office.sanctions_log.look(visit.me.id, case, visit.delivery)
    return Card(
        title=f"{entry.reference} in the log",
        summary=f"What is in force in {entry.reference}.",
        blocks=(*_entry(visit, entry), exception_note(visit.office.policy), Note(_LOOKED)),
        buttons=_links(entry),
        tone=Tone.CAUTION,
    )


_LOOKED: Final = "That you looked at this entry is recorded."


def _entry(visit: Visit, entry: LogEntry) -> Iterator[Block]:
    facts = [("Case", entry.reference), ("Ask", f"{entry.owner}, who looks after the case")]
    if entry.customer:
        facts.insert(0, ("Customer", _named(entry.customer)))
    if entry.also_bound:
        facts.append(("Also bound", listed(_named(each) for each in entry.also_bound)))
    yield Facts(tuple(facts))
    for measure in entry.measures:
        yield from _measure(visit, measure)


def _measure(visit: Visit, measure: LogMeasure) -> Iterator[Block]:
    told = measure.guidance
    since = visit.office.policy.day_of(measure.since)
    parts = (told.permitted, told.advice, told.private)
    yield Heading(told.label)
    yield Paragraph(" ".join(ended(part) for part in parts if part))
    yield Facts((("Since", say_day(since)), ("Review on", say_day(measure.review_on))))
    if measure.why:
        by, agreed = measure.why.proposed_by, measure.why.approved_by
        yield Paragraph(f"Why, as proposed by {by} and approved by {agreed}:")
        yield Quote(cut(measure.why.reasons, REASONS_ROOM))


def _links(entry: LogEntry) -> tuple[Button, ...]:
    check = f"check {entry.reference}"
    return (buttons.run(check, "Check this customer"),) if entry.customer else ()


def _named(customer: Customer) -> str:
    return f"{customer.name} ({customer.reference})"
