"""Messages are drawn from the case as it stands at that moment."""

import pytest

from bot.conversation.cards.painter import DRAWERS
from bot.views.card import Tone
from bot.views.form import Value
from core.services.messages import Channel, Kind
from core.vocabulary.refusal import Refused
from tests.bot.conversation import steps
from tests.bot.conversation.harness import House, form, house, labels, words
from tests.support.people import ASHA, DEVI, MORGAN


def test_every_kind_is_drawn() -> None:
    of_alerts = {Kind.KNOWN_CONTACT, Kind.ALERT_REMINDER}
    assert set(DRAWERS) == set(Kind) - {Kind.UNDELIVERED} - of_alerts


async def test_a_case_that_is_not_there_is_refused() -> None:
    with pytest.raises(Refused):
        await house().talk.draw(Kind.SANCTION_NOTICE, {"case": "gone"})


async def test_a_request_says_why_it_was_sent_up_the_line() -> None:
    """Morgan proposes for a case of their own team, so the next above decides."""
    at = house()
    await steps.report(at)
    morgan = at.seat(MORGAN)
    asked = form(await morgan.say("warn CUS-000001"))
    await morgan.send(asked, explanation="Rude", request="Be kind")
    request = await at.latest(Kind.APPROVAL_REQUEST, DEVI)
    assert "the next in the line of management above Asha Adviser" in words(request)
    assert labels(request) == ["Approve", "Reject", "Ask for more information"]


async def test_the_buttons_go_from_those_who_may_not_decide() -> None:
    at = house()
    await steps.report(at)
    await steps.propose_warning(at)
    message = at.messages(Kind.APPROVAL_REQUEST, MORGAN)[-1]
    about = {**message.about, "for": ASHA.id}
    assert labels(await at.talk.draw(message.kind, about)) == []


async def what_next(at: House) -> tuple[str, list[str]]:
    card = await at.latest(Kind.INCIDENT_RECORDED, ASHA)
    return words(card), labels(card)


async def test_the_reporter_is_told_the_next_step_of_the_policy() -> None:
    at = house()
    await steps.report(at)
    told, offered = await what_next(at)
    assert "Propose a warning; a second person decides" in told
    assert offered == ["Propose a warning", "Open case"]

    await steps.propose_warning(at)
    told, offered = await what_next(at)
    assert "already has a proposal of a warning. Waiting for Morgan Manager (Manager)" in told
    assert offered == ["Open case"]

    await steps.approve(at)
    told, offered = await what_next(at)
    assert "Tell the customer" in told
    assert offered == ["I have told the customer", "Open case"]

    at.memory.clock.forward(hours=1)
    await steps.tell_customer(at)
    told, offered = await what_next(at)
    assert "watch how contact goes now" in told
    assert offered == ["Open case"]

    at.memory.clock.forward(days=40)
    await steps.report(at)
    told, offered = await what_next(at)
    assert "We watched until Monday 31 March 2025" in told
    assert offered == ["Propose sanctions", "Open case"]


async def test_many_incidents_are_quoted_as_far_as_there_is_room() -> None:
    at = house()
    for number in range(6):
        await steps.report(at, narrative=f"<{number}> {'word ' * 300}")
    await steps.propose_warning(at)
    request = words(await at.latest(Kind.APPROVAL_REQUEST, MORGAN))
    assert "<5>" in request
    assert "<1>" not in request
    assert "The timeline has 2 older incidents and every word in full" in request
    assert len(request) < 6000


async def test_a_notice_of_several_sanctions_counts_them() -> None:
    at = house()
    await steps.warned(at)
    await steps.report(at)
    asha = at.seat(ASHA)
    first = form(await asha.say("propose CUS-000001"))
    second = form(await asha.submit(first, sanctions=("specified-form", "third-party")))
    terms: dict[str, Value] = {
        "specified-form.means": ("letter",),
        "third-party.details": "Sister Secret",
    }
    await asha.send(second, **steps.WHY, **terms)
    waiting = await at.latest(Kind.APPROVAL_NOTICE)
    assert waiting.title == "UCB-000001: a combination of 2 sanctions waits for a decision"
    await steps.approve(at)
    notice = await at.latest(Kind.SANCTION_NOTICE)
    assert notice.title == "UCB-000001: 2 sanctions in force"
    assert "Sister" not in words(notice)
    assert "2 customers" not in words(notice)


async def test_a_reminder_drawn_after_the_review_says_that_it_is_done() -> None:
    at = house()
    await steps.sanctioned(at)
    at.memory.clock.forward(days=77)
    await steps.remind(at)
    message = next(m for m in at.messages(Kind.REMINDER) if m.to is Channel.REVIEWS)
    ahead = await at.draw(message)
    assert "due in 14 days" in words(ahead)
    assert ahead.tone is Tone.CAUTION
    at.memory.clock.forward(days=20)
    assert "is overdue" in words(await at.draw(message))

    asha = at.seat(ASHA)
    asked = form(await asha.press(await asha.sees("reviews"), "Review"))
    await asha.send(asked, outcome="keep", reasons="Still loud")
    await steps.approve(at)
    kept = await at.draw(message)
    assert "The review has been done. The next one is on" in words(kept)
    assert labels(kept) == []

    asked = form(await asha.press(await asha.sees("reviews"), "Review"))
    await asha.send(asked, outcome="lift", reasons="Calm")
    await steps.approve(at)
    assert "The sanction has been lifted" in words(await at.draw(message))
