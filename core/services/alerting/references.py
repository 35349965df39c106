"""References by which machines say who made contact: a customer's, or that of a case of theirs."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Self

from core.services.incoming import Incoming
from core.services.ports.desk import Desk


@dataclass(frozen=True, slots=True)
class References:
    """``known``: what was written, to the reference of the customer whose it is."""

    known: Mapping[str, str]

    @classmethod
    async def of(cls, desk: Desk, contacts: Iterable[Incoming]) -> Self:
        """Cases are looked for where no customer has the reference: few give one."""
        given = {reference for contact in contacts for reference in _given(contact)}
        if not given:
            return cls({})
        known = dict(await desk.customers.having_references(sorted(given)))
        if others := sorted(given - known.keys()):
            for reference, whose in (await desk.cases.customers_of(others)).items():
                if customer := await desk.customers.get(whose):
                    known[reference] = customer.reference
        return cls(known)

    def is_unknown(self, contact: Incoming) -> bool:
        """Whether it gives one that nobody has: a slip is no "nobody under sanction"."""
        own = frozenset(self.known.values())
        return any(r not in self.known and r not in own for r in _given(contact))

    def read(self, contact: Incoming) -> Incoming:
        """With each customer's own reference."""
        if not _given(contact):
            return contact
        known = self.known
        who = tuple(replace(w, reference=known.get(w.reference, w.reference)) for w in contact.who)
        return replace(contact, who=who)


def _given(contact: Incoming) -> tuple[str, ...]:
    """In a message that colleagues wrote, what looks like a reference may be of anything, and a
    case is spoken of without its customer making contact."""
    if contact.where:
        return ()
    return tuple(sought.reference for sought in contact.who if sought.reference.strip())
