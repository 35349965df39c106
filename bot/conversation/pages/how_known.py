"""How we know a customer: by what, since when, and from where. Private."""

from typing import Final

from bot.conversation.visit import Visit
from bot.conversation.words.sentences import counted, cut
from bot.views.card import Block, Bullets, Heading, Note
from core.case.register.provenance import KnownBy, Particular
from core.vocabulary.ids import CustomerId
from core.vocabulary.people import People
from core.vocabulary.wording import say_day

MOST_LISTED: Final = 20
VALUE_ROOM: Final = 150

_KINDS: Final = {
    Particular.NAME: "Name",
    Particular.EMAIL: "Mail address",
    Particular.PHONE: "Telephone",
    Particular.ADDRESS: "Address",
    Particular.ORGANISATION: "Organisation",
}


async def how_known_blocks(
    visit: Visit,
    customer: CustomerId,
    heading: str = "How we know them",
    most: int = MOST_LISTED,
) -> tuple[Block, ...]:
    """What they are known by now comes first."""
    known = await visit.office.customer_register.known_by(customer)
    if not known:
        return ()
    known = tuple(sorted(known, key=lambda one: one.until is not None))
    people = await visit.office.people(*[one.entered_by for one in known])
    lines = tuple(_line(visit, people, one) for one in known[:most])
    left_out = len(known) - len(lines)
    more = (Note(f"And {counted(left_out, 'more', 'more')}."),) if left_out else ()
    return (Heading(heading), Bullets(lines), *more)


def _line(visit: Visit, people: People, known: KnownBy) -> str:
    """``Telephone: 01632 960 001. Since Monday 3 March 2025, from the CRM``."""
    policy = visit.office.policy
    value = cut(" ".join(known.value.split()), VALUE_ROOM)
    since = say_day(policy.day_of(known.since))
    until = f" until {say_day(policy.day_of(known.until))}" if known.until else ""
    entered = f"entered by {people.name_of(known.entered_by)}"
    source = f"from {known.source}" if known.source else entered
    return f"{_KINDS[known.kind]}: {value}. Since {since}{until}, {source}"
