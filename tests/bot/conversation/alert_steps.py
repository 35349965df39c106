"""Steps of the story when a known customer makes contact."""

from dataclasses import replace

from bot.alert_sweep import AlertSweep
from bot.views.answer import Overheard, QuotedMessage
from bot.views.card import Card
from core.alert.state import Alert
from core.case.commands import Approve, Propose
from core.case.proposals import ReviewMatter, ReviewOutcome
from core.services.alerting.alert_reminding import AlertReminding
from core.services.alerting.incoming_contacts import IncomingContacts
from core.services.deciding.policy_service import PolicyService
from core.services.incoming import Incoming, Receipt
from core.services.messages import Channel, ChatPlace, Kind, Message
from core.vocabulary.ids import CaseId
from core.vocabulary.sought import Sought
from tests.bot.conversation.harness import CASEY, POLICY, House, Seat
from tests.support.people import ASHA, MORGAN

BY_MAIL = Sought(emails=(CASEY.emails[0],))
MUCH_ALIKE = Sought(names=("Casey Customer",), emails=("casey@another.example",))
"""May be the customer: a person is asked."""

LOG, BREACH, TOPIC = "Log what happened", "It was a breach", "Different topic"
WHO, YES, ANOTHER = "Who is it?", "Yes, it is them", "This is another person"
AFTER_ALL, ADD = "It was them after all", "Particulars"
"""The buttons of an alert."""

CHANNEL, PLACE = "C0WATCHED", "C0WATCHED/1764003600.000100"
DEAF = "C0DEAF"


class Reader:
    """Reads messages again, as a platform that shows them would."""

    def __init__(self, **messages: QuotedMessage) -> None:
        self.messages = messages
        self.asked: list[str] = []

    async def quote(self, place: str) -> QuotedMessage | None:
        self.asked.append(place)
        return self.messages.get("text")

    async def hears(self, channel: str) -> bool:
        """Every channel but one."""
        return channel != DEAF


async def comes(house: House, *who: Sought, **changed: object) -> Receipt:
    """By email, now, as the CRM tells."""
    key = f"key-{len(house.memory.store.receipts)}"
    usual = Incoming("crm", key, key, "email", house.now, who or (BY_MAIL,))
    contact = replace(usual, **changed)  # type: ignore[arg-type]
    service = IncomingContacts(POLICY, house.memory.desk)
    (receipt,) = await service.take((contact,))
    return receipt


async def alerted(house: House, *who: Sought, **changed: object) -> Alert:
    receipt = await comes(house, *who, **changed)
    (alert,) = receipt.alerts
    return now(house, alert)


def now(house: House, alert: Alert | str) -> Alert:
    name = alert if isinstance(alert, str) else alert.id
    return next(each for each in house.memory.store.alerts.values() if each.id == name)


async def in_alerts(house: House) -> Card:
    """The last alert, as the alerts channel sees it now."""
    return await house.draw(_told(house, Channel.ALERTS)[-1])


async def beneath(house: House) -> Card:
    """The last alert, as it stands beneath a message of a watched channel."""
    return await house.draw(_told(house, ChatPlace("slack", PLACE))[-1])


def _told(house: House, to: Channel | ChatPlace) -> list[Message]:
    return [each for each in house.messages(Kind.KNOWN_CONTACT) if each.to == to]


async def watched(house: House, by: Seat) -> None:
    shown = await by.inside(CHANNEL).sees("watch")
    assert shown.title == "This channel is watched"


async def is_said(house: House, text: str, message: str = "m1", **changed: object) -> None:
    usual = Overheard("slack", CHANNEL, PLACE, message, text, house.now)
    await house.talk.overheard(replace(usual, **changed))  # type: ignore[arg-type]


def asha(house: House) -> Seat:
    return house.seat(ASHA)


async def lifted(house: House) -> None:
    """Every sanction of Casey's, by two grades."""
    service = PolicyService(POLICY, house.memory.desk)
    case = await service.case(CaseId(CASEY.id))
    for no in [sanction.no for sanction in case.in_force]:
        matter = ReviewMatter(no, ReviewOutcome.LIFT, "It is enough.")
        made = await service.carry_out(ASHA.id, case.id, Propose(matter), f"propose-{no}")
        decided = Approve(made.added[0].no)
        await service.carry_out(MORGAN.id, case.id, decided, f"approve-{no}")


async def brought_to_mind(house: House, **by: float) -> None:
    """After so long, as goes on every minute; in the afternoon, when it is due."""
    clock = house.memory.clock
    clock.time = max(clock.forward(**by), clock.time.replace(hour=16, minute=0))
    await AlertSweep(AlertReminding(POLICY, house.memory.desk)).sweep()
