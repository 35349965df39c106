"""Whoever is looked for is found by any of their names, or nothing is said of what is in force."""

from dataclasses import replace

import pytest

from bot.views.form import SuggestField
from tests.bot.conversation import steps
from tests.bot.conversation.harness import CASEY, COREY, field_of, house, words
from tests.support.people import OLU


async def test_nobody_found() -> None:
    at = house()
    await steps.sanctioned(at)
    shown = await at.seat(OLU).sees("check Zed")
    assert shown.title == "Nobody found"
    says_what_else_to_try(words(shown))


async def test_a_contact_of_nobody_found_is_not_said_to_be_unreported() -> None:
    at = house()
    await steps.sanctioned(at)
    shown = await at.seat(OLU).sees("contact Zed")
    assert "has been reported" not in words(shown)
    says_what_else_to_try(words(shown))


def says_what_else_to_try(told: str) -> None:
    assert "Nobody was found by that. It is no proof that nothing is in force" in told
    assert "so nothing is in force" not in told
    for clue in ("reference", "telephone number", "mail address", "postcode", "former name"):
        assert clue in told


@pytest.mark.parametrize("typed", ["kow", "Kasia Kow", "kowalska", "fisch"])
async def test_a_customer_is_found_by_the_beginnings_of_any_other_name(typed: str) -> None:
    known = replace(CASEY, other_names=("Kasia Kowalska", "Fischbach"))
    at = house(customers=(known, COREY))
    await steps.sanctioned(at)
    told = words(await at.seat(OLU).sees(f"check {typed}"))
    assert "Casey Customer (CUS-000001)" in told
    assert "Also known as Kasia Kowalska and Fischbach. Before you act, make sure" in told
    who = field_of(await at.seat(OLU).opens("contact"), "customer")
    assert isinstance(who, SuggestField)
    assert [value for value, _ in await at.seat(OLU).choices(who, typed)] == [CASEY.id]
