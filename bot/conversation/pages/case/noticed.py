"""Contacts that were noticed, of which nobody has said yet what happened."""

from collections.abc import Iterator
from typing import Final

from bot.conversation.buttons import alerts as buttons
from bot.conversation.buttons import case_page
from bot.conversation.pages.case.seen import Seen
from bot.conversation.visit import Visit
from bot.conversation.words.known_contacts import contacts_text
from bot.conversation.words.likeness import likeness_words
from bot.conversation.words.sentences import counted
from bot.views.answer import Answer
from bot.views.card import Block, Card, Heading, Item, Paragraph
from core.alert.state import Alert
from core.policy.model import Policy
from core.vocabulary.ids import CaseId

MOST_LISTED: Final = 5
PAGE: Final = 10


def parts(seen: Seen) -> Iterator[Block]:
    if seen.alerts:
        yield Heading("Contacts noticed")
    shown = seen.alerts[:MOST_LISTED]
    for alert in shown:
        yield _item(seen.scene.policy, alert)
    more = seen.open_alerts - len(shown)
    if more > 0:
        words = "Nobody has said yet what became of them either."
        others = counted(more, "more alert is open", "more alerts are open")
        yield Item(others, words, (buttons.still_open(seen.case, len(shown)),))


async def next_page(visit: Visit, value: str) -> Answer:
    """A press: those after as many as were shown already."""
    name, _, shown = value.rpartition("/")
    case = await visit.case(CaseId(name))
    skip = int(shown) if shown.isdecimal() and len(shown) < 6 else 0
    finders, policy = visit.office.desk.alerts, visit.office.policy
    alerts = await finders.still_open(case.id, skip, PAGE)
    number = await finders.count_open(case.id)
    last = skip + len(alerts)
    more = (buttons.still_open(case, last),) if last < number else ()
    none = Paragraph("There are no more: somebody has said of the others what became of them.")
    where = f"{skip + 1:,} to {last:,} of {number:,}" if alerts else f"all {number:,}"
    return Card(
        title=f"{case.reference}: contacts noticed, {where}",
        summary="Contacts of which nobody has said yet what happened.",
        blocks=tuple(_item(policy, alert) for alert in alerts) or (none,),
        buttons=(*more, case_page(case)),
    )


def _item(policy: Policy, alert: Alert) -> Item:
    asks = "Somebody has to say whether it is the customer. " if alert.asks else ""
    likeness = likeness_words(alert.certainty, alert.reasons)
    return Item(
        f"{alert.reference}: {contacts_text(policy, alert)}",
        f"{asks}{likeness}.",
        (buttons.who(alert) if alert.asks else buttons.show(alert),),
    )
