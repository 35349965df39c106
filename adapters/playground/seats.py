"""Who and what there is in the workspace, and where its clock can go. No policy knowledge here."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Seat:
    """A person one can be. ``user`` is a Slack user id (``U...``); ``about`` one line of help."""

    user: str
    name: str
    title: str
    email: str
    about: str


@dataclass(frozen=True, slots=True)
class Room:
    """A channel. ``id`` is a Slack channel id (``C...``)."""

    id: str
    name: str
    purpose: str


@dataclass(frozen=True, slots=True)
class Jump:
    """A moment that is worth seeing, for the clock control."""

    label: str
    to: datetime
