"""Is it this customer? What is asked, and what is answered (Scope; stage 3).

Others at the same address or business are never taken for the person.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

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
