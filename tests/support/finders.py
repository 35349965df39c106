"""The reading ports in memory, over the projections a store keeps."""

from collections.abc import Iterable, Mapping, Sequence

from adapters.screening import ScreeningKeys
from core.case.register import ToldApart
from core.services.ports.candidates import LEAST_SHARE
from core.services.ports.finders import CustomerHit
from core.services.summary import CaseSummary
from core.vocabulary.customer import Customer
from core.vocabulary.ids import CaseId, CustomerId, StaffId
from core.vocabulary.people import SENIOR_ROLES, Account, People, StaffMember


class MemoryCustomers:
    def __init__(
        self,
        customers: Mapping[CustomerId, Customer],
        apart: Iterable[ToldApart] = (),
    ) -> None:
        self._customers = customers
        self._apart = apart

    async def told_apart(self, known_as: Sequence[str]) -> Mapping[str, frozenset[CustomerId]]:
        found = {e.known_as: frozenset[CustomerId]() for e in self._apart if e.known_as in known_as}
        for each in self._apart:
            if each.known_as in found:
                found[each.known_as] |= {each.customer}
        return found

    async def having_references(self, references: Sequence[str]) -> Mapping[str, str]:
        own = {_closed_up(one.reference): one.reference for one in self._customers.values()}
        return {each: own[_closed_up(each)] for each in references if _closed_up(each) in own}

    async def get(self, customer: CustomerId) -> Customer | None:
        return self._customers.get(customer)

    async def search(self, query: str, limit: int = 20) -> tuple[CustomerHit, ...]:
        wanted = query.strip().casefold()
        if not wanted:
            return ()
        hits = []
        for customer in self._customers.values():
            if _identifies(customer, wanted):
                hits.append(CustomerHit(customer, exact=True))
            elif _is_known_as(customer, wanted):
                hits.append(CustomerHit(customer, exact=False))
        return tuple(sorted(hits, key=lambda hit: (not hit.exact, hit.customer.name)))[:limit]

    async def at_same_place(self, customer: Customer, limit: int = 20) -> tuple[Customer, ...]:
        others = (c for c in self._customers.values() if c.id != customer.id)
        same = (c for c in others if _same_place(c, customer))
        found = sorted(same, key=lambda c: (c.name, c.id))
        return tuple(found)[:limit]


class MemoryDirectory:
    def __init__(self, staff: Mapping[StaffId, StaffMember]) -> None:
        self._staff = staff

    async def by_account(self, account: Account) -> StaffMember | None:
        return next((m for m in self._staff.values() if account in m.accounts), None)

    async def by_email(self, email: str) -> StaffMember | None:
        wanted = email.strip().casefold()
        found = [m for m in self._staff.values() if m.active and m.email.casefold() == wanted]
        return found[0] if wanted and len(found) == 1 else None

    async def people(self, staff: Sequence[StaffId]) -> People:
        everybody = People(self._staff.values())
        named = {i: self._staff[i] for i in staff if i in self._staff}
        above = {m.id: m for i in named for m in everybody.above(i)}
        holders = {m.id: m for m in everybody if m.active and m.roles & frozenset(SENIOR_ROLES)}
        deciding = {**named, **above, **holders}
        absences = (absence for m in deciding.values() for absence in m.absences)
        deputies = (everybody.get(absence.deputy) for absence in absences)
        return People({**deciding, **{m.id: m for m in deputies if m}}.values())

    async def reports_of(self, *managers: StaffId) -> tuple[StaffMember, ...]:
        return tuple(m for m in self._staff.values() if m.line_manager in managers)

    async def naming(self, deputy: StaffId) -> tuple[StaffMember, ...]:
        found = (m for m in self._staff.values() if any(a.deputy == deputy for a in m.absences))
        return tuple(sorted(found, key=lambda m: m.id))

    async def search(self, query: str, limit: int = 20) -> tuple[StaffMember, ...]:
        found = [m for m in self._staff.values() if m.active and _begins(m.name, query.casefold())]
        return tuple(sorted(found, key=lambda m: m.name))[:limit]


def _closed_up(text: str) -> str:
    return "".join(text.split()).upper()


def _same_place(one: Customer, other: Customer) -> bool:
    """Nobody is at the same place as another for want of an organisation or an address."""
    pairs = ((one.organisation, other.organisation), (one.address, other.address))
    return any(_place(a) == _place(b) != "" for a, b in pairs)


def _place(text: str) -> str:
    return " ".join("".join(c if c.isalnum() else " " for c in text.casefold()).split())


def _identifies(customer: Customer, wanted: str) -> bool:
    digits = _digits(wanted)
    return (
        customer.reference.casefold() == wanted
        or wanted in (email.casefold() for email in customer.emails)
        or (len(digits) >= 6 and digits in (_digits(phone) for phone in customer.phones))
    )


def _digits(text: str) -> str:
    return "".join(c for c in text if c.isdigit())


def _is_known_as(customer: Customer, wanted: str) -> bool:
    """By one of their names; one word alone is written with the others of the name."""
    others = (f"{customer.name} {o}" if " " not in o else o for o in customer.other_names)
    return any(_begins(name, wanted) for name in (customer.name, *others))


def _begins(name: str, wanted: str) -> bool:
    """Every word wanted begins some word of the name."""
    words = name.casefold().split()
    return all(any(word.startswith(part) for word in words) for part in wanted.split())


class MemoryCandidates:
    """Of every customer: what screening finds must not depend on how candidates are looked up."""

    def __init__(
        self,
        customers: Mapping[CustomerId, Customer],
        summaries: Mapping[CaseId, CaseSummary] | None = None,
    ) -> None:
        self._customers = customers
        self._summaries = {} if summaries is None else summaries

    async def sharing(self, keys: Mapping[str, int], limit: int) -> Sequence[Customer]:
        return _sharing(self._customers.values(), keys, limit)

    async def sharing_bound(
        self, each: Sequence[Mapping[str, int]], limit: int
    ) -> tuple[Sequence[Customer], ...]:
        bound = self._bound()
        return tuple(_sharing(bound, keys, limit) for keys in each)

    def _bound(self) -> list[Customer]:
        bound: set[CustomerId] = set()
        for summary in self._summaries.values():
            bound |= summary.also_bound | ({summary.customer} if summary.in_force else set())
        standing = {_stands_for(self._customers[one]) for one in bound if one in self._customers}
        return [one for one in self._customers.values() if _stands_for(one) in standing]


def _stands_for(customer: Customer) -> CustomerId:
    return customer.merged_into or customer.id


def _sharing(
    customers: Iterable[Customer], keys: Mapping[str, int], limit: int
) -> Sequence[Customer]:
    maker = ScreeningKeys()
    shared = {one: sum(keys.get(key, 0) for key in maker.keys_of(one)) for one in customers}
    least = max(shared.values(), default=0) / LEAST_SHARE
    found = [c for c in shared if shared[c] and shared[c] >= least]
    return sorted(found, key=lambda c: (-shared[c], c.id))[:limit]
