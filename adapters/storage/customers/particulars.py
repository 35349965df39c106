"""Particulars, sealed with the customer's own data key, and opened again."""

from typing import Any, Final

from sqlalchemy import Select, select

from adapters.storage.connecting.engine import AnyRow
from adapters.storage.schema.customers import customers
from adapters.storage.schema.timeline import data_keys
from adapters.storage.sealing.keyring import DataKey, Keyring
from adapters.storage.writing.codec import dumps, loads
from core.vocabulary.customer import Customer

_PLACE: Final = "customer particulars"


def seal_particulars(key: DataKey, customer: Customer) -> bytes:
    return key.seal(dumps(customer).encode(), _PLACE, customer.id)


def open_particulars(keyring: Keyring, row: AnyRow) -> Customer:
    """``row``: of ``particulars``."""
    key = keyring.unwrap(row.id, row.wrapped)
    return loads(key.open(row.particulars, _PLACE, row.id), Customer)


def particulars() -> Select[Any]:
    """Without those who were erased: they have no key any more."""
    named = (customers.c.number, customers.c.id, customers.c.particulars)
    return select(*named, data_keys.c.wrapped).join(
        data_keys, (data_keys.c.subject == customers.c.id) & data_keys.c.wrapped.is_not(None)
    )
