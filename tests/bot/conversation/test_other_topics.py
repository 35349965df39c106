"""A manager has contact on a wholly different topic answered, though we disengaged completely."""

import asyncio
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings

from bot.views.card import Card, Tone
from bot.views.form import Form
from core.services.messages import Kind
from tests.bot.conversation import disengaging_steps as to
from tests.bot.conversation.harness import CASEY, House, card, form, house, labels, problems, words
from tests.bot.conversation.test_limits import check, typed
from tests.support.people import ASHA, DEVI, FRAN, MORGAN, OLU

WHY = "A flamingo licence, and nothing of the grant in it."


async def asked(at: House) -> Card:
    """Olu got a letter on otters, and Morgan is asked."""
    await to.disengaged(at)
    await to.log_letter(at, by=OLU, topic="Otters")
    shown = await to.alert(at)
    await at.seat(OLU).press(to.item_of(shown, "wholly different"), "Ask my manager")
    return await at.latest(Kind.CONTACT_QUESTION, MORGAN)


async def form_of(at: House, question: Card) -> Form:
    item = to.item_of(question, "wholly different")
    return form(await at.seat(MORGAN).press(item, "Answer on that topic"))


async def test_the_manager_who_is_asked_is_offered_it_and_a_channel_is_not() -> None:
    at = house()
    question = await asked(at)
    assert labels(to.item_of(question, "wholly different")) == [
        *("Answer on that topic", "Do not re-engage", "Reissue the notice", "Ask my manager"),
    ]
    for relation in ("same or similar", "unsure"):
        assert "Answer on that topic" not in labels(to.item_of(question, relation))
    assert "Answer on that topic" not in labels(await to.alert(at))


async def test_it_is_recorded_with_its_reasons_which_no_channel_learns() -> None:
    at = house()
    shown = await form_of(at, await asked(at))
    assert "Otters" in words(shown)
    assert "on that topic alone" in words(shown)
    missing = problems(await at.seat(MORGAN).submit(shown))
    assert missing.fields == {"reasons": "Say why it is answered."}
    done = card(await at.seat(MORGAN).submit(shown, reasons=WHY))
    assert "on that topic, and on nothing else" in words(done)
    settled = await at.latest(Kind.CONTACT_QUESTION, MORGAN)
    assert settled.title == "The contact is dealt with"
    assert settled.tone is Tone.GOOD
    assert f"Reasons: {WHY}" in words(settled)
    alert = words(await to.alert(at))
    assert "Answered, on that topic alone" in alert
    assert "Chosen by Morgan Manager" in alert
    assert "flamingo" not in alert
    timeline = words(await at.seat(ASHA).sees(f"timeline {CASEY.reference}"))
    assert f"Answered, on that topic alone.\nReasons: {WHY}" in timeline


@pytest.mark.parametrize("other", [OLU, ASHA, FRAN, DEVI])
async def test_whoever_was_not_asked_is_neither_offered_it_nor_allowed(other: object) -> None:
    at = house()
    question = await asked(at)
    shown = await to.alert(at)
    theirs = card(await at.seat(other).press(shown, "Choose again"))  # type: ignore[arg-type]
    assert "Answer on that topic" not in labels(theirs)
    item = to.item_of(question, "wholly different")
    refused = card(await at.seat(other).press(item, "Answer on that topic"))  # type: ignore[arg-type]
    assert refused.tone is Tone.CAUTION
    assert "Only a manager who was asked" in words(refused)


async def test_a_choice_made_meanwhile_is_not_overridden() -> None:
    at = house()
    question = await asked(at)
    shown = await form_of(at, question)
    at.memory.clock.forward(minutes=1)
    again = to.item_of(question, "wholly different")
    await at.seat(MORGAN).press(again, "Do not re-engage")
    entries = len(at.memory.store.entries)
    late = card(await at.seat(MORGAN).submit(shown, reasons=WHY))
    assert late.title == "Somebody has chosen already"
    assert len(at.memory.store.entries) == entries


async def test_a_damaged_form_changes_nothing() -> None:
    at = house()
    shown = await form_of(at, await asked(at))
    answer = problems(await at.seat(MORGAN).submit(replace(shown, state="casey/1"), reasons=WHY))
    assert "too old, or damaged" in answer.general


async def test_under_a_partial_disengagement_it_is_answered_as_before() -> None:
    at = house()
    await to.disengaged(at, to.HEDGE)
    await to.log_letter(at)
    shown = await to.alert(at)
    await at.seat(ASHA).press(to.item_of(shown, "unsure"), "Ask my manager")
    question = await at.latest(Kind.CONTACT_QUESTION, MORGAN)
    assert labels(to.item_of(question, "wholly different")) == ["Answer normally"]


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(typed)
def test_the_form_and_what_is_drawn_of_it_keep_the_limits(text: str) -> None:
    async def walk() -> None:
        at = house()
        await to.disengaged(at)
        await to.log_letter(at, by=OLU, topic=text[:150])
        item = to.item_of(await to.alert(at), "wholly different")
        await at.seat(OLU).press(item, "Ask my manager")
        shown = await form_of(at, await at.latest(Kind.CONTACT_QUESTION, MORGAN))
        check(shown)
        check(await at.seat(MORGAN).submit(shown, reasons=text[:1500]))
        check(await at.latest(Kind.CONTACT_QUESTION, MORGAN))
        check(await to.alert(at))

    asyncio.run(walk())
