"""When a mail came, by its header. Whoever wrote it wrote its date, and all but the topmost
``Received`` too: that one is of the server that took it in last, our own.
"""

import re
from datetime import UTC, datetime
from email import policy
from email.message import EmailMessage
from typing import Final

from adapters.intake.moments import strange

LONGEST: Final = 100
_FOLD: Final = re.compile(r"[\r\n]+")
_POLICY: Final = policy.default


def said_moment(message: EmailMessage) -> datetime | None:
    """Of the topmost ``Received``; of ``Date`` where no server received it. ``None``: it says
    none.
    """
    first: dict[str, str] = {}
    for name, value in message.raw_items():
        first.setdefault(name.lower(), value)
    received = first.get("received")
    if received is None:
        return _moment(first.get("date", ""))
    return _moment(received.rpartition(";")[2])


def came(said: datetime | None, now: datetime) -> datetime:
    """Now, where it cannot have been when it says."""
    return now if said is None or strange(said, now) else min(said, now)


def _moment(written: str) -> datetime | None:
    try:
        shown = _FOLD.sub("", written).strip()[:LONGEST]
        at: datetime | None = _POLICY.header_factory("Date", shown).datetime
        at = at if at is None or at.tzinfo else at.replace(tzinfo=UTC)
        return at.astimezone(UTC) if at else None
    except Exception:  # Its parser raises whatever it stumbles over.
        return None
