"""Check and contact: who is under a sanction, and what may be done now."""

import pytest

from bot.views.card import Tone
from bot.views.form import SuggestField, Value
from core.services.messages import Kind
from core.vocabulary.customer import Customer
from core.vocabulary.ids import CustomerId
from tests.bot.conversation import steps
from tests.bot.conversation.harness import (
    CASEY,
    buttons,
    card,
    field_of,
    form,
    house,
    labels,
    problems,
    words,
)
from tests.support.people import ASHA, OLU

MANY = tuple(Customer(CustomerId(f"c{i}"), f"CUS-9{i:05}", f"Casey Number {i}") for i in range(12))


@pytest.mark.parametrize(
    "query",
    [
        "Casey Customer",
        "casey@customer.example",
        "01632960001",
        "CUS-000001",
        "ucb-000001",
        "cas",
    ],
)
async def test_a_customer_is_found_by_whatever_is_known(query: str) -> None:
    at = house()
    await steps.sanctioned(at)
    found = await at.seat(OLU).sees(f"check {query}")
    told = words(found)
    assert "Casey Customer (CUS-000001)" in told
    assert "Contact by email or letter only" in told
    assert found.tone is Tone.CAUTION
    pages = ["Open case", "Timeline", "How we know them"]
    assert labels(found) == ["Log contact", "Report incident", *pages]
    assert ("make sure that it is the same person" in told) == (query in ("Casey Customer", "cas"))


@pytest.mark.parametrize(
    "pasted",
    ["UCB-000001?", "(UCB-000001)", "\u200bUCB-000001\ufeff", "UCB-0000\u00ad01", "#ucb-000001.\t"],
)
async def test_a_case_is_found_by_its_reference_however_it_was_copied(pasted: str) -> None:
    at = house()
    await steps.sanctioned(at)
    assert "Casey Customer (CUS-000001)" in words(await at.seat(OLU).sees(f"check {pasted}"))
    assert "Case UCB-000001" in (await at.seat(OLU).sees(f"case {pasted}")).title


@pytest.mark.parametrize(
    ("typed", "title", "verdict"),
    [
        ("cas", "1 customer may be meant", "If it is them, this contact may happen on conditions:"),
        ("CUS-000001", "1 customer found", "This contact may happen on conditions:"),
    ],
)
async def test_a_doubt_comes_before_the_verdict(typed: str, title: str, verdict: str) -> None:
    at = house()
    await steps.sanctioned(at)
    found = await at.seat(OLU).sees(f"check {typed}")
    told = words(found).splitlines()
    assert found.title == title
    assert told[1] == "Casey Customer (CUS-000001)"
    if "may be meant" in title:
        assert told[2] == "Is it Casey Customer?"
        assert told[3].endswith("Before you act, make sure that it is the same person.")
    assert told[4 if "may be meant" in title else 2] == verdict
    assert told.count("Is it Casey Customer?") == ("may be meant" in title)


async def test_nothing_in_force_for_somebody_in_doubt_is_no_verdict_on_them() -> None:
    at = house()
    await steps.report(at)
    told = words(await at.seat(OLU).sees("check Casey")).splitlines()
    assert told[4:6] == [
        "If it is them:",
        "Nothing is in force. Deal with the contact as with anyone's.",
    ]


async def test_nothing_in_force_is_said_plainly() -> None:
    at = house()
    await steps.report(at)
    assert "Nothing is in force" in words(await at.seat(OLU).sees("check Casey"))
    unreported = await at.seat(OLU).sees("check Corey")
    assert "nothing has been reported" in words(unreported)
    opened = form(await at.seat(OLU).press(unreported, "Report incident"))
    who = field_of(opened, "customer")
    assert isinstance(who, SuggestField)
    assert who.value
    assert who.value.value == "corey"


async def test_many_are_listed_and_one_is_asked_to_be_specific() -> None:
    at = house(customers=MANY)
    found = await at.seat(OLU).sees("check Casey")
    assert found.title == "More than 10 customers found"
    assert "Be more specific" in words(found)
    assert labels(found) == ["Check"] * 10
    one = card(await at.talk.press(at.seat(OLU).caller(), "run", buttons(found)[0].value))
    assert one.title == "1 customer found"


async def test_a_contact_is_logged_by_reference_name_or_choice() -> None:
    at = house()
    await steps.sanctioned(at)
    olu = at.seat(OLU)
    for text in ("contact UCB-000001", "contact CUS-000001", "contact Casey Customer"):
        asked = form(await olu.say(text))
        assert asked.id == "contact"
        assert asked.state == "casey"
    asked = form(await olu.say("contact"))
    told = card(await olu.submit(asked, customer="casey", means="letter", topic="grant"))
    assert told.title == "This contact may happen now"
    assert told.tone is Tone.GOOD
    assert "You can answer in this form" in words(await at.latest(Kind.CONTACT_ALERT))


async def test_the_alert_judges_the_time_of_the_contact_not_of_the_message() -> None:
    at = house()
    await steps.warned(at)
    await steps.report(at)
    asha = at.seat(ASHA)
    first = await asha.opens("propose CUS-000001")
    second = form(await asha.submit(first, sanctions=("call-times",)))
    noon, two = at.now.time().replace(hour=12), at.now.time().replace(hour=14)
    times: dict[str, Value] = {
        "call-times.days": ("2",),
        "call-times.start": noon,
        "call-times.end": two,
    }
    await asha.send(second, **steps.WHY, **times)
    await steps.approve(at)
    at.memory.clock.forward(hours=2)
    told = await steps.log_call(at)
    assert told.title == "This contact may happen now"
    at.memory.clock.forward(hours=9)
    assert (await at.latest(Kind.CONTACT_ALERT)).tone is Tone.GOOD


async def test_a_contact_of_nobody_known_is_not_logged() -> None:
    at = house()
    assert "nothing has been reported" in words(await at.seat(OLU).sees("contact Corey")).lower()
    asked = form(await at.seat(OLU).say("contact"))
    answer = problems(await at.seat(OLU).submit(asked, customer="corey", means="x", topic="x"))
    assert "Report the incident first" in answer.fields["customer"]
    missing = problems(await at.seat(OLU).submit(asked, occurred_at=None))
    assert set(missing.fields) == {"customer", "means", "occurred_at", "topic"}


async def test_suggestions_say_how_a_customer_stands() -> None:
    at = house()
    seat = at.seat(OLU)
    who = field_of(form(await seat.say("contact")), "customer")
    assert isinstance(who, SuggestField)

    async def standing() -> str:
        found = await at.talk.suggest(seat.caller(), who.source, "Casey")
        assert [option.value for option in found] == [CASEY.id]
        return found[0].description

    assert await standing() == "No case"
    await steps.warned(at)
    assert await standing() == "Nothing in force (UCB-000001)"
    await steps.report(at)
    await steps.propose_sanction(at)
    await steps.approve(at)
    assert await standing() == "In force: Contact in a specified form only"
    assert await seat.choices(who, "") == []
