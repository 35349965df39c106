"""Known customers who made contact, records merged, and channels watched."""

from enum import StrEnum
from typing import Final

from bot.conversation.buttons.pointed import VALUE_LIMIT
from bot.views.card import Button, Confirm, Style
from core.alert.events import Settled
from core.alert.state import Alert
from core.case.state import Case
from core.vocabulary.customer import Customer


class Action(StrEnum):
    """What a press does; ``tables.alerts`` says how."""

    ALERT = "alert"
    LOG = "alert-log"
    BREACH = "alert-breach"
    INCIDENT = "alert-incident"
    OTHER_TOPIC = "alert-other-topic"
    WHO = "alert-who"
    CONFIRM = "alert-confirm"
    APART = "alert-apart"
    MENTIONED = "alert-mentioned"
    REOPEN = "alert-reopen"
    STILL_OPEN = "alerts-still-open"
    MERGE = "merge"
    UNMERGE = "unmerge"
    UNWATCH = "unwatch"


_APART: Final = Confirm(
    title="Is this another person?",
    text="You say that whoever made contact is not the customer. It is kept with your name and can "
    "be taken back. Nobody is asked again when a contact says just that, unless it is a name or "
    "an identifier alone, or all the customer's own: they may use it the next time.",
    yes="Another person",
)


def show(alert: Alert) -> Button:
    """The alert as it stands, privately."""
    return Button(Action.ALERT, "Show the alert", alert.id)


def log(alert: Alert) -> Button:
    return Button(Action.LOG, "Log what happened", alert.id, Style.PRIMARY)


def breach(alert: Alert) -> Button:
    return Button(Action.BREACH, "It was a breach", alert.id, Style.DANGER)


def incident(alert: Alert, where: str) -> Button:
    """With the message at ``where``, so far as it can be named in a button."""
    value = f"{alert.id}|{where}"
    return Button(
        Action.INCIDENT, "Report as an incident", value if len(value) <= VALUE_LIMIT else alert.id
    )


def other_topic(alert: Alert) -> Button:
    return Button(Action.OTHER_TOPIC, "Different topic", alert.id)


def who(alert: Alert) -> Button:
    style = Style.PRIMARY if alert.asks else Style.PLAIN
    return Button(Action.WHO, "Who is it?", alert.id, style)


def confirm(alert: Alert) -> Button:
    return Button(Action.CONFIRM, "Yes, it is them", alert.id)


def another_person(alert: Alert) -> Button:
    return Button(Action.APART, "This is another person", alert.id, confirm=_APART)


def only_mentioned(alert: Alert) -> Button:
    return Button(Action.MENTIONED, "Only mentioned", alert.id)


def reopen(alert: Alert) -> Button:
    was_mentioned = alert.settled is Settled.MENTIONED
    label = "It was a contact after all" if was_mentioned else "It was them after all"
    return Button(Action.REOPEN, label, alert.id)


def still_open(case: Case, shown: int) -> Button:
    """Those of this case that nobody has settled yet, but for the first that were shown."""
    return Button(Action.STILL_OPEN, "Show more", f"{case.id}/{shown}")


def merge(customer: Customer) -> Button:
    return Button(Action.MERGE, "Same person as another record", customer.id)


def unmerge(customer: Customer) -> Button:
    """``customer``: the record that does not stand for itself."""
    return Button(Action.UNMERGE, f"Separate {customer.reference} again", customer.id)


def unwatch(channel: str) -> Button:
    """``channel``: where the answer is shown need not be where it was asked."""
    return Button(Action.UNWATCH, "Stop watching", channel)
