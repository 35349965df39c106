"""Is it this customer? The question, the remembered answer, and those who live there too."""

import pytest

from bot.views.form import SuggestField, Value
from core.case.register import ToldApart
from core.vocabulary.customer import Customer
from core.vocabulary.ids import CustomerId
from core.vocabulary.sought import Sought
from tests.bot.conversation import steps
from tests.bot.conversation.alert_steps import comes, in_alerts
from tests.bot.conversation.harness import (
    CASEY,
    House,
    card,
    field_of,
    form,
    house,
    labels,
    problems,
    words,
)
from tests.support.people import OLU

LANE = "1 Sample Lane, Madeupton, M1 1AE"
AT_HOME = Customer(CASEY.id, CASEY.reference, CASEY.name, CASEY.emails, CASEY.phones, address=LANE)
TYPED = "Casey Custommer, M1 1AE"
APART = "custommer | postcode m11ae"
SAME = "This is another person"


@pytest.fixture
def at() -> House:
    return house(customers=(AT_HOME,))


async def test_somebody_much_like_the_customer_is_asked_about(at: House) -> None:
    await steps.sanctioned(at)
    found = await at.seat(OLU).sees(f"check {TYPED}")
    told = words(found)
    assert "Likely match: same postcode, surname one letter apart, same first name" in told
    assert "make sure that it is the same person" in told
    assert "Contact by email or letter only" in told


async def test_another_person_is_remembered_and_not_asked_about_again(at: House) -> None:
    olu = at.seat(OLU)
    found = await olu.sees(f"check {TYPED}")
    after = card(await olu.press(found, SAME, "once"))
    assert after.title == "Nobody found"
    assert "1 customer confirmed to be another person" in words(after)
    assert "Casey" not in words(after)
    assert (await olu.sees(f"check  {TYPED.upper()} ")).title == "Nobody found"
    card(await olu.press(found, SAME, "once"))
    words_kept, initial = f"name casey {APART}", f"name c {APART}"
    apart = [e.event for e in at.memory.store.entries if isinstance(e.event, ToldApart)]
    assert apart == [ToldApart(CASEY.id, words_kept, (initial,))]


async def test_nobody_is_alerted_of_whoever_was_told_apart_here(at: House) -> None:
    await steps.sanctioned(at)
    who = Sought(names=("Casey Custommer",), postcodes=("M1 1AE",))
    assert (await comes(at, who)).alerts
    await at.seat(OLU).press(await at.seat(OLU).sees(f"check {TYPED}"), SAME)
    assert (await comes(at, who)).alerts == ()


async def test_what_was_told_apart_in_other_words_before_still_counts(at: House) -> None:
    at.memory.store.apart.append(ToldApart(CASEY.id, TYPED.casefold()))
    assert (await at.seat(OLU).sees(f"check {TYPED}")).title == "Nobody found"


async def test_told_apart_in_an_alert_is_told_apart_here(at: House) -> None:
    await steps.sanctioned(at)
    await comes(at, Sought(names=("Casey Custommer",), postcodes=("M1 1AE",)))
    await at.seat(OLU).press(await in_alerts(at), SAME)
    assert (await at.seat(OLU).sees(f"check {TYPED}")).title == "Nobody found"


async def test_the_customer_is_still_found_by_what_is_theirs(at: House) -> None:
    olu = at.seat(OLU)
    await olu.press(await olu.sees(f"check {TYPED}"), SAME)
    for text in ("casey@customer.example", "Casey Customer", f"Casey Customer, {LANE}"):
        assert "Casey Customer (CUS-000001)" in words(await olu.sees(f"check {text}"))


async def test_a_mere_name_cannot_be_told_apart_for_good(at: House) -> None:
    assert SAME not in labels(await at.seat(OLU).sees("check Casey Customer"))


async def test_what_is_all_their_own_cannot_be_told_apart_either(at: House) -> None:
    for text in ("C Customer, M1 1AE", f"Casey Customer, {LANE}", "M1 1AE"):
        assert SAME not in labels(await at.seat(OLU).sees(f"check {text}"))


async def test_an_old_button_about_what_is_their_own_says_that_nothing_is_remembered(
    at: House,
) -> None:
    caller = at.seat(OLU).caller()
    shown = card(await at.talk.press(caller, "another-person", f"{CASEY.id}/C Customer, M1 1AE"))
    assert "Nothing is remembered: the customer may use these details the next time." in words(
        shown
    )
    assert "Casey Customer" in words(shown)
    assert at.memory.store.apart == []


async def test_somebody_else_at_the_address_is_not_the_customer(at: House) -> None:
    await steps.sanctioned(at)
    found = await at.seat(OLU).sees(f"check Olu Other, {LANE}")
    told = words(found)
    assert found.title == "Nobody found"
    assert "Another person at this address" in told
    assert "Contact by email or letter only" not in told


async def test_the_definite_stands_first(at: House) -> None:
    at.memory.know(Customer(CustomerId("other"), "CUS-000009", "Casey Custommer", address=LANE))
    told = words(await at.seat(OLU).sees(f"check Casey Custommer, {LANE}, 01632 960001"))
    assert told.index("(CUS-000001)") < told.index("(CUS-000009)")


async def test_a_contact_is_logged_for_somebody_likely_only_when_chosen(at: House) -> None:
    await steps.sanctioned(at)
    shown = await at.seat(OLU).sees(f"contact {TYPED}")
    assert "surname one letter apart" in words(shown)
    assert form(await at.seat(OLU).press(shown, "Log contact")).state == "casey"


async def test_the_list_asks_while_somebody_types(at: House) -> None:
    seat = at.seat(OLU)
    who = field_of(await seat.opens("contact"), "customer")
    assert isinstance(who, SuggestField)
    (option,) = await at.talk.suggest(seat.caller(), who.source, TYPED)
    assert option.value == CASEY.id
    assert option.description.startswith("Likely match: same postcode, surname one")


async def test_a_newcomer_who_is_like_a_customer_is_asked_about(at: House) -> None:
    seat = at.seat(OLU)
    asked = await seat.opens("report")
    told: dict[str, Value] = {
        "customer": "new:Kasey Customer",
        "emails": "casey.c@other.example",
        "phones": "01632 960 002",
        "means": "phone",
        "behaviours": ("abusive",),
        "topic": "grant",
        "narrative": "Shouted.",
    }
    answer = problems(await seat.submit(asked, **told))
    assert "Is it Casey Customer (CUS-000001)?" in answer.fields["customer"]
    await seat.send(asked, **told, another=("another",))
    assert len(at.memory.store.customers) == 2


@pytest.mark.parametrize(
    ("name", "theirs"), [("phones", "01632 960001"), ("emails", CASEY.emails[0])]
)
async def test_a_newcomer_who_shares_a_number_or_mailbox_with_a_customer_is_reported(
    at: House, name: str, theirs: str
) -> None:
    seat = at.seat(OLU)
    asked = await seat.opens("report")
    told: dict[str, Value] = {
        "customer": "new:Pat Partner",
        name: theirs,
        "means": "phone",
        "behaviours": ("abusive",),
        "topic": "grant",
        "narrative": "Shouted.",
    }
    answer = problems(await seat.submit(asked, **told))
    assert "say below that it is another person" in answer.fields[name]
    await seat.send(asked, **told, another=("another",))
    names = [each.name for each in at.memory.store.customers.values()]
    assert names.count("Pat Partner") == 1
