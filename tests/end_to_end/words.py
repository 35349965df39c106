"""What the policy of the body that plays calls things; stories are told in these words."""

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Words:
    """``writing``: the means by which customers are told. ``sanction``: one on the form of
    contact, ``terms`` the forms that stay open. ``at_review``: the jump of the clock to a
    reminder of the review, and how due it is then.
    """

    adviser: str
    manager: str
    director: str
    call: str
    writing: str
    behaviour: str
    sanction: str
    terms: tuple[str, ...]
    permitted: str
    at_review: tuple[str, str]
    clear_months: int


NATURAL_ENGLAND: Final = Words(
    adviser="Asha Adviser",
    manager="Morgan Manager",
    director="Devi Director",
    call="Telephone",
    writing="Letter",
    behaviour="Abusive",
    sanction="Contact in a specified form only",
    terms=("Email", "Letter"),
    permitted="Ask the customer to use email or letter",
    at_review=("The day of the review", "due today"),
    clear_months=24,
)
SMALL_BODY: Final = Words(
    adviser="Cara Caseworker",
    manager="Lars Lead",
    director="Bea Boss",
    call="Telephone",
    writing="Portal message",
    behaviour="Aggression",
    sanction="Portal only",
    terms=("Portal message",),
    permitted="Ask the customer to use portal message",
    at_review=("1 day after the review", "overdue"),
    clear_months=12,
)
