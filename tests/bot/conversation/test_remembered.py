"""This is another person: what is remembered of it, what is not, and that it can be taken back."""

import pytest

from core.case.register import ToldApart
from core.vocabulary.sought import Sought
from tests.bot.conversation.alert_steps import (
    ADD,
    AFTER_ALL,
    ANOTHER,
    BREACH,
    LOG,
    MUCH_ALIKE,
    WHO,
    alerted,
    asha,
    comes,
    in_alerts,
    now,
)
from tests.bot.conversation.harness import CASEY, House, buttons, card, form, labels, words
from tests.support.people import MORGAN


async def test_another_person_is_remembered_and_can_be_taken_back(at: House) -> None:
    alert = await alerted(at, MUCH_ALIKE)
    pressed = await in_alerts(at)
    (sure,) = [b.confirm for b in buttons(pressed) if b.label == ANOTHER]
    assert sure
    assert "Nobody is asked again when a contact says just that" in sure.text
    assert "taken back" in sure.text
    assert len(sure.text) <= 300
    for _ in range(2):
        answer = card(await asha(at).press(pressed, ANOTHER, "once"))
    assert labels(answer) == [AFTER_ALL, "Open case"]
    shown = await in_alerts(at)
    told = words(shown)
    assert "On Wednesday 5 March 2025 at 11am Asha Adviser said that it was another person." in told
    assert "Mistaken for: CUS-000001" in told
    assert "Contact by email" not in told
    assert "nobody will be asked about it again when a contact says just that." in told
    assert (await comes(at, MUCH_ALIKE)).alerts == ()
    assert len([e for e in at.memory.store.entries if isinstance(e.event, ToldApart)]) == 1

    back = card(await at.seat(MORGAN).press(shown, AFTER_ALL))
    assert "Morgan Manager says that it is the customer" in words(back)
    assert "Asha Adviser, Wednesday 5 March" in words(back)
    assert "Morgan Manager, Wednesday 5 March" in words(back)
    assert "Said that it was the customer after all." in words(back)
    assert "So far" not in words(await in_alerts(at))
    assert labels(back) == [ADD, LOG, BREACH, WHO, ANOTHER]
    known = form(await at.seat(MORGAN).press(back, ADD))
    assert "Casey Customer" in words(known)
    assert now(at, alert).settled is None
    assert len((await comes(at, MUCH_ALIKE)).alerts) == 1


@pytest.mark.parametrize(
    ("who", "what"),
    [
        (Sought(names=("Casey Customer",)), "this name"),
        (Sought(phones=CASEY.phones), "this number"),
        (Sought(emails=CASEY.emails), "this mail address"),
        (Sought(names=("Casey Customer",), emails=CASEY.emails), "these details"),
    ],
)
async def test_of_what_the_customer_may_use_too_nothing_is_remembered(
    at: House, who: Sought, what: str
) -> None:
    await alerted(at, who)
    pressed = await in_alerts(at)
    (sure,) = [b.confirm for b in buttons(pressed) if b.label == ANOTHER]
    assert sure
    assert "unless it is a name or an identifier alone" in sure.text
    for shown in (card(await asha(at).press(pressed, ANOTHER)), await in_alerts(at)):
        told = words(shown)
        assert f"Nothing is remembered: the customer may use {what} the next time." in told
        assert "It can be taken back." in told
        assert "It is remembered" not in told
    assert (await comes(at, who)).alerts


async def test_of_several_contacts_what_is_remembered_is_told_from_what_is_not(at: House) -> None:
    await alerted(at, Sought(names=("Casey Customer",)))
    await alerted(at, MUCH_ALIKE)
    await asha(at).press(await in_alerts(at), ANOTHER)
    told = words(await in_alerts(at))
    assert "nobody will be asked about it again when a contact says just that." in told
    assert "Of the other contacts nothing is remembered: the customer may use this name" in told
