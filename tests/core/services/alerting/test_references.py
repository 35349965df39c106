"""A reference that a contact gives: the customer's, or that of a case of theirs, or nobody's."""

import pytest

from core.alert.events import ContactSeen
from core.services.incoming import Became
from core.vocabulary.sought import Certainty, Sought
from tests.core.services.alerting.contacts import Answering, answering
from tests.core.story import CASEY


async def case_reference(desk: Answering) -> str:
    summary = await desk.memory.desk.cases.summary(desk.case)
    assert summary
    return summary.reference


@pytest.mark.parametrize("written", ["CUS-1", " cus-1 "])
async def test_the_customers_own_is_exact(written: str) -> None:
    desk = await answering()
    alert = await desk.alerted(Sought(reference=written))
    assert alert.certainty is Certainty.DEFINITE


async def test_that_of_a_case_leads_to_its_customer() -> None:
    desk = await answering()
    reference = await case_reference(desk)
    alert = await desk.alerted(Sought(reference=f" {reference.lower()}"))
    assert (alert.customer, alert.certainty) == (CASEY.id, Certainty.DEFINITE)
    seen = desk.memory.store.stream(f"alert:{alert.id}")[-1].event
    assert isinstance(seen, ContactSeen)
    assert seen.who == Sought(reference=CASEY.reference)
    assert (await desk.alerted(Sought(reference=CASEY.reference))).count == 2


async def test_one_that_nobody_has_is_told_and_everything_else_counts() -> None:
    desk = await answering()
    misspelt = await desk.comes(Sought(reference="CUS-2"))
    assert (misspelt.became, misspelt.unknown_reference) == (Became.NOTHING, True)
    beside = await desk.comes(Sought(emails=CASEY.emails, reference="UCB-9"))
    assert (beside.became, beside.unknown_reference) == (Became.ALERTED, True)
    without = await desk.comes(Sought(emails=CASEY.emails))
    assert (without.became, without.unknown_reference) == (Became.ALERTED, False)


async def test_of_many_each_is_told_by_itself() -> None:
    desk = await answering()
    given = ("CUS-1", "CUS-9", await case_reference(desk))
    receipts = await desk.takes(*(desk.contact(Sought(reference=each)) for each in given))
    assert [receipt.unknown_reference for receipt in receipts] == [False, True, False]


async def test_what_was_kept_before_is_answered_as_it_stands() -> None:
    desk = await answering()
    contact = desk.contact(Sought(reference="CUS-1"))
    first = await desk.takes(contact)
    desk.memory.store.customers.clear()
    assert await desk.takes(contact) == first


async def test_in_a_message_words_like_references_are_no_fault_and_a_case_is_no_contact() -> None:
    desk = await answering()
    talk = Sought(reference=await case_reference(desk))
    told = {"source": "slack:C1", "where": "C1/100.1", "means": ""}
    receipt = await desk.comes(Sought(reference="ISO-9001"), talk, **told)
    assert (receipt.became, receipt.unknown_reference) == (Became.NOTHING, False)
