"""Contacts of which machines and messages tell us, and what became of each (stages 3 and 6)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Protocol

from core.vocabulary.ids import AlertId
from core.vocabulary.sought import Sought


@dataclass(frozen=True, slots=True)
class Incoming:
    """One contact. ``key`` names it within its ``source``: the same a second time changes nothing.

    ``digest``: of everything that was sent, so that another contact under the same key is seen.
    ``who``: everybody it may be of, each on their own; what was found in a message's text comes as
    several. ``means`` and ``where``: see ``core.alert.events.ContactSeen``.
    """

    source: str
    key: str
    digest: str
    means: str
    at: datetime
    who: tuple[Sought, ...]
    where: str = ""


class Became(StrEnum):
    """``NOTHING``: nobody it concerns is under sanction. ``ASKED``: a person is asked if it is."""

    NOTHING = "nothing"
    ASKED = "asked"
    ALERTED = "alerted"


@dataclass(frozen=True, slots=True)
class Receipt:
    """What became of a contact: no word about anybody. ``id``: unguessable, for a link.

    ``unknown_reference``: it gave a reference that no customer and no case has.
    """

    id: str
    source: str
    key: str
    digest: str
    at: datetime
    became: Became
    alerts: tuple[AlertId, ...] = ()
    unknown_reference: bool = False


class Receipts(Protocol):
    async def of_keys(self, source: str, keys: Sequence[str]) -> dict[str, Receipt]:
        """By key; those that are not kept are left out."""
        ...

    async def get(self, receipt: str) -> Receipt | None: ...

    async def forget_before(self, moment: datetime, limit: int = 10_000) -> int:
        """Returns how many were forgotten."""
        ...
