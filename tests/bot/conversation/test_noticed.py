"""What happened when a known customer made contact: logged, reported, judged, once."""

from datetime import timedelta

import pytest

from bot.views.card import Tone
from bot.views.form import MomentField
from core.alert.events import Settled
from core.services.messages import Kind
from tests.bot.conversation import disengaging_steps, steps
from tests.bot.conversation.alert_steps import (
    ANOTHER,
    BREACH,
    LOG,
    TOPIC,
    WHO,
    alerted,
    asha,
    in_alerts,
    now,
)
from tests.bot.conversation.harness import (
    House,
    card,
    field_of,
    form,
    house,
    labels,
    words,
)
from tests.support.people import MORGAN, OLU


async def test_what_happened_is_logged_with_what_is_known_filled_in(at: House) -> None:
    alert = await alerted(at, means="phone")
    asked = form(await asha(at).press(await in_alerts(at), LOG))
    given = {each.name: getattr(each, "value", None) for each in asked.fields}
    assert given["means"] == "phone"
    assert given["occurred_at"] == alert.last_at.replace(second=0, microsecond=0)
    for _ in range(2):
        answer = card(await asha(at).submit(asked, "once", topic="invoice", note=steps.NOTE))
    assert answer.title == "This contact may not happen now"
    settled = now(at, alert)
    assert settled.settled is Settled.LOGGED
    case = await at.talk._office.service.case(alert.case)
    assert [c.no for c in case.contacts] == [settled.entry]
    shown = await in_alerts(at)
    assert f"{alert.reference}: what happened is logged" == shown.title
    assert shown.tone is Tone.GOOD
    (said,) = [each for each in words(shown).splitlines() if "logged what" in each]
    assert said.startswith("On ")
    assert said.endswith(
        f" Asha Adviser logged what happened (entry {settled.entry} of the timeline)."
    )
    assert labels(shown) == ["Open case"]
    assert at.messages(Kind.CONTACT_ALERT) == []


async def test_a_clock_ahead_of_ours_does_not_spoil_what_is_filled_in(at: House) -> None:
    await alerted(at, at=at.now + timedelta(minutes=4))
    for label in (LOG, BREACH):
        asked = form(await asha(at).press(await in_alerts(at), label))
        (when,) = [f.value for f in asked.fields if isinstance(f, MomentField)]
        assert when
        assert when <= at.now


async def test_a_breach_is_an_incident_of_that_customer(at: House) -> None:
    alert = await alerted(at, means="phone")
    asked = form(await asha(at).press(await in_alerts(at), BREACH))
    assert "Casey Customer (CUS-000001)" in words(asked)
    assert "the clear time" not in words(asked)
    for _ in range(2):
        await asha(at).submit(
            asked, "once", behaviours=("abusive",), topic="grant", narrative="Rang again."
        )
    settled = now(at, alert)
    assert settled.settled is Settled.BREACH
    case = await at.talk._office.service.case(alert.case)
    assert case.incidents[-1].no == settled.entry
    assert case.incidents[-1].means == "phone"
    shown = await in_alerts(at)
    assert (shown.title, shown.tone) == (f"{alert.reference}: a breach was reported", Tone.CAUTION)
    assert "reported it as an incident" in words(await in_alerts(at))


async def test_a_polite_breach_needs_no_behaviour_of_the_annex(at: House) -> None:
    alert = await alerted(at, means="phone")
    asked = form(await asha(at).press(await in_alerts(at), BREACH))
    kinds = field_of(asked, "behaviours")
    assert not kinds.required
    assert "Choose none if they broke what was in force, and nothing more." in kinds.hint
    missing = await asha(at).submit(asked, behaviours=(), topic="", narrative="")
    assert set(getattr(missing, "fields", {})) == {"topic", "narrative"}
    await asha(at).submit(asked, topic="grant", narrative="Rang politely.", behaviours=())
    assert now(at, alert).settled is Settled.BREACH
    told = words(await asha(at).sees("timeline UCB-000001"))
    assert "Incident reported: breach of what was in force, by telephone, on " in told


async def test_a_settled_alert_says_who_did_what_and_loses_nothing_typed(at: House) -> None:
    await alerted(at)
    pressed = await in_alerts(at)
    asked = form(await at.seat(OLU).press(pressed, LOG))
    await asha(at).send(form(await asha(at).press(pressed, LOG)), topic="invoice")
    late = await at.seat(OLU).submit(asked, topic="my long words")
    assert "Asha Adviser logged it already" in getattr(late, "general", "")
    for label in (LOG, BREACH):
        told = card(await at.seat(OLU).press(pressed, label))
        assert "Asha Adviser logged what happened" in words(told)
        assert labels(told) == ["Open case"]
    no = card(await at.seat(OLU).press(pressed, ANOTHER))
    assert "Asha Adviser logged it already" in words(no)


async def test_a_form_without_what_it_needs_says_so(at: House) -> None:
    await alerted(at)
    asked = form(await asha(at).press(await in_alerts(at), LOG))
    missing = await asha(at).submit(asked, means=None)
    assert set(getattr(missing, "fields", {})) == {"means", "topic"}


async def test_an_alert_that_is_gone_is_told_kindly(at: House) -> None:
    for action in ("alert", "alert-who", "alert-log", "alert-confirm", "alert-apart"):
        answer = card(await at.talk.press(asha(at).caller(), action, "gone"))
        assert answer.title == "That did not work"


@pytest.mark.parametrize("topics", [(disengaging_steps.HEDGE,), ()])
async def test_a_different_topic_is_logged_and_judged_in_one_go(topics: tuple[str, ...]) -> None:
    at = house()
    await disengaging_steps.disengaged(at, *topics)
    at.memory.clock.forward(hours=1)
    alert = await alerted(at, means="letter")
    shown = await in_alerts(at)
    assert labels(shown) == [LOG, BREACH, TOPIC, WHO, ANOTHER]
    assert "Hedge" not in words(shown)
    asked = form(await asha(at).press(shown, TOPIC))
    assert ("Disengaged on “Hedge removal”." in words(asked)) == bool(topics)
    for _ in range(2):
        answer = card(await asha(at).submit(asked, "once", topic="Bats"))
    told = words(answer)
    if topics:
        assert "Answered as usual. The topic: a wholly different topic." in told
        assert "Answer it as you would for anyone" in told
        assert "Then do not answer" not in told, "the topic is judged already"
        assert "You can answer in this form." in told, "the sanction is in force too"
        assert at.messages(Kind.CONTACT_QUESTION) == []
    else:
        assert "A manager decides. The topic: a wholly different topic." in told
        assert "Morgan Manager has been asked. Do not answer before they decide." in told
        assert "You can answer" not in told, "a complete disengagement comes before the sanction"
        assert "allows nothing now: we disengaged completely" in told
        assert len(at.messages(Kind.CONTACT_QUESTION, MORGAN)) == 1
    case = await at.talk._office.service.case(alert.case)
    assert len(case.contacts) == 1
    assert now(at, alert).settled is Settled.LOGGED
