"""Reviewing a sanction: keep, change or lift it, with a second grade."""

from datetime import date

import pytest

from bot.views.answer import Nothing
from bot.views.card import Tone
from bot.views.form import DateField, Form, ManyField, Value
from core.services.messages import Kind
from tests.bot.conversation import steps
from tests.bot.conversation.harness import (
    House,
    card,
    field_of,
    form,
    house,
    labels,
    problems,
    text_of,
    words,
)
from tests.support.people import ASHA, FRAN, MORGAN, OLU


async def in_force() -> tuple[House, Form]:
    at = house()
    await steps.sanctioned(at)
    asha = at.seat(ASHA)
    return at, form(await asha.press(await asha.sees("reviews"), "Review"))


async def test_reviews_stand_soonest_first_and_overdue_ones_are_marked() -> None:
    at, _ = await in_force()
    due = await at.seat(MORGAN).sees("reviews")
    assert "Wednesday 4 June 2025 (in 91 days)" in words(due)
    assert due.tone is Tone.INFO
    at.memory.clock.forward(days=92)
    late = await at.seat(FRAN).sees("reviews")
    assert "Overdue: UCB-000001: review a sanction. Contact in a specified form only" in words(late)
    assert late.tone is Tone.CAUTION
    assert "nothing is due" in words(await at.seat(OLU).sees("reviews"))


async def test_the_form_shows_what_happened_since_to_those_who_may_read_it() -> None:
    at, _ = await in_force()
    at.memory.clock.forward(days=1)
    await steps.log_call(at)
    reviews = await at.seat(ASHA).sees("reviews")
    again = words(form(await at.seat(ASHA).press(reviews, "Review")))
    assert "Since Wednesday 5 March 2025" in again
    assert "Thursday 6 March 2025 at 11am: contact, by telephone, about invoice." in again
    stranger = form(await at.seat(OLU).press(reviews, "Review"))
    assert "invoice" not in words(stranger)


async def test_keeping_it() -> None:
    at, asked = await in_force()
    answers: dict[str, Value] = {"outcome": "keep", "reasons": "Still loud"}
    await at.seat(ASHA).send(asked, **answers, next_review_on=date(2025, 8, 1))
    request = await at.latest(Kind.APPROVAL_REQUEST, MORGAN)
    assert "keeping a sanction at its review" in words(request)
    assert "Next review: Friday 1 August 2025" in words(request)
    assert "Only by email or letter" in words(request)
    await steps.approve(at)
    assert "Friday 1 August 2025" in words(await at.seat(ASHA).sees("reviews"))
    assert "The next review is on Friday 1 August 2025" in words(
        await at.latest(Kind.DECISION_MADE, ASHA)
    )


async def test_changing_it_asks_the_terms_and_keeps_what_was_typed() -> None:
    at, asked = await in_force()
    asha = at.seat(ASHA)
    when = date(2025, 8, 1)
    second = form(await asha.submit(asked, outcome="change", reasons="Calmer", next_review_on=when))
    assert text_of(second, "reasons") == "Calmer"
    day, means = field_of(second, "next_review_on"), field_of(second, "specified-form.means")
    assert isinstance(day, DateField)
    assert day.value == when
    assert isinstance(means, ManyField)
    assert set(means.value) == {"email", "letter"}
    same = problems(await asha.submit(second))
    assert "same as those in force" in same.general
    await asha.send(second, **{"specified-form.means": ("email", "phone")})
    request = await at.latest(Kind.APPROVAL_REQUEST, MORGAN)
    assert "New terms: Only by telephone or email" in words(request)
    await steps.approve(at)
    assert "Contact by telephone or email only" in words(await asha.sees("check Casey"))


@pytest.mark.parametrize(
    ("answers", "name", "said"),
    [
        ({"reasons": "x", "outcome": None}, "outcome", "Choose what becomes"),
        ({"reasons": "x", "outcome": "forget"}, "outcome", "Choose what becomes"),
        ({"outcome": "keep"}, "reasons", "Give the reasons"),
        ({"outcome": "lift"}, "reasons", "Give the reasons"),
        (
            {"outcome": "keep", "reasons": "x", "next_review_on": None},
            "next_review_on",
            "next review",
        ),
        (
            {"outcome": "keep", "reasons": "x", "next_review_on": date(2025, 1, 1)},
            "next_review_on",
            "after today",
        ),
        (
            {"outcome": "change", "reasons": "x", "next_review_on": None},
            "next_review_on",
            "next review",
        ),
    ],
)
async def test_a_faulty_field_is_named(answers: dict[str, Value], name: str, said: str) -> None:
    at, asked = await in_force()
    assert said in problems(await at.seat(ASHA).submit(asked, **answers)).fields[name]


async def test_one_review_at_a_time_and_none_of_what_is_lifted() -> None:
    at, asked = await in_force()
    asha = at.seat(ASHA)
    reviews = await asha.sees("reviews")
    assert isinstance(await asha.submit(asked, outcome="lift", reasons="Calm"), Nothing)
    assert "has not decided it yet" in words(card(await asha.press(reviews, "Review")))
    await steps.approve(at)
    assert "no longer in force" in words(card(await asha.press(reviews, "Review")))
    assert "no longer in force" in problems(await asha.submit(asked, outcome="keep")).general
    decision = await at.latest(Kind.DECISION_TO_TELL, ASHA)
    assert "Status: Approved by Morgan Manager" in words(decision)
    assert "lifted" in words(decision)
    assert labels(decision) == ["The customer was told", "Open case"]
