"""An alert that stands open: once nothing is in force any more, and brought to mind."""

from dataclasses import replace

from bot.views.card import Tone
from core.services.messages import Channel, Kind
from core.vocabulary.ids import CustomerId
from tests.bot.conversation import disengaging_steps
from tests.bot.conversation.alert_steps import (
    ANOTHER,
    BREACH,
    LOG,
    MUCH_ALIKE,
    WHO,
    YES,
    alerted,
    asha,
    brought_to_mind,
    in_alerts,
    lifted,
    now,
)
from tests.bot.conversation.harness import CASEY, House, card, form, house, labels, words
from tests.support.people import ASHA, MORGAN

OVER = (
    "Nothing is in force any more: “Contact in a specified form only” ended on Wednesday 5 March "
    "2025. This contact may be dealt with as anyone's."
)


async def test_once_what_bound_them_has_ended_it_says_so_plainly(at: House) -> None:
    alert = await alerted(at, means="phone")
    assert (await in_alerts(at)).tone is Tone.DANGER
    await lifted(at)
    shown = await in_alerts(at)
    assert shown.title == f"{alert.reference}: nothing is in force any more"
    assert shown.tone is Tone.GOOD
    told = words(shown)
    assert OVER in told
    assert "may not happen now" not in told
    assert "Do not discuss the matter" not in told


async def test_it_can_still_be_closed(at: House) -> None:
    alert = await alerted(at, means="phone")
    other = await alerted(at, MUCH_ALIKE)
    await lifted(at)
    asked = await in_alerts(at)
    assert labels(asked) == [WHO, YES, ANOTHER]
    await asha(at).press(asked, ANOTHER)
    assert now(at, other).settled
    first = at.messages(Kind.KNOWN_CONTACT)[0]
    shown = await at.draw(first)
    assert labels(shown) == [LOG, BREACH, WHO, ANOTHER]
    await asha(at).send(form(await asha(at).press(shown, LOG)), topic="invoice")
    assert now(at, alert).settled
    assert "Asha Adviser logged what happened" in words(await at.draw(first))


async def test_of_somebody_who_may_be_them_it_says_so_too_and_accuses_nobody(at: House) -> None:
    alert = await alerted(at, MUCH_ALIKE)
    await lifted(at)
    shown = await in_alerts(at)
    assert shown.title == f"{alert.reference}: nothing is in force any more"
    told = words(shown)
    assert f"Somebody who may be the customer of UCB-000001 made contact. {OVER}" in told
    assert "May be: CUS-000001" in told
    assert "Casey" not in told


async def test_what_still_binds_them_is_told_without_what_has_ended() -> None:
    at = house()
    await disengaging_steps.disengaged(at, disengaging_steps.HEDGE)
    await alerted(at)
    before = words(await in_alerts(at))
    assert "Contact in a specified form only" in before
    await lifted(at)
    told = words(await in_alerts(at))
    assert "Disengaged on particular topics" in told
    assert "Contact in a specified form only" not in told
    assert "nothing is in force" not in told.casefold()


async def test_of_whom_nothing_ever_bound_in_this_case_no_end_is_named(at: House) -> None:
    """For example, when their record is separated again from the customer's."""
    alert = await alerted(at)
    other = replace(CASEY, id=CustomerId("other"), reference="CUS-9", name="Olive Other")
    at.memory.know(other)
    at.memory.store.alerts[alert.id] = replace(alert, customer=other.id)
    told = words(await in_alerts(at))
    assert "Nothing is in force any more. This contact may be dealt with as anyone's." in told
    assert "ended on" not in told


async def test_whoever_looks_after_the_case_gets_the_alert_itself_in_private(at: House) -> None:
    alert = await alerted(at, means="phone")
    await brought_to_mind(at, hours=1)
    assert at.messages(Kind.ALERT_REMINDER) == []
    await brought_to_mind(at, hours=23)
    shown = await at.latest(Kind.ALERT_REMINDER, ASHA)
    assert shown.title == f"Still open: {alert.reference}: this contact may not happen now"
    told = words(shown)
    assert "Colleagues were told on Wednesday 5 March 2025 at " in told
    assert "Nobody has said yet what became of the contact" in told
    assert "Customer: Casey Customer (CUS-000001)" in told
    assert labels(shown) == [LOG, BREACH, WHO, ANOTHER]
    assert "Casey" not in shown.summary

    await asha(at).send(form(await asha(at).press(shown, LOG)), topic="invoice")
    after = await at.latest(Kind.ALERT_REMINDER, ASHA)
    assert after.title == f"{alert.reference}: what happened is logged"
    assert "Nobody has said yet" not in words(after)


async def test_of_several_one_is_shown_and_the_case_lists_the_others(at: House) -> None:
    other = await alerted(at, means="phone")
    await alerted(at, MUCH_ALIKE)
    await brought_to_mind(at, days=1)
    assert len(at.messages(Kind.ALERT_REMINDER)) == 1
    shown = await at.latest(Kind.ALERT_REMINDER, ASHA)
    assert "Other alerts of this case are still open too." in words(shown)
    page = card(await asha(at).press(shown, "Open case"))
    assert other.reference in words(page)
    await asha(at).press(await at.draw(at.messages(Kind.KNOWN_CONTACT)[0]), ANOTHER)
    assert "Other alerts" not in words(await at.latest(Kind.ALERT_REMINDER, ASHA))


async def test_their_manager_gets_it_too_and_can_settle_it(at: House) -> None:
    alert = await alerted(at, MUCH_ALIKE)
    await brought_to_mind(at, days=7)
    shown = await at.latest(Kind.ALERT_REMINDER, MORGAN)
    assert "please check who made contact" in shown.title
    assert labels(shown) == [WHO, YES, ANOTHER]
    answer = card(await at.seat(MORGAN).press(shown, ANOTHER))
    assert "Morgan Manager said that it was another person" in words(answer)
    assert now(at, alert).settled
    for to in (ASHA, MORGAN):
        assert "another person" in (await at.latest(Kind.ALERT_REMINDER, to)).title


async def test_a_reminder_of_what_has_ended_since_asks_for_nothing(at: House) -> None:
    await alerted(at, means="phone")
    await brought_to_mind(at, days=1)
    await lifted(at)
    told = words(await at.latest(Kind.ALERT_REMINDER, ASHA))
    assert OVER.replace("Wednesday 5", "Thursday 6") in told
    assert "Nobody has said yet" not in told
    before = len(at.messages(Kind.ALERT_REMINDER))
    await brought_to_mind(at, days=30)
    assert len(at.messages(Kind.ALERT_REMINDER)) == before


async def test_where_nobody_is_left_the_customer_focus_channel_reads_no_name(at: House) -> None:
    at.memory.employ(replace(ASHA, active=False, line_manager=None))
    await alerted(at)
    await brought_to_mind(at, days=1)
    (message,) = at.messages(Kind.ALERT_REMINDER)
    assert message.to == Channel.CUSTOMER_FOCUS
    told = words(await at.draw(message))
    assert "Nobody has said yet what became of the contact" in told
    assert "Casey" not in told


async def test_the_page_of_the_case_lists_it_until_it_is_closed(at: House) -> None:
    alert = await alerted(at)
    await lifted(at)
    page = words(await asha(at).sees(f"case {CASEY.reference}"))
    assert alert.reference in page
