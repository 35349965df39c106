"""Who is it? What we were told of a contact, beside what we know of the customer. Private."""

from collections.abc import Iterable, Sequence
from typing import Final

from bot.conversation.buttons import alerts as buttons
from bot.conversation.cards.noticed import known_alert
from bot.conversation.finding.binding import standing_for
from bot.conversation.office import Office
from bot.conversation.visit import Visit
from bot.conversation.words.known_contacts import contact_text, source_text
from bot.conversation.words.likeness import likeness_words
from bot.conversation.words.sentences import counted, cut
from bot.views.answer import Answer
from bot.views.card import Block, Button, Card, Facts, Heading, Item, Note, Paragraph, Tone
from core.alert.events import ContactSeen
from core.alert.known_as import together
from core.alert.state import Alert
from core.vocabulary.customer import Customer
from core.vocabulary.sought import Sought

MOST_CONTACTS: Final = 5
TEXT_ROOM: Final = 300


async def page(visit: Visit, value: str) -> Answer:
    office = visit.office
    alert = await known_alert(office, value)
    customer = await standing_for(office, alert.customer)
    records = [customer, *[await office.customer(each) for each in customer.merged]]
    seen = await office.alert_desk.seen(alert.id)
    return Card(
        title=f"{alert.reference}: who is it?",
        summary=f"{alert.reference}: what we were told, and what we know.",
        blocks=(
            Heading("What we were told"),
            *_told(office, seen),
            Heading("What we know of the customer"),
            Facts(_known(records)),
            *_asked(alert),
        ),
        buttons=_buttons(alert),
        tone=Tone.CAUTION,
    )


def _told(office: Office, seen: Sequence[ContactSeen]) -> Iterable[Block]:
    """The latest first, each way of making contact once; and all that a press is about."""
    alike: dict[tuple[Sought, tuple[str, ...]], ContactSeen] = {}
    for each in reversed(seen):
        alike.setdefault((office.desk.screening.normal(each.who), each.reasons), each)
    latest = tuple(alike.values())
    for each in latest[:MOST_CONTACTS]:
        yield Item(contact_text(office.policy, each.means, each.at), _lines(each))
    if len(latest) > MOST_CONTACTS:
        yield Note(f"And {counted(len(latest) - MOST_CONTACTS, 'other contact')} before.")
        yield Item(
            "In all these contacts together", "\n".join(_who(together(e.who for e in latest)))
        )


def _lines(seen: ContactSeen) -> str:
    why = likeness_words(seen.certainty, seen.reasons)
    return "\n".join((*_who(seen.who), f"{why}.", f"From {source_text(seen.source)}."))


def _who(who: Sought) -> list[str]:
    return [f"{label}: {cut(', '.join(given), TEXT_ROOM)}" for label, given in _said(who)]


def _said(who: Sought) -> Iterable[tuple[str, tuple[str, ...]]]:
    given = (
        ("Name", who.names),
        ("Mail address", who.emails),
        ("Telephone", who.phones),
        ("Postcode", who.postcodes),
        ("Address", who.addresses),
        ("Organisation", who.organisations),
        ("Reference", (who.reference,) if who.reference else ()),
    )
    return ((label, values) for label, values in given if values)


def _known(records: Sequence[Customer]) -> tuple[tuple[str, str], ...]:
    """Of all the records of this person together."""
    given = (
        ("Name", _all((c.name, *c.other_names) for c in records)),
        ("Mail address", _all(c.emails for c in records)),
        ("Telephone", _all(c.phones for c in records)),
        ("Address", _all((c.address, *c.other_addresses) for c in records)),
        ("Organisation", _all((c.organisation, *c.other_organisations) for c in records)),
        ("Reference", _all((c.reference,) for c in records)),
    )
    return tuple((label, cut("; ".join(values), TEXT_ROOM)) for label, values in given if values)


def _all(values: Iterable[Iterable[str]]) -> tuple[str, ...]:
    each = (" ".join(value.split()) for some in values for value in some)
    return tuple(dict.fromkeys(value for value in each if value))


def _asked(alert: Alert) -> tuple[Block, ...]:
    if not alert.asks:
        return ()
    words = "Is it the same person? If you cannot tell, ask whoever looks after the case."
    return (Paragraph(words),)


def _buttons(alert: Alert) -> tuple[Button, ...]:
    if alert.settled:
        return (buttons.show(alert),)
    yes = buttons.confirm(alert) if alert.asks else buttons.show(alert)
    return (yes, buttons.another_person(alert))
