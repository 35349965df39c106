"""Reporting an incident: the form, its suggestions, and what is wrong with an entry."""

from datetime import UTC, datetime, timedelta

import pytest

from bot.views.answer import Nothing, QuotedMessage
from bot.views.form import Form, ManyField, MomentField, SuggestField, Value
from core.case.events import IncidentReported
from core.vocabulary.customer import Customer
from tests.bot.conversation.harness import (
    CASEY,
    House,
    field_of,
    form,
    house,
    problems,
    text_of,
    words,
)
from tests.support.people import ASHA, SENA

GOOD: dict[str, Value] = {
    "customer": CASEY.id,
    "means": "email",
    "behaviours": ("abusive",),
    "topic": "grant",
    "narrative": "Shouted",
}


def incident(at: House) -> IncidentReported:
    kept = [e.event for e in at.memory.store.entries if isinstance(e.event, IncidentReported)]
    return kept[-1]


def newcomer(at: House) -> Customer:
    return list(at.memory.store.customers.values())[-1]


async def opened(at: House) -> Form:
    return await at.seat(ASHA).opens("report")


async def test_the_form_explains_itself() -> None:
    asked = await opened(house())
    behaviours = field_of(asked, "behaviours")
    assert isinstance(behaviours, ManyField)
    assert all(option.description for option in behaviours.options)
    when, who = field_of(asked, "occurred_at"), field_of(asked, "corresponding")
    assert isinstance(when, MomentField)
    assert when.value == datetime(2025, 3, 3, 10, 0, tzinfo=UTC)
    assert isinstance(who, SuggestField)
    assert who.value
    assert who.value.label == "Asha Adviser (Adviser)"


async def test_a_message_is_reported_with_its_text_and_time() -> None:
    at = house()
    sent = at.now - timedelta(hours=2)
    asked = form(await at.seat(ASHA).shortcut(QuotedMessage("<!channel> مرحبا 🌧", sent)))
    assert text_of(asked, "narrative") == "<!channel> مرحبا 🌧"
    await at.seat(ASHA).send(asked, **{k: v for k, v in GOOD.items() if k != "narrative"})
    assert incident(at).narrative == "<!channel> مرحبا 🌧"
    assert incident(at).occurred_at == sent


async def test_a_long_message_is_cut_to_fit_and_the_form_says_so() -> None:
    at = house()
    asked = form(await at.seat(ASHA).shortcut(QuotedMessage("x" * 20_000, at.now)))
    assert len(text_of(asked, "narrative")) == 3000
    assert "only its first 3,000 characters" in field_of(asked, "narrative").hint


async def test_a_message_from_the_future_is_reported_as_of_now() -> None:
    at = house()
    asked = form(await at.seat(ASHA).shortcut(QuotedMessage("Hm", at.now + timedelta(days=1))))
    when = field_of(asked, "occurred_at")
    assert isinstance(when, MomentField)
    assert when.value == at.now


@pytest.mark.parametrize(
    ("name", "value", "said"),
    [
        ("customer", None, "Choose the customer"),
        ("means", None, "Choose how"),
        ("means", "pigeon", "not a means of contact"),
        ("occurred_at", None, "Enter the date and time"),
        ("occurred_at", datetime(2031, 1, 1, tzinfo=UTC), "in the future"),
        ("behaviours", (), "at least one behaviour"),
        ("behaviours", ("rude",), "not a behaviour"),
        ("topic", "", "Say what the contact was about"),
        ("topic", "x" * 151, "150 characters or fewer"),
        ("narrative", "", "Say what happened"),
        ("narrative", "  \n ", "Say what happened"),
        ("narrative", "x" * 20_000, "3,000 characters or fewer. You have entered 20,000"),
        ("corresponding", None, "Choose who"),
        ("corresponding", "nobody", "not in the staff directory"),
        ("corresponding", "ira", "no longer active"),
        ("customer", "nobody", "do not know this customer"),
    ],
)
async def test_a_faulty_field_is_named_with_its_remedy(name: str, value: Value, said: str) -> None:
    at = house()
    answer = problems(await at.seat(ASHA).submit(await opened(at), **{**GOOD, name: value}))
    assert said in answer.fields[name]
    assert not at.memory.store.summaries


