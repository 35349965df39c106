"""A contact that fits a customer whom nothing binds is not held against somebody else."""

from dataclasses import replace

from core.services.incoming import Became
from core.vocabulary.customer import Customer
from core.vocabulary.ids import CustomerId
from core.vocabulary.sought import Certainty, Sought
from tests.core.services.alerting.contacts import Answering, answering
from tests.core.story import CASEY

SHARED = "07700 900123"
PAT = Customer(CustomerId("pat"), "CUS-2", "Pat Partner", ("pat@example.org",), (SHARED,))
NAMESAKE = Customer(CustomerId("other"), "CUS-3", "Casey Customer", ("namesake@other.example",))


async def beside(*others: Customer) -> Answering:
    desk = await answering()
    desk.memory.know(replace(CASEY, phones=(SHARED,)), *others)
    return desk


async def overheard(desk: Answering, text: str) -> Became:
    heard = desk.memory.desk.screening.overhear(text)
    receipt = await desk.comes(*heard, source="slack:C1", where="C1/100.1", means="")
    return receipt.became


async def test_of_a_shared_number_a_person_is_asked() -> None:
    desk = await beside(PAT)
    alert = await desk.alerted(Sought(phones=(SHARED,)))
    assert alert.asks
    assert (await (await beside()).alerted(Sought(phones=(SHARED,)))).asks is False


async def test_whoever_says_their_own_name_and_number_is_nobody_under_sanction() -> None:
    desk = await beside(PAT, NAMESAKE)
    own = Sought(("Pat Partner",), phones=(SHARED,))
    of_namesake = Sought(("Casey Customer",), emails=NAMESAKE.emails)
    assert (await desk.comes(own)).became is Became.NOTHING
    assert (await desk.comes(of_namesake)).became is Became.NOTHING
    assert desk.alerts == []


async def test_in_a_message_the_name_beside_the_number_counts() -> None:
    desk = await beside()
    assert await overheard(desk, "Zoe Zebra <casey@example.org> wrote") is Became.ASKED
    (alert,) = desk.alerts
    assert alert.certainty is Certainty.POSSIBLE
    assert await overheard(desk, "casey@example.org wrote") is Became.ALERTED


async def test_in_a_message_of_another_customer_the_name_alone_asks_no_more() -> None:
    desk = await beside(PAT, NAMESAKE)
    assert await overheard(desk, f"Pat Partner rang from {SHARED}") is Became.NOTHING
    assert await overheard(desk, "Casey Customer <namesake@other.example>") is Became.NOTHING
    both = "Casey Customer <namesake@other.example>, and casey@example.org"
    assert await overheard(desk, both) is Became.ALERTED


async def test_of_a_mail_the_address_with_a_name_counts_more_than_the_same_without_one() -> None:
    desk = await beside()
    bare = Sought(emails=CASEY.emails)
    assert (await desk.comes(Sought(("Zoe Zebra",), CASEY.emails), bare)).became is Became.ASKED
    named = Sought((CASEY.name,), CASEY.emails)
    assert (await desk.comes(bare, named)).became is Became.ALERTED


async def test_a_number_alone_and_a_name_with_it_are_two_questions() -> None:
    desk = await beside(PAT)
    first = await desk.alerted(Sought(phones=(SHARED,)))
    assert (await desk.alerted(Sought(("Zoe Zebra",), phones=(SHARED,)))).id != first.id


async def test_two_references_in_one_contact_are_of_two_people() -> None:
    desk = await beside(PAT)
    own = Sought(("Pat Partner",), phones=(SHARED,), reference=PAT.reference)
    casey = Sought(phones=(SHARED,), reference=CASEY.reference)
    assert (await desk.comes(own)).became is Became.NOTHING
    assert (await desk.comes(own, casey)).became is Became.ALERTED
    assert (await desk.comes(replace(own, names=()), casey)).became is Became.ALERTED
