"""Between screening and the store: few customers to compare, found by keys (Scope; stage 3)."""

from collections.abc import Mapping, Sequence
from typing import Final, Protocol

from core.vocabulary.customer import Customer


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
