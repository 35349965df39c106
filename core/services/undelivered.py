"""What the Customer Focus team is told about a message that did not arrive."""

from collections.abc import Mapping
from enum import StrEnum
from hashlib import sha256

from core.services.messages import Audience, Channel, ChatPlace, Kind, Message, Person


class Cause(StrEnum):
    """Why a message is given up, so far as the remedy differs."""

    NO_ACCOUNT = "no-account"
    NO_CHANNEL = "no-channel"
    NOT_CONNECTED = "not-connected"  # to the platform
    NOT_FOUND = "not-found"  # the channel or chat
    NOT_A_MEMBER = "not-a-member"  # of the channel or chat
    BLOCKED = "blocked"  # by the person
    PERSON_GONE = "person-gone"
    NOT_ALLOWED = "not-allowed"
    MESSAGE_GONE = "message-gone"  # the one to be brought up to date
    NOT_TAKEN = "not-taken"  # the platform finds fault with the message
    NOT_DRAWN = "not-drawn"
    NO_ANSWER = "no-answer"
    OTHER = "other"


def undelivered(
    parcel: str,
    kind: str,
    about: Mapping[str, str],
    to: Audience,
    *,
    platform: str,
    cause: Cause,
    is_redraw: bool,
) -> Message | None:
    """One message for each parcel, however often it is given up; none about such a message.

    ``parcel``: its key, which may name a person and so is not told. ``platform``: "" where nobody
    could say where to send it.
    """
    if kind == Kind.UNDELIVERED:
        return None
    told = {
        "of": kind,
        "to": _to(to),
        "platform": platform,
        "cause": cause.value,
        "case": about.get("case", ""),
        "redraw": "yes" if is_redraw else "",
    }
    return Message(
        key=f"{Kind.UNDELIVERED}/{sha256(parcel.encode()).hexdigest()[:32]}",
        kind=Kind.UNDELIVERED,
        to=Channel.CUSTOMER_FOCUS,
        about={name: value for name, value in told.items() if value},
    )


def _to(audience: Audience) -> str:
    """In the word that the words for people go by."""
    match audience:
        case Person():
            return "person"
        case ChatPlace():
            return "watched-channel"
        case _:
            return audience.value
