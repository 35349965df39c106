"""How cases, customers, colleagues and alerts are found. The adapters provide it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol

from core.alert.state import Alert
from core.services.summary import CaseSummary
from core.vocabulary.customer import Customer
from core.vocabulary.ids import AlertId, CaseId, CustomerId, StaffId
from core.vocabulary.people import Account, People, StaffMember


class Cases(Protocol):
    """Finds cases. Cost does not grow with the number of cases."""

    async def open_case_of(self, customer: CustomerId) -> CaseId | None: ...

    async def by_reference(self, reference: str) -> CaseId | None:
        """By case reference, without regard to case or surrounding blanks."""
        ...

    async def customers_of(self, references: Sequence[str]) -> Mapping[str, CustomerId]:
        """Whose each case of these references is; only of those that are a case's."""
        ...

    async def summary(self, case: CaseId) -> CaseSummary | None: ...

    async def awaiting_decision_by(self, approver: StaffId) -> tuple[CaseSummary, ...]: ...

    async def awaiting_decision_of(self, proposer: StaffId) -> tuple[CaseSummary, ...]: ...

    async def away_or_stood_in(
        self, day: date, after: str = "", limit: int = 100
    ) -> tuple[CaseSummary, ...]:
        """Cases in which anything waits for somebody who is away that day and named a deputy, or
        for somebody who stands in for another, by their id.

        ``after``: the last id of the page before.
        """
        ...

    async def owing(
        self, staff: Sequence[StaffId] | None = None, limit: int = 50
    ) -> tuple[CaseSummary, ...]:
        """Cases with something that one of ``staff`` has to do (``None``: anybody), soonest first.

        ``limit``: of the things to do; a case with several comes once.
        """
        ...

    async def reminders_due(self, day: date, limit: int = 100) -> tuple[CaseSummary, ...]:
        """Cases whose ``remind_on`` is ``day`` or earlier."""
        ...

    async def in_force(self, after: str = "", limit: int = 50) -> tuple[CaseSummary, ...]:
        """The Customer Sanctions Log: cases with something in force, by reference.

        ``after``: the last reference of the page before.
        """
        ...

    async def concerning(self, customers: Sequence[CustomerId]) -> tuple[CaseSummary, ...]:
        """Open cases of any of these customers; then those with something in force that binds one
        of them beside whose case it is. Each once, by reference."""
        ...


@dataclass(frozen=True, slots=True)
class CustomerHit:
    """A customer found. ``exact``: by reference, mail address or telephone number."""

    customer: Customer
    exact: bool


class Customers(Protocol):
    async def get(self, customer: CustomerId) -> Customer | None: ...

    async def search(self, query: str, limit: int = 20) -> tuple[CustomerHit, ...]:
        """By reference, mail address, telephone number or the beginnings of names."""
        ...

    async def told_apart(self, known_as: Sequence[str]) -> Mapping[str, frozenset[CustomerId]]:
        """Customers confirmed not to be whoever makes contact so; see ``core.case.register``.

        For each of ``known_as`` of which anybody said it.
        """
        ...

    async def having_references(self, references: Sequence[str]) -> Mapping[str, str]:
        """For each that a customer has, as it is written there: without regard to case and blanks.

        Those who were erased have none.
        """
        ...

    async def at_same_place(self, customer: Customer, limit: int = 20) -> tuple[Customer, ...]:
        """Others with the same organisation or address, without regard to case and blanks."""
        ...


class Directory(Protocol):
    """The staff directory."""

    async def by_account(self, account: Account) -> StaffMember | None: ...

    async def by_email(self, email: str) -> StaffMember | None: ...

    async def people(self, staff: Sequence[StaffId]) -> People:
        """These colleagues, and all the others that ``People`` says a decision needs."""
        ...

    async def reports_of(self, *managers: StaffId) -> tuple[StaffMember, ...]:
        """The colleagues whose line manager is one of these, read at once."""
        ...

    async def naming(self, deputy: StaffId) -> tuple[StaffMember, ...]:
        """The colleagues who name this one as their deputy, whatever the dates."""
        ...

    async def search(self, query: str, limit: int = 20) -> tuple[StaffMember, ...]:
        """Active colleagues by the beginnings of their names; all, by name, for ""."""
        ...


class Alerts(Protocol):
    """Cost does not grow with the number of alerts."""

    async def get(self, alert: AlertId) -> Alert | None: ...

    async def by_reference(self, reference: str) -> Alert | None:
        """By the alert's own reference, without regard to case or surrounding blanks."""
        ...

    async def latest(self, cases: Sequence[CaseId]) -> dict[CaseId, Sequence[Alert]]:
        """Of each case the alerts not settled yet with the latest contacts, at most ten."""
        ...

    async def still_open(self, case: CaseId, skip: int, limit: int = 10) -> tuple[Alert, ...]:
        """Those not settled in the order of ``latest``, without the first ``skip`` of them."""
        ...

    async def count_open(self, case: CaseId) -> int: ...

    async def around(
        self, cases: Sequence[CaseId], since: datetime, until: datetime
    ) -> dict[CaseId, Sequence[Alert]]:
        """Of each case those not settled yet that had their last contact between these moments,
        the latest two hundred; and the latest, ten of those not settled and ten of all. Each once,
        the latest first."""
        ...

    async def reminders_due(self, now: datetime, limit: int = 100) -> tuple[Alert, ...]:
        """Those not settled whose ``remind_at`` is ``now`` or earlier, the longest due first."""
        ...

    async def waiting(self, owners: Sequence[StaffId] | None, limit: int = 10) -> tuple[Alert, ...]:
        """Those that are to be brought to mind some day, of cases that one of ``owners`` looks
        after (``None``: anybody), the longest open first."""
        ...

    async def count_waiting(self, owners: Sequence[StaffId] | None) -> int: ...


class WatchedChannels(Protocol):
    async def is_watched(self, platform: str, place: str) -> bool: ...
