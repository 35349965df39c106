"""Whoever is looked up in a benchmark, and who it is."""

from dataclasses import dataclass

from core.vocabulary.ids import CustomerId
from core.vocabulary.sought import Sought


@dataclass(frozen=True, slots=True)
class Lookup:
    """``right``: who it may be; nobody for somebody who is no customer; two where nothing tells
    them apart, so that neither may be told as likely."""

    sought: Sought
    right: frozenset[CustomerId] = frozenset()


def of(customer: CustomerId, sought: Sought) -> Lookup:
    return Lookup(sought, frozenset({customer}))
