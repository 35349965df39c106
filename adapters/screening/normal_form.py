"""What was said of somebody, each thing in the one form in which it is the same or not."""

from collections.abc import Callable, Iterable

from adapters.screening.identifiers import normal_email, normal_phone, normal_reference
from adapters.screening.person_name import PersonName
from adapters.screening.places import Place, normal_postcode, organisation_words
from core.vocabulary.sought import Sought


def in_normal_form(sought: Sought) -> Sought:
    """A postcode at the end of an address stands with the postcodes. What has no such form, such as
    a number that nobody can dial, stays as it was written."""
    places = [Place.of(address) for address in sought.addresses]
    codes = (*_each(normal_postcode, sought.postcodes), *(place.postcode for place in places))
    return Sought(
        names=_once(_each(_name, sought.names)),
        emails=_once(_each(normal_email, sought.emails)),
        phones=_once(_each(normal_phone, sought.phones)),
        postcodes=_once(codes),
        addresses=_once(" ".join(place.words) for place in places),
        organisations=_once(_each(_organisation, sought.organisations)),
        reference=normal_reference(sought.reference),
    )


def _each(normal: Callable[[str], str], values: Iterable[str]) -> tuple[str, ...]:
    return tuple(normal(value) or value for value in values)


def _once(values: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(value for value in values if value.strip()))


def _name(text: str) -> str:
    name = PersonName.of(text)
    return " ".join((*name.words, name.generation)).strip()


def _organisation(text: str) -> str:
    return " ".join(organisation_words(text))
