"""Whatever somebody is called, and whatever they write: no channel reads it."""

from dataclasses import replace

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from core.services.messages import Kind, Person
from core.vocabulary.sought import Sought
from tests.bot.conversation import disengaging_steps, steps
from tests.bot.conversation.alert_steps import (
    MUCH_ALIKE,
    alerted,
    asha,
    in_alerts,
    is_said,
    watched,
)
from tests.bot.conversation.harness import CASEY, House, card, form, house, labels, words
from tests.support.people import FRAN

PRIVATE = (
    *("Casey", "Custommer", "customer.example", "another.example", "01632", "Lane", "M1 1AE"),
    *("zebra", "umbrella", "invoice", "hedge", "ledger", "kestrel", "rang again"),
)
LANE = "1 Sample Lane, Madeupton, M1 1AE"

letters = st.characters(codec="utf-8", categories=("L", "M", "N", "P", "S", "Z", "C"))
hostile = st.one_of(
    st.text(letters, min_size=3, max_size=40),
    st.sampled_from(
        [
            *("<!channel> <@U123|x>", "*bold* _and_ `code`", "<at>everyone</at>", "{{name}}"),
            *("'; DROP TABLE alerts; --", "\u202egnirts", "a\0b\0c", "\ud83d\ude00 name"),
            *("UCB-000001|alert|x/y", "casey/1|../../", "[link](https://evil.example)"),
        ]
    ),
)


async def everything_pressed() -> House:
    """Alerts of every sort, and every button of each."""
    at = house(customers=(replace(CASEY, address=LANE),))
    await disengaging_steps.disengaged(at, disengaging_steps.HEDGE)
    await watched(at, at.seat(FRAN))
    await is_said(at, "The zebra man casey@customer.example rang again about his ledger")
    await alerted(at, MUCH_ALIKE)
    await asha(at).press(await in_alerts(at), "This is another person")
    await asha(at).press(await in_alerts(at), "It was them after all")
    shown = await in_alerts(at)
    await asha(at).send(form(await asha(at).press(shown, "Different topic")), topic="kestrel")
    at.memory.clock.forward(hours=2)
    await alerted(at, Sought(names=(CASEY.name,), addresses=(LANE,)), means="phone")
    asked = form(await asha(at).press(await in_alerts(at), "It was a breach"))
    await asha(at).send(asked, behaviours=("abusive",), topic="ledger", narrative=steps.NARRATIVE)
    return at


async def test_no_alert_tells_a_channel_who_it_is() -> None:
    at = await everything_pressed()
    told = [m for m in at.memory.messages if m.kind is Kind.KNOWN_CONTACT]
    assert len(told) > 7
    assert not any(isinstance(m.to, Person) for m in told)
    for message in told:
        shown = await at.draw(message)
        for word in PRIVATE:
            assert word.lower() not in words(shown).lower(), shown.title


async def test_no_summary_of_a_private_answer_tells_it_either() -> None:
    at = await everything_pressed()
    for alert in at.memory.store.alerts.values():
        for action in ("alert", "alert-who"):
            shown = card(await at.talk.press(asha(at).caller(), action, alert.id))
            for word in PRIVATE:
                assert word.lower() not in shown.summary.lower()


@settings(max_examples=20, deadline=None, suppress_health_check=list(HealthCheck))
@given(name=hostile, said=hostile, where=hostile)
async def test_whatever_is_said_no_channel_reads_it(name: str, said: str, where: str) -> None:
    name, said, where = (f"Zqx{each}" for each in (name, said, where))
    at = house(customers=(replace(CASEY, name=f"Casey {name}", address=where),))
    await steps.sanctioned(at)
    await alerted(at, Sought(names=(f"Casey {name}",), emails=CASEY.emails, addresses=(where,)))
    await watched(at, at.seat(FRAN))
    await is_said(at, f"{said} casey@customer.example {where} {name}")
    joined, asked_apart = 2, 3
    assert len(at.messages(Kind.KNOWN_CONTACT)) in {joined, asked_apart}
    for shown in await at.channel_cards():
        for private in ("Zqx", "casey@customer.example"):
            assert private not in words(shown)


@settings(max_examples=30, deadline=None, suppress_health_check=list(HealthCheck))
@given(action=st.sampled_from(["alert", "alert-who", "alert-log", "alert-incident"]), value=hostile)
async def test_a_damaged_button_is_answered_kindly(action: str, value: str) -> None:
    at = house()
    shown = card(await at.talk.press(asha(at).caller(), action, value))
    assert shown.title == "That did not work"
    assert labels(shown) == []
