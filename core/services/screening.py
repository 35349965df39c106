"""Is it this customer? What is asked, and what is answered (Scope; stage 3).

Others at the same address or business are never taken for the person.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Protocol

from core.policy.model import ScreeningRule
from core.vocabulary.customer import Customer
from core.vocabulary.sought import Certainty, Sought


@dataclass(frozen=True, slots=True)
class Match:
    """``score``: from 0 to 1. ``reasons``: in words, such as "same postcode"."""

    customer: Customer
    certainty: Certainty
    score: float
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Neighbour:
    """Somebody else at the same address or organisation; ``where`` says at which of them."""

    customer: Customer
    where: str


@dataclass(frozen=True, slots=True)
class Screened:
    """``matches``: the most certain first."""

    matches: tuple[Match, ...] = ()
    neighbours: tuple[Neighbour, ...] = ()


class Screening(Protocol):
    def read(self, text: str) -> Sought:
        """What somebody typed: a name, mail address, postcode ... parted by commas or not."""
        ...

    def overhear(self, text: str) -> tuple[Sought, ...]:
        """Everybody of whom a message may speak: mail addresses, telephone numbers, postcodes,
        references and names, each on its own; a name also with the postcodes beside it."""
        ...

    def normal(self, sought: Sought) -> Sought:
        """The same for all that says the same, however it is written: a telephone number with the
        country or without, a postcode in the address or apart."""
        ...

    async def screen(self, sought: Sought, rule: ScreeningRule, limit: int = 10) -> Screened:
        """Cost does not grow with the number of customers."""
        ...

    async def screen_bound(
        self, sought: Sequence[Sought], rule: ScreeningRule, limit: int = 10
    ) -> tuple[Screened, ...]:
        """Each of ``sought``, in order, among those alone whom something in force binds, and the
        records merged with them. Many at once cost little more than one."""
        ...


class KeyMaker(Protocol):
    """Says by which keys a customer is a candidate. Keys are personal data: keep hashes alone."""

    @property
    def version(self) -> str:
        """Another one whenever the same customer has other keys than before."""
        ...

    def keys_of(self, customer: Customer) -> frozenset[str]: ...


LEAST_SHARE: Final = 4
"""Who shares less than this part of what somebody else does is no candidate beside them."""


class Candidates(Protocol):
    async def sharing(self, keys: Mapping[str, int], limit: int) -> Sequence[Customer]:
        """Customers that share most, by the weights of the keys, at most ``limit``.

        A key that very many share is read in part only; see also ``LEAST_SHARE``.
        """
        ...

    async def sharing_bound(
        self, each: Sequence[Mapping[str, int]], limit: int
    ) -> tuple[Sequence[Customer], ...]:
        """For each, at most ``limit`` of those alone whom something in force binds, and the
        records merged with them."""
        ...
