"""What the buttons of an alert do: who it is, what happened, and taking it back."""

from collections.abc import Awaitable, Callable
from dataclasses import replace
from typing import Final

from bot.conversation.buttons.disengaging import customer as particulars
from bot.conversation.cards.known_contact import card
from bot.conversation.cards.noticed import known_alert, noticed
from bot.conversation.finding.binding import standing_for
from bot.conversation.forms import noticed_breach, noticed_contact
from bot.conversation.visit import Told, Visit
from bot.conversation.words.entries.alerts import alert_text
from bot.views.answer import Answer, QuotedMessage
from bot.views.card import Block, Bullets, Heading, Item
from bot.views.ports import DeliveryFailed
from core.alert.events import AlertEvent
from core.alert.state import Alert
from core.vocabulary.ids import SYSTEM, AlertId, StaffId
from core.vocabulary.wording import say_moment

MOST_SAID: Final = 10
_NEW: Final = (
    "If they used a mail address or a telephone number that we do not know yet, add it. Then they "
    "are known by it the next time, and nobody is asked."
)


_Say = Callable[[StaffId, AlertId, str], Awaitable[Alert]]


async def show(visit: Visit, value: str) -> Answer:
    """The alert as it stands, with the name, for one colleague."""
    return await _card(visit, await known_alert(visit.office, value))


async def confirm(visit: Visit, value: str) -> Answer:
    return await _said_of(visit, value, visit.office.alert_desk.confirm)


async def another_person(visit: Visit, value: str) -> Answer:
    return await _said_of(visit, value, visit.office.alert_desk.another_person)


async def only_mentioned(visit: Visit, value: str) -> Answer:
    return await _said_of(visit, value, visit.office.alert_desk.only_mentioned)


async def reopen(visit: Visit, value: str) -> Answer:
    return await _said_of(visit, value, visit.office.alert_desk.reopen)


async def _said_of(visit: Visit, value: str, say: _Say) -> Answer:
    alert = await known_alert(visit.office, value)
    return await _card(visit, await say(visit.me.id, alert.id, visit.delivery))


def while_open(form: Callable[[Visit, Alert], Awaitable[Answer]]) -> Told:
    """Opens the form; of an alert that is settled, or asks who it is, it shows that first."""

    async def open_form(visit: Visit, value: str) -> Answer:
        alert = await known_alert(visit.office, value)
        if alert.settled or alert.asks:
            return await _card(visit, alert)
        return await form(visit, alert)

    return open_form


async def incident(visit: Visit, value: str) -> Answer:
    """With the words of the message that the alert replies to, where they can be read again."""
    name, _, where = value.partition("|")

    async def form(visit: Visit, alert: Alert) -> Answer:
        return await noticed_breach.quoting_form(visit, alert, await _quoted(visit, alert, where))

    return await while_open(form)(visit, name)


log = while_open(noticed_contact.form)
other_topic = while_open(noticed_contact.other_topic_form)
breach = while_open(noticed_breach.form)


async def _quoted(visit: Visit, alert: Alert, where: str) -> QuotedMessage | None:
    """Only a place from which the alert itself was told is read again, and only for whoever is in
    its channel: that may be a private one."""
    seen = await visit.office.alert_desk.seen(alert.id)
    here = [each for each in seen if each.source == f"{visit.platform}:{visit.channel}"]
    places = [each for each in here if each.where and (each.where == where or not where)]
    if not places:
        return None
    quotes = visit.office.quotes.get(visit.platform)
    try:
        return await quotes.quote(places[-1].where) if quotes else None
    except DeliveryFailed:
        return None


async def _card(visit: Visit, alert: Alert) -> Answer:
    """With what colleagues said of it so far, where more than one did, and what to do now."""
    shown = card(await noticed(visit.office, alert, private=True))
    more: list[Block] = []
    if len(said := await _said(visit, alert)) > 1:
        more += [Heading("So far"), Bullets(said[-MOST_SAID:])]
    if alert.confirmed_by and not alert.settled:
        customer = await standing_for(visit.office, alert.customer)
        more += [Item("New to us?", _NEW, (particulars(customer),))]
    return replace(shown, blocks=(*shown.blocks, *more))


async def _said(visit: Visit, alert: Alert) -> tuple[str, ...]:
    office = visit.office
    entries = await office.desk.store.load(f"alert:{alert.id}")
    spoken = [each for each in entries if isinstance(each.event, AlertEvent) and each.by != SYSTEM]
    people = await office.people(*[each.by for each in spoken])
    return tuple(
        f"{people.name_of(each.by)}, {say_moment(each.at, office.policy.zone)}: "
        f"{alert_text(office.policy, each.event)}"
        for each in spoken
        if isinstance(each.event, AlertEvent)
    )
