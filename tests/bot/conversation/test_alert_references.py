"""The reference on an alert is understood wherever somebody is looked up."""

import pytest

from bot.views.form import Option, SuggestField
from tests.bot.conversation.alert_steps import (
    ANOTHER,
    BREACH,
    LOG,
    MUCH_ALIKE,
    WHO,
    YES,
    alerted,
    asha,
    in_alerts,
)
from tests.bot.conversation.harness import CASEY, House, card, field_of, form, labels, words
from tests.support.people import OLU


@pytest.mark.parametrize("command", ["check", "contact", "case", "timeline"])
async def test_it_leads_to_the_alert_with_its_buttons(at: House, command: str) -> None:
    alert = await alerted(at, means="phone")
    for typed in (alert.reference, f"{alert.reference.lower()}."):
        shown = await at.seat(OLU).sees(f"{command} {typed}")
        assert shown.title == f"{alert.reference}: this contact may not happen now"
        assert "Casey Customer (CUS-000001)" in words(shown), "it is told to one colleague alone"
        assert labels(shown) == [LOG, BREACH, WHO, ANOTHER]


async def test_one_that_asks_who_it_is_asks_so(at: House) -> None:
    alert = await alerted(at, MUCH_ALIKE)
    shown = await asha(at).sees(f"check {alert.reference}")
    assert labels(shown) == [WHO, YES, ANOTHER]
    told = card(await asha(at).press(shown, YES))
    assert LOG in labels(told)


@pytest.mark.parametrize("command", ["check", "contact", "case"])
async def test_a_reference_that_no_alert_has_is_no_customer(at: House, command: str) -> None:
    shown = await asha(at).sees(f"{command} ALT-ZZZZZZ")
    told = words(shown)
    assert "We know no alert with the reference ALT-ZZZZZZ." in told
    assert "in force" not in told


@pytest.mark.parametrize("command", ["warn", "propose"])
async def test_where_a_case_is_wanted_it_says_how_an_alert_is_seen(at: House, command: str) -> None:
    alert = await alerted(at, means="phone")
    told = words(await asha(at).sees(f"{command} {alert.reference}"))
    assert f"There is no open case with the reference {alert.reference}." in told
    assert "For an alert, type its reference after “check”." in told


async def choices(at: House, typed: str) -> tuple[Option, ...]:
    who = field_of(form(await asha(at).say("contact")), "customer")
    assert isinstance(who, SuggestField)
    return await at.talk.suggest(asha(at).caller(), who.source, typed)


async def test_type_ahead_offers_the_customer_it_tells_of(at: House) -> None:
    alert = await alerted(at, means="phone")
    (one,) = await choices(at, alert.reference)
    assert (one.value, one.label) == (CASEY.id, "Casey Customer (CUS-000001)")
    assert one.description == "In force: Contact in a specified form only"
    assert await choices(at, "ALT-ZZZZZZ") == ()


async def test_type_ahead_accuses_nobody_who_may_be_another(at: House) -> None:
    alert = await alerted(at, MUCH_ALIKE)
    (one,) = await choices(at, alert.reference)
    assert one.description == (
        f"May be who {alert.reference} tells of. Type “check {alert.reference}” first."
    )
    assert len(one.description) <= 75, "as much as every platform shows"
    await asha(at).press(await in_alerts(at), ANOTHER)
    assert await choices(at, alert.reference) == ()
