"""A reference that a contact gives: the customer's, or that of a case of theirs, or nobody's."""

import pytest

from core.alert.events import ContactSeen
from core.services.incoming import Became
from core.vocabulary.refusal import Refusal
from core.vocabulary.sought import Certainty, Sought
from tests.core.services.alerting.contacts import Answering, answering, refused
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


@pytest.mark.parametrize("who", [Sought(reference="CUS-2"), Sought(("Casey",), reference="UCB-9")])
async def test_one_that_nobody_has_is_refused_by_its_field(who: Sought) -> None:
    desk = await answering()
    before = desk.kept
    refusal = await refused(desk.takes(desk.contact(who)))
    assert (refusal.rule, refusal.field) == ("unknown-reference", "reference")
    assert who.reference in refusal.message
    assert desk.kept == before


async def test_of_many_the_others_are_taken() -> None:
    desk = await answering()
    contacts = [desk.contact(Sought(reference=each)) for each in ("CUS-1", "CUS-9", "CUS-1")]
    first, second, third = await desk.incoming.take_each(contacts)
    assert isinstance(second, Refusal)
    assert {type(first), type(third)} != {Refusal}
    assert len(desk.memory.store.receipts) == 2


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
    assert receipt.became is Became.NOTHING
