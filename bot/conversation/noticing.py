"""What the buttons of an alert do: who it is, what happened, and taking it back."""

from collections.abc import Awaitable, Callable

from bot.conversation.cards.known_contact import card
from bot.conversation.forms import noticed_breach, noticed_contact
from bot.conversation.noticed import known_alert, noticed
from bot.conversation.visit import Told, Visit
from bot.views.answer import Answer, QuotedMessage
from bot.views.ports import DeliveryFailed
from core.alert.state import Alert


async def show(visit: Visit, value: str) -> Answer:
    """The alert as it stands, with the name, for one colleague."""
    return await _card(visit, await known_alert(visit.office, value))


async def confirm(visit: Visit, value: str) -> Answer:
    alert = await known_alert(visit.office, value)
    desk = visit.office.alert_desk
    return await _card(visit, await desk.confirm(visit.me.id, alert.id, visit.delivery))


async def another_person(visit: Visit, value: str) -> Answer:
    alert = await known_alert(visit.office, value)
    desk = visit.office.alert_desk
    return await _card(visit, await desk.another_person(visit.me.id, alert.id, visit.delivery))


async def reopen(visit: Visit, value: str) -> Answer:
    alert = await known_alert(visit.office, value)
    desk = visit.office.alert_desk
    return await _card(visit, await desk.reopen(visit.me.id, alert.id, visit.delivery))


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
    """Only a place from which the alert itself was told is read again."""
    seen = await visit.office.alert_desk.seen(alert.id)
    places = [each for each in seen if each.where and (each.where == where or not where)]
    if not places:
        return None
    platform = places[-1].source.partition(":")[0]
    quotes = visit.office.quotes.get(platform)
    try:
        return await quotes.quote(places[-1].where) if quotes else None
    except DeliveryFailed:
        return None


async def _card(visit: Visit, alert: Alert) -> Answer:
    return card(await noticed(visit.office, alert, private=True))
