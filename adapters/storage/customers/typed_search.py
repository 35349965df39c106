"""Customers found by just what was typed: exactly by an identifier, or by the names that begin so.

Both are one statement, made once for each number of keys: putting it together costs as much as
running it.
"""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any, Final

from sqlalchemy import (
    BigInteger,
    BindParameter,
    Integer,
    Select,
    bindparam,
    exists,
    literal_column,
    select,
    union_all,
)

from adapters.storage.customers.particulars import particulars
from adapters.storage.schema.customers import customer_keys, customers


def typed_search(
    identifiers: Sequence[int], words: Sequence[int], limit: int
) -> tuple[Select[Any], Mapping[str, int]]:
    """Particulars with ``exact``, 1 or 0, and the values; somebody found both ways comes twice.

    ``identifiers``, ``words``: keys, at least one of each, the rarest word first. ``limit``: of
    those who are found each way.
    """
    exact = {f"exact{number}": key for number, key in enumerate(identifiers)}
    named = {f"named{number}": key for number, key in enumerate(words)}
    return _made(len(exact), len(named)), {**exact, **named, "limit": limit}


@lru_cache(64)
def _made(identifiers: int, words: int) -> Select[Any]:
    each_way = (_exact(identifiers).subquery(), _named(words).subquery())
    found = union_all(*(select(way) for way in each_way)).subquery()
    query = particulars().add_columns(found.c.exact)
    return query.join(found, found.c.customer == customers.c.number)


def _exact(identifiers: int) -> Select[Any]:
    keys = [_key(f"exact{number}") for number in range(identifiers)]
    found = select(customer_keys.c.customer, literal_column("1").label("exact")).distinct()
    return found.where(customer_keys.c.key.in_(keys)).limit(_LIMIT)


def _named(words: int) -> Select[Any]:
    found = select(customer_keys.c.customer, literal_column("0").label("exact"))
    found = found.where(customer_keys.c.key == _key("named0"))
    for number in range(1, words):
        also = customer_keys.alias()
        same = also.c.customer == customer_keys.c.customer
        found = found.where(exists().where(also.c.key == _key(f"named{number}"), same))
    return found.limit(_LIMIT)


def _key(name: str) -> BindParameter[int]:
    return bindparam(name, type_=BigInteger)


_LIMIT: Final[BindParameter[int]] = bindparam("limit", type_=Integer)
