"""What channels are told of an alert: once each, and drawn anew as often as it changes."""

from collections.abc import Iterator
from dataclasses import replace

from core.alert.places import places_of
from core.alert.state import Alert
from core.services.messages import Audience, Channel, ChatPlace, Kind, Message, Person
from core.vocabulary.ids import StaffId


def on_alert(before: Alert | None, alert: Alert) -> Iterator[Message]:
    """``before``: as it stood; ``None`` for one that was not there."""
    told = _told(before) if before else ()
    if before and not _reads_alike(before, alert):
        yield from (_redrawn(message, str(alert.version)) for message in told)
    known = {message.key for message in told}
    yield from (message for message in _told(alert) if message.key not in known)


def anew(alert: Alert, because: str) -> Iterator[Message]:
    """Every message of this alert is drawn anew, for something beside it that happened."""
    yield from (_redrawn(message, because) for message in _told(alert))


def _reads_alike(before: Alert, alert: Alert) -> bool:
    """Whom it was brought to mind of makes no difference to what is read of it."""
    now = replace(alert, version=before.version, remind_at=before.remind_at)
    return before == replace(now, reminders=before.reminders, let_be=before.let_be)


def _told(alert: Alert) -> tuple[Message, ...]:
    """Every message of this alert."""
    beneath = enumerate(places_of(alert), start=1)
    return (
        _message(alert, "#alerts", Channel.ALERTS),
        *(_message(alert, f"@{no}", _chat_place(*place)) for no, place in beneath),
        *_reminders(alert),
    )


def _reminders(alert: Alert) -> Iterator[Message]:
    """To each person by themselves; where nobody is left to be told, to the Customer Focus team.

    Of several alerts at once one is shown, and the others are found from there.
    """
    for no, reminder in enumerate(alert.reminders, start=1):
        for staff in reminder.to:
            yield _reminder(alert, f"{no}/{staff}", Person(staff))
        if not reminder.to and reminder.beside is None:
            yield _reminder(alert, f"{no}/#{Channel.CUSTOMER_FOCUS}", Channel.CUSTOMER_FOCUS)


def _reminder(alert: Alert, name: str, to: Audience) -> Message:
    personal = _for(to.staff) if isinstance(to, Person) else {}
    return Message(
        key=f"alert:{alert.id}/{Kind.ALERT_REMINDER}/{name}",
        kind=Kind.ALERT_REMINDER,
        to=to,
        about={**_about(alert), **personal},
    )


def _message(alert: Alert, hearer: str, to: Audience) -> Message:
    beneath = {"where": to.place} if isinstance(to, ChatPlace) else {}
    return Message(
        key=f"alert:{alert.id}/{Kind.KNOWN_CONTACT}/{hearer}",
        kind=Kind.KNOWN_CONTACT,
        to=to,
        about={**_about(alert), **beneath},
    )


def _redrawn(message: Message, because: str) -> Message:
    return Message(
        key=f"{message.key}/redrawn-{because}",
        kind=message.kind,
        to=message.to,
        about=message.about,
        redraws=message.key,
        latest=True,
    )


def _about(alert: Alert) -> dict[str, str]:
    return {"alert": str(alert.id), "case": str(alert.case)}


def _for(staff: StaffId) -> dict[str, str]:
    return {"for": str(staff)}


def _chat_place(source: str, where: str) -> ChatPlace:
    """``source``: as ``slack:C123``; the platform comes first."""
    return ChatPlace(source.partition(":")[0], where)