async def test_all_faults_are_told_at_once() -> None:
    at = house()
    answer = problems(await at.seat(ASHA).submit(await opened(at), occurred_at=None))
    assert set(answer.fields) == {
        *("customer", "means", "occurred_at", "behaviours", "topic", "narrative"),
    }


async def test_someone_new_is_offered_with_what_was_typed() -> None:
    at = house()
    who = field_of(await opened(at), "customer")
    assert isinstance(who, SuggestField)
    assert await at.seat(ASHA).choices(who, "Case") == [
        ("casey", "Casey Customer (CUS-000001)"),
        ("new:Case", "Someone new: Case"),
    ]
    for unnamed in ("", "someone new", " Someone "):
        assert await at.seat(ASHA).choices(who, unnamed) == [("new:", "Someone new")]
    value, label = (await at.seat(ASHA).choices(who, "🌧" * 200))[0]
    assert len(value) <= 75
    assert len(label) <= 75


async def test_someone_new_is_registered() -> None:
    at = house()
    answers = {**GOOD, "customer": "new:Robin", "name": "Robin Example", "emails": "r@x.example"}
    assert isinstance(await at.seat(ASHA).submit(await opened(at), **answers), Nothing)
    assert newcomer(at).name == "Robin Example"
    assert newcomer(at).emails == ("r@x.example",)
    assert newcomer(at).reference.startswith("CUS-")


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("Robin Example", ("Robin Example", (), ())),
        ("r@x.example", ("Robin", ("r@x.example",), ())),
        ("01632 960 002", ("Robin", (), ("01632 960 002",))),
    ],
)
async def test_what_was_typed_is_not_asked_again(
    typed: str, kept: tuple[str, tuple[str, ...], tuple[str, ...]]
) -> None:
    at = house()
    name = "" if typed == "Robin Example" else "Robin"
    answers = {**GOOD, "customer": f"new:{typed}", "name": name}
    await at.seat(ASHA).send(await opened(at), **answers)
    new = newcomer(at)
    assert (new.name, new.emails, new.phones) == kept


@pytest.mark.parametrize(
    ("answers", "name", "said"),
    [
        ({"customer": "new:"}, "name", "Enter the name"),
        ({"customer": "new:Robin", "emails": "no address"}, "emails", "not an email address"),
        ({"customer": "new:Robin", "phones": "-"}, "phones", "not a telephone number"),
        ({"customer": "new:R", "emails": CASEY.emails[0]}, "emails", "choose CUS-000001"),
        ({"customer": CASEY.id, "name": "Robin"}, "customer", "You chose a customer we know"),
    ],
)
async def test_a_newcomers_faulty_field_is_named(
    answers: dict[str, Value], name: str, said: str
) -> None:
    at = house()
    answer = problems(await at.seat(ASHA).submit(await opened(at), **{**GOOD, **answers}))
    assert said in answer.fields[name]
    assert len(at.memory.store.customers) == 2


async def test_a_repeated_delivery_reports_once() -> None:
    at = house()
    asked, seat = await opened(at), at.seat(ASHA)
    for _ in range(2):
        assert isinstance(await seat.submit(asked, "the-same", **GOOD), Nothing)
    assert sum(isinstance(e.event, IncidentReported) for e in at.memory.store.entries) == 1


async def test_another_colleague_may_have_been_corresponding() -> None:
    at = house()
    who = field_of(await opened(at), "corresponding")
    assert isinstance(who, SuggestField)
    assert await at.seat(ASHA).choices(who, "sen") == [("sena", "Sena Senior (Senior adviser)")]
    await at.seat(ASHA).send(await opened(at), **{**GOOD, "corresponding": SENA.id})
    assert incident(at).corresponding == SENA.id
    assert "Sena Senior looks after it" in words(await at.seat(ASHA).sees("check Casey"))


async def test_halves_of_characters_and_nulls_do_not_reach_the_store() -> None:
    at = house()
    await at.seat(ASHA).send(await opened(at), **{**GOOD, "narrative": "a\0b\ud83dc"})
    assert incident(at).narrative == "ab?c"
