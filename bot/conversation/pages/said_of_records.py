"""Who said what of a customer's records, when, and why. Private."""

from collections.abc import Iterable, Sequence
from typing import Final

from bot.conversation.buttons.records import take_back
from bot.conversation.office import Office
from bot.conversation.words.entries.records import apart_words, said_text
from bot.conversation.words.sentences import counted
from bot.views.card import Block, Bullets, Heading, Item, Note
from core.case.register import CustomersMerged, CustomersUnmerged, ToldApart
from core.case.register.said import Said
from core.vocabulary.ids import CustomerId
from core.vocabulary.people import People
from core.vocabulary.wording import say_moment

MOST_SAID: Final = 15


async def said_of(
    office: Office, records: Iterable[CustomerId]
) -> Sequence[tuple[CustomerId, Said]]:
    """The latest first; what stands in the streams of two records once."""
    every = [
        (record, said)
        for record in records
        for said in await office.customer_register.said_of(record)
    ]
    once = {(said.at, said.by, said.event): (record, said) for record, said in every}
    return sorted(once.values(), key=lambda each: (each[1].at, each[1].no), reverse=True)


async def said_blocks(
    office: Office, said: Sequence[tuple[CustomerId, Said]], most: int = MOST_SAID
) -> tuple[Block, ...]:
    """As a list to read."""
    if not said:
        return ()
    people = await office.people(*[each.by for _, each in said])
    references = await _references(office, [each for _, each in said])
    lines = tuple(
        f"{_who_and_when(office, people, each)}: {said_text(each.event, references)}"
        for _, each in said[:most]
    )
    return (Heading("What was said of the record"), Bullets(lines), *_more(said, most))


def apart_of(said: Sequence[tuple[CustomerId, Said]]) -> Sequence[tuple[CustomerId, Said]]:
    """Whoever counts as another person."""
    return [(record, each) for record, each in said if each.counts]


async def apart_blocks(
    office: Office, apart: Sequence[tuple[CustomerId, Said]], most: int
) -> tuple[Block, ...]:
    """Each with a button that takes it back."""
    if not apart:
        return ()
    people = await office.people(*[each.by for _, each in apart])
    items = [
        Item(
            apart_words(each.event.known_as),
            f"Another person. So said {_who_and_when(office, people, each)}.",
            (take_back(record, each.no),),
        )
        for record, each in apart[:most]
        if isinstance(each.event, ToldApart)
    ]
    return (Heading("Not this customer"), *items, *_more(apart, most))


def _more(said: Sequence[object], most: int) -> tuple[Block, ...]:
    left = len(said) - most
    return (Note(f"And {counted(left, 'more', 'more')} before."),) if left > 0 else ()


def _who_and_when(office: Office, people: People, said: Said) -> str:
    return f"{people.name_of(said.by)}, {say_moment(said.at, office.policy.zone)}"


async def _references(office: Office, said: Iterable[Said]) -> dict[CustomerId, str]:
    """Of the records that were merged or separated."""
    events = [each.event for each in said]
    both = [e for e in events if isinstance(e, CustomersMerged | CustomersUnmerged)]
    records = dict.fromkeys(record for e in both for record in (e.customer, e.into))
    known = [await office.customer(record) for record in records]
    return {each.id: each.reference or "a record no longer kept" for each in known}
