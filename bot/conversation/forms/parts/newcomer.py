"""The customer of an incident: one we know, or somebody new."""

from collections.abc import Mapping
from typing import Final

from bot.conversation.forms.parts import fields
from bot.conversation.forms.parts.reading import Reading
from bot.conversation.office import Office
from bot.conversation.words.likeness import likeness_words
from bot.views.form import ManyField, Option, Source, SuggestField, TextField
from core.vocabulary.customer import Customer
from core.vocabulary.ids import CustomerId
from core.vocabulary.sought import Sought

NEW: Final = "new:"
"""Begins the value of the choice “someone new”; what was typed follows it."""

_THE_CHOICE_ITSELF: Final = ("someone", "someone new")

NAME_LIMIT: Final = 150
EMAIL_LIMIT: Final = 254
PHONE_LIMIT: Final = 40
ANOTHER: Final = "another"


def choose(customer: Customer | None) -> SuggestField:
    known = customer_option(customer) if customer else None
    return SuggestField(
        name="customer",
        label="Customer",
        hint="Start with their name, mail address or telephone number. If they are not in the "
        "list, choose “Someone new”.",
        source=Source.CUSTOMERS_OR_NEW,
        value=known,
    )


def typed_by_hand() -> tuple[TextField, ...]:
    return (
        TextField(
            name="name",
            label="New customer: full name",
            hint="Only when you chose “Someone new”.",
            required=False,
            max_length=NAME_LIMIT,
        ),
        TextField(
            name="emails", label="New customer: email", required=False, max_length=EMAIL_LIMIT
        ),
        TextField(
            name="phones", label="New customer: telephone", required=False, max_length=PHONE_LIMIT
        ),
    )


def another_person() -> ManyField:
    """Asked beforehand, because a form that was refused shows the same fields."""
    return ManyField(
        name=ANOTHER,
        label="New customer: is it somebody else than those we know?",
        hint="Only when you were asked whether it is a customer we know already.",
        options=(Option(ANOTHER, "Yes, another person"),),
        required=False,
    )


async def ask_whether_known(office: Office, reading: Reading, newcomer: Customer) -> None:
    """A person says whether somebody new is a customer who is much like them."""
    sought = Sought((newcomer.name,), newcomer.emails, newcomer.phones)
    screened = await office.desk.screening.screen(sought, office.policy.screening)
    if screened.matches:
        match = screened.matches[0]
        why = likeness_words(match.certainty, match.reasons)
        words = f"Is it {match.customer.name[:60]} ({match.customer.reference})? {why}. "
        how = "If so, choose them here. If not, say below that it is another person."
        reading.problem("customer", f"{words}{how}")


def customer_option(customer: Customer, description: str = "") -> Option:
    room = fields.OPTION_LIMIT - len(customer.reference) - 3
    label = f"{customer.name[:room]} ({customer.reference})"
    return fields.option(customer.id, label, description)


def someone_new(query: str) -> Option:
    """Cut so that the value still fits; the name can be typed in full below.

    Who types the name of the choice itself has not named anybody yet.
    """
    typed = query.strip()[: fields.OPTION_LIMIT - len(NEW)].strip()
    if typed.casefold() in _THE_CHOICE_ITSELF:
        typed = ""
    return fields.option(f"{NEW}{typed}", f"Someone new: {typed}" if typed else "Someone new")


async def read_customer(
    office: Office, reading: Reading, *, may_share: bool = False
) -> CustomerId | Customer:
    """The fields of a new one are called as the core calls them in its refusals.

    ``may_share``: the form has the box ``another_person``: a couple may have one number.
    """
    chosen = reading.text("customer", "Choose the customer, or “Someone new”.")
    if not chosen.startswith(NEW):
        _only_one(reading, chosen)
        return CustomerId(chosen)
    typed = chosen.removeprefix(NEW)
    email = reading.text("emails", limit=EMAIL_LIMIT) or (typed if "@" in typed else "")
    phone = reading.text("phones", limit=PHONE_LIMIT) or (typed if _is_phone(typed) else "")
    by_name = "" if typed in (email, phone) else typed
    name = reading.text("name", limit=NAME_LIMIT) or by_name
    if not name:
        reading.problem("name", "Enter the name of the new customer.")
    if not (may_share and reading.is_ticked(ANOTHER, ANOTHER)):
        remedy = ", or say below that it is another person" if may_share else " instead"
        await _not_known_yet(office, reading, {"emails": email, "phones": phone}, remedy)
    return Customer(
        id=CustomerId(office.desk.ids.identifier()),
        reference=office.desk.ids.reference("CUS"),
        name=name,
        emails=(email,) if email else (),
        phones=(phone,) if phone else (),
    )


def _only_one(reading: Reading, chosen: str) -> None:
    """Nobody's particulars are lost silently because a known customer was chosen as well."""
    if chosen and any(reading.text(name) for name in ("name", "emails", "phones")):
        words = "You chose a customer we know. Empty the fields for a new one, or choose again."
        reading.problem("customer", words)


async def _not_known_yet(
    office: Office, reading: Reading, typed: Mapping[str, str], remedy: str
) -> None:
    for name, value in typed.items():
        hits = await office.desk.customers.search(value, 1) if value else ()
        if hits and hits[0].exact:
            known = hits[0].customer.reference
            reading.problem(name, f"We know this customer already: choose {known} above{remedy}.")


def _is_phone(text: str) -> bool:
    digits = sum(c.isdigit() for c in text)
    return 6 <= digits <= 15 and all(c.isdigit() or c in "+-()./ " for c in text)
