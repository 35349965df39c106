"""Finds the customer, the case or the alert that somebody typed the name or reference of."""

import re
from typing import Final

from bot.conversation.office import Office
from core.alert.state import Alert
from core.case.state import Case
from core.services.alerting.incoming_alerts import PREFIX
from core.services.one_person import open_case_of, person_of
from core.services.ports.finders import CustomerHit
from core.vocabulary.customer import Customer
from core.vocabulary.ids import CaseId, CustomerId
from core.vocabulary.refusal import refuse

_ALERT: Final = re.compile(rf"{PREFIX}-\w+", re.IGNORECASE)
_REFERENCE: Final = re.compile(r"\w+-\w+")
_ROUND_IT: Final = " .,;:!?()[]#"


async def open_case(office: Office, customer: Customer) -> Case | None:
    case = await open_case_id(office, customer)
    return await office.service.case(case) if case is not None else None


async def open_case_id(office: Office, customer: Customer) -> CaseId | None:
    """Of the record that stands for this person, or else of another of theirs."""
    person = await person_of(office.desk.customers, customer)
    return await open_case_of(office.desk.cases, person.records)


async def case_called(office: Office, reference: str) -> Case | None:
    """By the case's own reference alone."""
    case = await _case_id_called(office, reference)
    return await office.service.case(case) if case is not None else None


async def _case_id_called(office: Office, reference: str) -> CaseId | None:
    """Of what cannot be a reference nothing is looked up."""
    bare = _bare(reference)
    return await office.desk.cases.by_reference(bare) if _REFERENCE.fullmatch(bare) else None


async def alert_called(office: Office, text: str) -> Alert | None:
    """By an alert's own reference alone; of anything else nothing is looked up.

    Refuses a reference that no alert has.
    """
    reference = _bare(text)
    if not _ALERT.fullmatch(reference):
        return None
    found = await office.desk.alerts.by_reference(reference)
    if found is None:
        raise refuse(
            "unknown-alert",
            f"We know no alert with the reference {reference[:40].upper()}.",
            "Compare it with the alert, or look for the customer with “check” and their name.",
        )
    return found


def _bare(reference: str) -> str:
    """Without what comes along when it is copied from somewhere."""
    return "".join(filter(str.isprintable, reference)).strip(_ROUND_IT)


async def customer_of(office: Office, case: Case) -> CustomerHit:
    return CustomerHit(await office.customer(case.customer), exact=True)


async def customers(office: Office, query: str, limit: int) -> tuple[CustomerHit, ...]:
    """By case reference, or by anything a customer is known by; exact hits come first."""
    case = await case_called(office, query)
    if case is not None:
        return (await customer_of(office, case),)
    return await customers_known_as(office, query, limit)


async def customers_known_as(office: Office, query: str, limit: int) -> tuple[CustomerHit, ...]:
    """By anything but a case reference; exact hits come first."""
    hits = await office.desk.customers.search(query, limit)
    return tuple(sorted(hits, key=lambda hit: not hit.exact))


async def case_by_reference(office: Office, reference: str) -> Case:
    """By the case's own reference or the customer's. Refuses when there is none."""
    return await office.service.case(await case_id_by_reference(office, reference))


async def case_id_by_reference(office: Office, reference: str) -> CaseId:
    """The same, for whoever reads the case another way."""
    found = await _case_id_called(office, reference)
    if found is None:
        hits = [h for h in await office.desk.customers.search(reference, 2) if h.exact]
        found = await open_case_id(office, hits[0].customer) if len(hits) == 1 else None
    if found is None:
        raise refuse(
            "unknown-reference",
            f"There is no open case with the reference {reference[:40]}.",
            "Look for the customer with “check” and their name, or report the incident first. "
            "For an alert, type its reference after “check”.",
        )
    return found


async def case_of_customer(office: Office, customer: CustomerId, *, field: str) -> Case:
    """Refuses when nothing has been reported about the customer."""
    found = await open_case(office, await office.customer(customer))
    if found is None:
        raise refuse(
            "no-open-case",
            "Nothing has been reported about this customer, so there is no case.",
            "Report the incident first.",
            section="Our position and process",
            field=field,
        )
    return found
