"""Whose case a form is about: already known, or chosen in the form."""

from bot.conversation.finding.looking_up import case_of_customer
from bot.conversation.forms.parts.reading import Reading
from bot.conversation.office import Office
from bot.conversation.pointer import Pointer
from bot.conversation.visit import Visit
from bot.views.card import Block, Facts
from bot.views.form import Field, Source, SuggestField
from core.case.state import Case
from core.vocabulary.ids import CustomerId

CUSTOMER = "customer"


def asked(case: Case | None) -> tuple[Field, ...]:
    """The customer field, where the case is not known yet."""
    if case is not None:
        return ()
    hint = "Start with their name, mail address, telephone number or reference."
    return (SuggestField(name=CUSTOMER, label="Customer", hint=hint, source=Source.CUSTOMERS),)


async def shown(
    office: Office, case: Case | None, person: CustomerId | None = None
) -> tuple[Block, ...]:
    """``person``: whom it is about, where the case is another's."""
    if case is None:
        return ()
    customer = await office.customer(person or case.customer)
    how = f"{case.reference}, which binds them too" if person else case.reference
    return (Facts((("Customer", customer.name), ("Case", how))),)


def state_of(case: Case | None) -> str:
    return str(Pointer(case.id)) if case else ""


async def read(visit: Visit, state: str, reading: Reading) -> Case:
    """The case. Raises with every problem found so far when no customer was chosen."""
    if state:
        return await visit.case(Pointer.parse(state).case)
    customer = reading.text(CUSTOMER, "Choose the customer.")
    reading.check()
    return await case_of_customer(visit.office, CustomerId(customer), field=CUSTOMER)
