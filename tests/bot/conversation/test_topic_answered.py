"""Once it is answered on a wholly different topic, nothing says beside it not to answer."""

import pytest

from bot.views.card import Card, Tone
from bot.views.form import Value
from core.services.messages import Kind
from tests.bot.conversation import disengaging_steps as to
from tests.bot.conversation.alert_steps import BREACH, LOG, TOPIC, alerted, asha, in_alerts
from tests.bot.conversation.harness import House, card, form, house, words
from tests.support.people import ASHA, MORGAN, OLU

FORBIDDEN = ("Do not answer", "No contact.", "Log the contact", "we disengaged completely")


async def decided(at: House, label: str = "Answer on that topic") -> Card:
    """A letter of somebody disengaged from completely is on another topic, and Morgan decided."""
    await to.disengaged(at)
    at.memory.clock.forward(hours=1)
    await alerted(at, means="letter")
    asked = form(await asha(at).press(await in_alerts(at), TOPIC))
    await asha(at).submit(asked, topic="Bats")
    question = await at.latest(Kind.CONTACT_QUESTION, MORGAN)
    item = to.item_of(question, "wholly different")
    answer = await at.seat(MORGAN).press(item, label)
    if label.startswith("Answer"):
        answer = await at.seat(MORGAN).submit(form(answer), reasons="It is about bats alone.")
    return card(answer)


async def test_the_channel_reads_what_the_manager_decided_and_nothing_against_it() -> None:
    at = house()
    await decided(at)
    shown = await to.alert(at)
    told = words(shown)
    assert shown.title == "UCB-000001: answered, on that topic alone"
    assert not [said for said in FORBIDDEN if said in told]
    assert "Answered, on that topic alone. The topic: a wholly different topic." in told
    assert "You can answer in this form." in told, "the sanction is in force too"
    assert "Whatever is in force, always deal with" in told


async def test_the_manager_reads_the_same() -> None:
    at = house()
    await decided(at)
    shown = await at.latest(Kind.CONTACT_QUESTION, MORGAN)
    assert shown.title == "The contact is dealt with"
    assert not [said for said in FORBIDDEN if said in words(shown)]
    assert "Whatever is in force, always deal with" in words(shown)


async def test_what_is_not_to_be_answered_is_still_told_so() -> None:
    at = house()
    await decided(at, "Do not re-engage")
    shown = await to.alert(at)
    assert shown.title == "UCB-000001: this contact may not happen now"
    assert "Do not answer" in words(shown)
    assert "Do not answer" in words(await at.latest(Kind.CONTACT_QUESTION, MORGAN))


@pytest.mark.parametrize("topics", [(to.HEDGE,), ()])
@pytest.mark.parametrize("label", [LOG, BREACH, TOPIC])
async def test_a_settled_alert_says_no_more_what_to_do(label: str, topics: tuple[str, ...]) -> None:
    at = house()
    await to.disengaged(at, *topics)
    at.memory.clock.forward(hours=1)
    await alerted(at, means="letter")
    asked = form(await asha(at).press(await in_alerts(at), label))
    breach: dict[str, Value] = {"narrative": "Wrote again.", "behaviours": ()}
    await asha(at).submit(asked, topic="Bats", **(breach if label == BREACH else {}))
    told = words(await in_alerts(at))
    assert not [said for said in (*FORBIDDEN, "Then do not answer") if said in told]
    assert "Whatever is in force, always deal with" in told
    assert "Colleagues find the customer with “check” and the reference." in told


async def test_under_a_partial_disengagement_the_answer_stands_alone_too() -> None:
    at = house()
    await to.disengaged(at, to.HEDGE)
    await to.log_letter(at, topic="Otters")
    item = to.item_of(await to.alert(at), "wholly different")
    await asha(at).press(item, "Answer normally")
    shown = await to.alert(at)
    assert shown.title == "UCB-000001: answered as usual"
    assert "Then do not answer" not in words(shown)


async def test_whoever_logged_it_is_told_what_was_decided_and_what_to_do() -> None:
    at = house()
    await decided(at)
    told = await at.latest(Kind.CONTACT_DECIDED, ASHA)
    assert told.title == "What to do about a contact"
    assert told.tone is Tone.GOOD
    assert "About: Bats" in words(told)
    assert "Chosen by Morgan Manager (Manager)" in words(told)
    assert "Answer it on that topic, and on nothing else." in words(told)
    assert not [said for said in FORBIDDEN if said in words(told)]
    assert "You can answer in this form." in words(told), "the sanction is in force too"


async def test_they_are_told_too_that_it_is_not_to_be_answered() -> None:
    at = house()
    await decided(at, "Do not re-engage")
    told = await at.latest(Kind.CONTACT_DECIDED, ASHA)
    assert told.tone is Tone.CAUTION
    assert "Not answered. The topic: a wholly different topic." in words(told)
    assert "Do not answer it." in words(told)
    assert "Whatever is in force, always deal with" in words(told)


async def test_they_are_told_that_a_manager_is_asked_where_another_asked() -> None:
    at = house()
    await to.disengaged(at)
    await to.log_letter(at, by=OLU)
    await asha(at).press(to.item_of(await to.alert(at), "unsure"), "Ask my manager")
    told = await at.latest(Kind.CONTACT_DECIDED, OLU)
    assert told.title == "A manager decides about a contact"
    assert "Asked: Morgan Manager." in words(told)
    assert "Do not answer before they decide." in words(told)
