"""Two records of one person: shown under the one that stands for both, and separated again."""

from dataclasses import replace

import pytest

from bot.views.form import SuggestField
from core.services.messages import Kind
from core.services.registering.customer_register import CustomerRegister
from core.vocabulary.customer import Customer
from core.vocabulary.ids import CustomerId
from core.vocabulary.refusal import Refused
from tests.bot.conversation import alert_steps, steps
from tests.bot.conversation.harness import (
    CASEY,
    POLICY,
    House,
    card,
    field_of,
    form,
    house,
    labels,
    problems,
    words,
)
from tests.support.people import ASHA, FRAN, OLU

LANE = "1 Sample Lane, Madeupton, M1 1AE"
TWICE = Customer(
    CustomerId("twice"), "CUS-000007", "Cass Kustomer", ("cass@twice.example",), address=LANE
)
SAME, SEPARATE = "Same person as another record", "Separate CUS-000001 again"
WHY = "The same telephone number, and they said so."


@pytest.fixture
async def at() -> House:
    """Casey is sanctioned; the other record has no case."""
    there = house(customers=(replace(CASEY, address=LANE), TWICE))
    await steps.sanctioned(there)
    return there


async def merge(at: House) -> None:
    """Casey's record into the other."""
    fran = at.seat(FRAN)
    asked = form(await fran.press(await fran.sees("check CUS-000001"), SAME))
    answer = card(await fran.submit(asked, into=TWICE.id, reasons=WHY))
    assert "Cass Kustomer (CUS-000007)" in words(answer)


async def test_the_record_that_stands_for_both_is_shown_with_all_that_binds(at: House) -> None:
    await merge(at)
    for text in ("CUS-000001", "CUS-000007", "casey@customer.example", "UCB-000001"):
        told = words(await at.seat(OLU).sees(f"check {text}"))
        assert "Cass Kustomer (CUS-000007)" in told
        assert "Also recorded as CUS-000001" in told
        assert f"Said that the records are of one person: {WHY}" in told
        assert told.count("Contact by email or letter only") == 1
        assert "Another person at this address" not in told


async def test_both_cases_are_shown_once_each(at: House) -> None:
    asha = at.seat(ASHA)
    asked = await asha.opens("report")
    await asha.send(
        asked,
        customer=TWICE.id,
        means="phone",
        behaviours=("abusive",),
        topic="grant",
        narrative="Shouted",
    )
    await merge(at)
    shown = await at.seat(OLU).sees("check CUS-000007")
    told = words(shown)
    assert "Case UCB-000002" in told
    assert "Case UCB-000001." in told
    assert "Contact in a specified form only (in UCB-000001)" in told
    assert told.count("Contact by email or letter only") == 1
    assert labels(shown).count("Open case") == 2


async def test_only_whoever_may_manage_every_case_is_offered_it(at: House) -> None:
    assert SAME not in labels(await at.seat(OLU).sees("check CUS-000001"))
    await merge(at)
    assert SEPARATE not in labels(await at.seat(OLU).sees("check CUS-000007"))
    refused = form(await at.talk.press(at.seat(OLU).caller(), "unmerge", CASEY.id))
    answer = problems(await at.seat(OLU).submit(refused, reasons=WHY))
    assert "Only colleagues who may manage every case" in answer.general
    register = CustomerRegister(POLICY, at.memory.desk)
    with pytest.raises(Refused, match="may-not-merge"):
        await register.unmerge(OLU.id, CASEY.id, WHY, "once")


async def test_whoever_was_told_apart_before_stays_another_person(at: House) -> None:
    olu, typed = at.seat(OLU), "Casey Custommer, M1 1AE"
    found = await olu.sees(f"check {typed}")
    await olu.press(found, "This is another person")
    await merge(at)
    assert (await olu.sees(f"check {typed}")).title == "Nobody found"


async def test_they_can_be_separated_again(at: House) -> None:
    await merge(at)
    fran = at.seat(FRAN)
    asked = form(await fran.press(await fran.sees("check CUS-000007"), SEPARATE))
    assert "reasons" in problems(await fran.submit(asked)).fields
    for _ in range(2):
        answer = card(await fran.submit(asked, "once", reasons="They are twins."))
    assert "Casey Customer (CUS-000001)" in words(answer)
    told = words(await fran.sees("check CUS-000007"))
    assert "Contact by email" not in told.partition("Other people")[0]
    assert "Another person at this address" in told


async def test_what_cannot_be_is_said_by_its_field(at: House) -> None:
    fran = at.seat(FRAN)
    asked = form(await fran.press(await fran.sees("check CUS-000001"), SAME))
    assert set(problems(await fran.submit(asked)).fields) == {"into", "reasons"}
    same = problems(await fran.submit(asked, into=CASEY.id, reasons=WHY))
    assert "one and the same record" in same.fields["into"]
    gone = card(await at.talk.press(fran.caller(), "merge", "gone"))
    assert "any more" in words(gone)


async def test_a_contact_is_logged_in_the_case_of_either(at: House) -> None:
    await merge(at)
    olu = at.seat(OLU)
    for text in ("CUS-000007", "Cass Kustomer", "casey@customer.example"):
        asked = form(await olu.say(f"contact {text}"))
        assert asked.state == "casey"
    told = card(await olu.submit(asked, means="phone", topic="grant"))
    assert told.title == "This contact may not happen now"
    assert at.messages(Kind.CONTACT_ALERT)


async def test_the_list_shows_one_person_once(at: House) -> None:
    await merge(at)
    olu = at.seat(OLU)
    who = field_of(await olu.opens("contact"), "customer")
    assert isinstance(who, SuggestField)
    for typed in ("Casey Customer", "cass@twice.example", "UCB-000001"):
        found = await olu.choices(who, typed)
        assert [value for value, _ in found] == [TWICE.id]
    asked = await olu.opens("contact")
    told = card(await olu.submit(asked, customer=TWICE.id, means="phone", topic="grant"))
    assert told.title == "This contact may not happen now"


async def test_an_alert_is_of_the_record_that_stands(at: House) -> None:
    await merge(at)
    alert = await alert_steps.alerted(at, means="phone")
    assert alert.customer == TWICE.id
    shown = await alert_steps.in_alerts(at)
    assert "Contact by email or letter only" in words(shown)
    assert "bound too" not in words(shown)
    who = words(card(await at.seat(OLU).press(shown, "Who is it?")))
    assert "Name: Cass Kustomer; Casey Customer" in who
    await at.seat(OLU).send(
        form(await at.seat(OLU).press(shown, "Log what happened")), topic="invoice"
    )
    assert "what happened is logged" in (await alert_steps.in_alerts(at)).title
