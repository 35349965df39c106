"""A description of somebody, with everything in the form in which it is compared."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Self

from adapters.screening.identifiers import normal_email, normal_phone, normal_reference
from adapters.screening.person_name import PersonName
from adapters.screening.places import Place, normal_postcode, organisation_words
from core.vocabulary.customer import Customer
from core.vocabulary.sought import Sought


@dataclass(frozen=True, slots=True)
class Description:
    names: tuple[PersonName, ...]
    emails: frozenset[str]
    phones: frozenset[str]
    places: tuple[Place, ...]
    organisations: tuple[tuple[str, ...], ...]
    reference: str

    @classmethod
    def of_customer(cls, customer: Customer) -> Self:
        names = (customer.name, *customer.other_names)
        addresses = (customer.address, *customer.other_addresses)
        organisations = (customer.organisation, customer.employer, *customer.other_organisations)
        return cls(
            names=tuple(PersonName.of(name) for name in _told(names)),
            emails=_all(map(normal_email, customer.emails)),
            phones=_all(map(normal_phone, customer.phones)),
            places=tuple(Place.of(address) for address in _told(addresses)),
            organisations=tuple(organisation_words(name) for name in _told(organisations)),
            reference=normal_reference(customer.reference),
        )

    @classmethod
    def of_sought(cls, sought: Sought) -> Self:
        return cls(
            names=tuple(PersonName.of(name) for name in sought.names),
            emails=_all(map(normal_email, sought.emails)),
            phones=_all(map(normal_phone, sought.phones)),
            places=_places(sought),
            organisations=tuple(organisation_words(name) for name in sought.organisations),
            reference=normal_reference(sought.reference),
        )


def _places(sought: Sought) -> tuple[Place, ...]:
    """An address without a postcode has the one that was given beside it."""
    codes = [code for code in map(normal_postcode, sought.postcodes) if code]
    places = [Place.of(address) for address in sought.addresses]
    if not places:
        return tuple(Place(code, ()) for code in codes)
    code = codes[0] if codes else ""
    return tuple(Place(place.postcode or code, place.words) for place in places)


def _told(values: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(value for value in values if value.strip()))


def _all(values: Iterable[str]) -> frozenset[str]:
    return frozenset(value for value in values if value)
