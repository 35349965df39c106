"""What channels are told of an alert: once each, and drawn anew as often as it changes."""

from collections.abc import Iterator

from core.alert.places import places_of
from core.alert.state import Alert
from core.services.messages import Audience, Channel, ChatPlace, Kind, Message


def on_alert(before: Alert | None, alert: Alert) -> Iterator[Message]:
    """``before``: as it stood; ``None`` for one that was not there."""
    told = _told(before) if before else ()
    for message in told:
        yield Message(
            key=f"{message.key}/redrawn-{alert.version}",
            kind=message.kind,
            to=message.to,
            about=message.about,
            redraws=message.key,
            latest=True,
        )
    yield from _told(alert)[len(told) :]


def _told(alert: Alert) -> tuple[Message, ...]:
    """Every message of this alert, the first first."""
    beneath = enumerate(places_of(alert), start=1)
    return (
        _message(alert, "#alerts", Channel.ALERTS),
        *(_message(alert, f"@{no}", _chat_place(*place)) for no, place in beneath),
    )


def _message(alert: Alert, hearer: str, to: Audience) -> Message:
    beneath = {"where": to.place} if isinstance(to, ChatPlace) else {}
    return Message(
        key=f"alert:{alert.id}/{Kind.KNOWN_CONTACT}/{hearer}",
        kind=Kind.KNOWN_CONTACT,
        to=to,
        about={"alert": str(alert.id), "case": str(alert.case), **beneath},
    )


def _chat_place(source: str, where: str) -> ChatPlace:
    """``source``: as ``slack:C123``; the platform comes first."""
    return ChatPlace(source.partition(":")[0], where)
