"""Who could write in at the playground: customers with something in force, and people like them."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from adapters.playground import Contact, Example, Examples
from adapters.screening.places import BRITISH
from bot.app.slips import neighbour, slips
from core.policy.model import Policy
from core.services.ports.desk import Desk
from core.vocabulary.customer import Customer
from core.vocabulary.sought import Certainty, Sought

MOST: Final = 3
"""Of how many customers there are examples."""

UNKNOWN: Final = Example(
    "Somebody unknown",
    "Nobody we know",
    Contact("Nia Nobody", "nia.nobody@example.org"),
)
NOBODY: Final = Examples(False, (UNKNOWN,))
_LABELS: Final = {
    Certainty.LIKELY: "With a slip of the pen",
    Certainty.POSSIBLE: "Somebody much like them",
}
_USUAL_MEANS: Final = (("email", "email"), ("phone", "phone"), ("postcode", "letter"))
"""By what is known of somebody, how they would make contact."""


async def examples(policy: Policy, desk: Desk) -> Examples:
    found: list[Example] = []
    for summary in await desk.cases.in_force(limit=MOST):
        if customer := await desk.customers.get(summary.customer):
            found += await _examples_of(customer, policy, desk)
    each = (replace(e, contact=_by_usual_means(policy, e.contact)) for e in (*found, UNKNOWN))
    return Examples(bool(found), tuple(each))


async def _examples_of(customer: Customer, policy: Policy, desk: Desk) -> list[Example]:
    written = BRITISH.search(customer.address)
    postcode = written[0] if written else ""
    alike = await _alike(customer, tuple(slips(customer.name, postcode)), policy, desk)
    other = neighbour(customer.name, postcode)
    return [
        *_own(customer),
        *(Example(customer.name, _LABELS[how], alike[how]) for how in _LABELS if how in alike),
        *((Example(customer.name, "Somebody else at their postcode", other),) if other else ()),
    ]


def _own(customer: Customer) -> Iterator[Example]:
    if customer.emails:
        contact = Contact(customer.name, customer.emails[0])
        yield Example(customer.name, "From their own mail address", contact)
    if customer.phones:
        contact = Contact(customer.name, phone=customer.phones[0])
        yield Example(customer.name, "By their own telephone", contact)


async def _alike(
    customer: Customer, slips: Sequence[Contact], policy: Policy, desk: Desk
) -> dict[Certainty, Contact]:
    """For each certainty the first of ``slips`` by which the policy recognises the customer so."""
    found: dict[Certainty, Contact] = {}
    screened = await desk.screening.screen_bound([*map(_sought, slips)], policy.screening)
    for slip, of_slip in zip(slips, screened, strict=True):
        for match in of_slip.matches:
            if match.customer.id == customer.id:
                found.setdefault(match.certainty, slip)
    return found


def _sought(contact: Contact) -> Sought:
    def said(value: str) -> tuple[str, ...]:
        return (value,) if value else ()

    return Sought(
        names=said(contact.name),
        emails=said(contact.email),
        phones=said(contact.phone),
        postcodes=said(contact.postcode),
    )


def _by_usual_means(policy: Policy, contact: Contact) -> Contact:
    usual = (code for known, code in _USUAL_MEANS if getattr(contact, known))
    means = next((code for code in usual if policy.means_of(code)), "")
    return replace(contact, means=means)
