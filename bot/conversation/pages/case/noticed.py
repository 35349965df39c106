"""Contacts that were noticed, of which nobody has said yet what happened."""

from collections.abc import Iterator
from typing import Final

from bot.conversation.buttons import alerts as buttons
from bot.conversation.pages.case.seen import Seen
from bot.conversation.words.known_contacts import contacts_text
from bot.conversation.words.likeness import likeness_words
from bot.views.card import Block, Heading, Item
from core.alert.state import Alert

MOST_LISTED: Final = 5


def parts(seen: Seen) -> Iterator[Block]:
    if seen.alerts:
        yield Heading("Contacts noticed")
    for alert in seen.alerts[:MOST_LISTED]:
        yield _item(seen, alert)


def _item(seen: Seen, alert: Alert) -> Item:
    asks = "Somebody has to say whether it is the customer. " if alert.asks else ""
    likeness = likeness_words(alert.certainty, alert.reasons)
    return Item(
        f"{alert.reference}: {contacts_text(seen.scene.policy, alert)}",
        f"{asks}{likeness}.",
        (buttons.who(alert) if alert.asks else buttons.show(alert),),
    )
