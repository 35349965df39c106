"""The alert of an immediate threat follows what is proposed and decided about it."""

from bot.views.card import Tone
from core.services.messages import Channel, Kind
from tests.bot.conversation import extreme_steps as to
from tests.bot.conversation.harness import card, form, house, labels, words
from tests.support.people import DANA, MORGAN


async def test_the_alert_follows_what_is_proposed_and_decided() -> None:
    at = house()
    done = await to.threatened(at)
    before = await at.latest(Kind.EXTREME_ALERT, DANA)
    assert labels(before) == ["Read and decide", "Open case"]
    await to.sanction_at_once(at, done)
    proposed = await at.latest(Kind.EXTREME_ALERT, DANA)
    assert "Asha Adviser proposed a sanction for extreme behaviour" in words(proposed)
    assert "Waiting for Dana Director" in words(proposed)
    assert "Somebody proposes what to do" not in words(proposed)
    assert labels(proposed) == ["Read and decide", "Open case"]
    asked = await to.asked_to_approve(at)
    await at.seat(DANA).send(asked, **to.CONSIDERED)
    decided = await at.latest(Kind.EXTREME_ALERT, DANA)
    assert "Approved by Dana Director" in words(decided)
    assert "Reported to the Police, reference CAD 123" in words(decided)
    assert labels(decided) == ["Record Legal or Police", "Open case"]
    assert decided.tone is Tone.INFO
    assert labels(await at.latest(Kind.EXTREME_ALERT, MORGAN)) == ["Open case"]


async def test_a_channel_learns_how_far_it_got_and_not_what_was_considered() -> None:
    at = house()
    await to.decided_at_once(at)
    [posted] = [m for m in at.messages(Kind.EXTREME_ALERT) if m.to is Channel.CUSTOMER_FOCUS][-1:]
    told = words(await at.draw(posted))
    assert "Approved by Dana Director" in told
    for private in ("Casey", "walrus", "gannet", "CAD 123"):
        assert private not in told


async def test_when_it_is_rejected_something_else_can_be_proposed() -> None:
    at = house()
    await to.sanction_at_once(at, await to.threatened(at))
    alert = await at.latest(Kind.EXTREME_ALERT, DANA)
    request = card(await at.seat(DANA).press(alert, "Read and decide"))
    rejecting = form(await at.seat(DANA).press(request, "Reject"))
    await at.seat(DANA).send(rejecting, reason="No threat at all")
    rejected = await at.latest(Kind.EXTREME_ALERT, MORGAN)
    assert "Rejected by Dana Director" in words(rejected)
    assert labels(rejected) == ["Propose sanctions", "Propose to disengage", "Open case"]


async def test_what_was_decided_before_a_new_threat_does_not_answer_it() -> None:
    at = house()
    await to.decided_at_once(at)
    at.memory.clock.forward(days=1)
    await to.threatened(at)
    again = await at.latest(Kind.EXTREME_ALERT, DANA)
    assert "Approved by" not in words(again)
    assert labels(again) == ["Read and decide", "Open case"]
    assert again.tone is Tone.DANGER
