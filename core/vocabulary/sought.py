"""Whoever made contact, as far as we are told, and how sure it is that we know them."""

from dataclasses import dataclass
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class Sought:
    """What is known of whoever made contact, each as it was written."""

    names: tuple[str, ...] = ()
    emails: tuple[str, ...] = ()
    phones: tuple[str, ...] = ()
    postcodes: tuple[str, ...] = ()
    addresses: tuple[str, ...] = ()
    organisations: tuple[str, ...] = ()
    reference: str = ""

    @property
    def is_telling(self) -> bool:
        """More than a name, which many people may have."""
        return any((self.emails, self.phones, self.postcodes, self.addresses, self.organisations))


class Certainty(StrEnum):
    """``DEFINITE``: by an exact identifier. ``LIKELY`` and ``POSSIBLE``: a person must confirm."""

    DEFINITE = "definite"
    LIKELY = "likely"
    POSSIBLE = "possible"

    @property
    def doubt(self) -> int:
        """0 for the surest; more for less sure."""
        return tuple(Certainty).index(self)
