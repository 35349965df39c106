"""By what a customer is known, or once was: since when, and from where we have it."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from core.case.register import CustomerChanged, CustomerRegistered, RegisterEvent
from core.case.register.customers import told_as
from core.vocabulary.customer import Customer
from core.vocabulary.ids import StaffId


class Particular(StrEnum):
    NAME = "name"
    EMAIL = "email"
    PHONE = "phone"
    ADDRESS = "address"
    ORGANISATION = "organisation"


@dataclass(frozen=True, slots=True)
class KnownBy:
    """``source``: in words; "" where nothing is known but who entered it, ``entered_by``.

    ``until``: when it was taken out; ``None`` while the customer is known by it.
    """

    kind: Particular
    value: str
    since: datetime
    source: str
    entered_by: StaffId
    until: datetime | None = None


@dataclass(frozen=True, slots=True)
class RegisterEntry:
    """One entry of a customer's stream; ``no``: which."""

    at: datetime
    by: StaffId
    event: RegisterEvent
    no: int = 0


_Key = tuple[Particular, str]


def provenance(entries: Iterable[RegisterEntry]) -> tuple[KnownBy, ...]:
    """By kind, the oldest first. What was taken out and came back stands there twice."""
    now: dict[_Key, KnownBy] = {}
    former: list[KnownBy] = []
    for entry in entries:
        if not isinstance(entry.event, CustomerRegistered | CustomerChanged):
            continue
        stated = _stated(entry.event.customer)
        for key in [key for key in now if key not in stated]:
            former.append(replace(now.pop(key), until=entry.at))
        for key, value in stated.items():
            known = now.get(key)
            now[key] = (
                replace(known, value=value)
                if known
                else KnownBy(key[0], value, entry.at, entry.event.source, entry.by)
            )
    kinds = list(Particular)
    everything = (*former, *now.values())
    return tuple(sorted(everything, key=lambda one: (kinds.index(one.kind), one.since)))


def _stated(customer: Customer) -> dict[_Key, str]:
    """However it is spelt, it is the same; it is read as it stands first."""
    each = (
        (Particular.NAME, (customer.name, *customer.other_names)),
        (Particular.EMAIL, customer.emails),
        (Particular.PHONE, customer.phones),
        (Particular.ADDRESS, (customer.address, *customer.other_addresses)),
        (Particular.ORGANISATION, (customer.organisation, *customer.other_organisations)),
    )
    stated: dict[_Key, str] = {}
    for kind, values in each:
        for value in values:
            if value.strip():
                stated.setdefault((kind, told_as(value)), value.strip())
    return stated
