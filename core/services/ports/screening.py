"""Is it this customer? What is asked, and what is answered (Scope; stage 3).

Others at the same address or business are never taken for the person.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from core.policy.model import ScreeningRule
from core.vocabulary.customer import Customer
from core.vocabulary.ids import CustomerId
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
    """``matches``: the most certain first. ``instead``: who would match, were not somebody else
    known by the name and by an identifier that were told."""

    matches: tuple[Match, ...] = ()
    neighbours: tuple[Neighbour, ...] = ()
    instead: frozenset[CustomerId] = frozenset()


class Screening(Protocol):
    def read(self, text: str) -> Sought:
        """What somebody typed: a name, mail address, postcode ... parted by commas or not."""
        ...

    def overhear(self, text: str) -> tuple[Sought, ...]:
        """Everybody of whom a message may speak: mail addresses and telephone numbers, each with
        the name of whoever it is said to be of; postcodes, references and names, each on its own; a
        name also with what stands beside it."""
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
        records merged with them. Many at once cost little more than one.

        Of what matches somebody, everybody else is weighed too: where another customer fits as
        well, the match is possible and its reasons say so; where the name and an identifier are
        another's, there is no match: see ``Screened.instead``."""
        ...
