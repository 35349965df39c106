"""Open alerts, for whoever is to say what became of them (stage 3; Responsibilities)."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from bot.conversation.buttons import alerts as buttons
from bot.conversation.buttons import case_page
from bot.conversation.pages.whose_alerts import in_my_hands
from bot.conversation.visit import Visit
from bot.conversation.words.calendar import distance
from bot.conversation.words.known_contacts import contacts_text
from bot.conversation.words.sentences import counted
from bot.views.card import Block, Heading, Item, Note
from core.alert.reminding import reminded_of
from core.alert.state import Alert
from core.case.scene import Scene
from core.case.state import Case
from core.vocabulary.ids import StaffId
from core.vocabulary.wording import say_moment

MOST_LISTED: Final = 5


@dataclass(frozen=True, slots=True)
class OpenAlerts:
    """``number``: how many there are, of which the longest open are listed."""

    number: int
    blocks: tuple[Block, ...]

    @property
    def text(self) -> str:
        """For a summary; "" where there are none."""
        are = counted(self.number, "alert is", "alerts are")
        return f"{are} open. " if self.number else ""


async def open_alerts(visit: Visit, staff: Sequence[StaffId] | None) -> OpenAlerts:
    """Of the cases that ``staff`` look after (``None``: anybody), or somebody in whose place I am
    asked. Not those of which nobody is reminded, since nothing is in force any more."""
    finders = visit.office.desk.alerts
    owners = None if staff is None else tuple(dict.fromkeys((*staff, *await in_my_hands(visit))))
    number = await finders.count_waiting(owners)
    alerts = await finders.waiting(owners, MOST_LISTED) if number else ()
    items = [await _item(visit, alert) for alert in alerts]
    return OpenAlerts(number, tuple(_listed(items, number)))


def _listed(items: Sequence[Item], number: int) -> Iterator[Block]:
    if items:
        yield Heading("Open alerts")
    yield from items
    if (more := number - len(items)) > 0:
        others = counted(more, "more alert", "more alerts")
        yield Note(f"And {others}, once these are dealt with. A case's page lists all of its own.")


async def _item(visit: Visit, alert: Alert) -> Item:
    policy, case = visit.office.policy, await visit.case(alert.case)
    scene = await visit.scene(case)
    opened = alert.open_since or alert.first_at
    since = f"{say_moment(opened, policy.zone)} ({distance(policy.day_of(opened), scene.today)})"
    asks = " Somebody has to say whether it is the customer." if alert.asks else ""
    return Item(
        f"{alert.reference}: {contacts_text(policy, alert)}",
        f"Case {case.reference}. Open since {since}. {_whose(scene, case)} says what became of "
        f"it.{asks}",
        (buttons.who(alert) if alert.asks else buttons.show(alert), case_page(case)),
    )


def _whose(scene: Scene, case: Case) -> str:
    """Whoever is reminded first."""
    first = next(iter(reminded_of(scene, case.owner, goes_up=False)), None)
    return scene.people.name_of(first) if first else "The Customer Focus team"
