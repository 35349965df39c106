"""What colleagues read about a message that did not arrive."""

from typing import Final

import pytest

from bot.conversation.words.undelivered import CHANNELS, WATCHED, WHAT, WHY
from core.services.messages import Channel, Kind
from core.services.undelivered import Cause
from tests.bot.conversation import steps
from tests.bot.conversation.harness import house, words

OTHERS: Final = [kind for kind in Kind if kind is not Kind.UNDELIVERED]


async def drawn(**about: str) -> str:
    at = house()
    await steps.report(at)
    case = at.messages(Kind.INCIDENT_RECORDED)[0].about["case"]
    told = {"of": "approval-request", "to": "person", "cause": "blocked", "case": case}
    return words(await at.talk.draw(Kind.UNDELIVERED, {**told, **about}))


async def test_it_says_which_for_whom_where_why_and_what_to_do() -> None:
    read = await drawn(platform="teams")
    assert "A message did not arrive" in read
    assert "Case: UCB-" in read
    assert "Message: A request to decide" in read
    assert "For: The colleague who has to decide, in Teams" in read
    assert "Why: They have blocked UCB." in read
    assert "What to do: Tell them yourself, and ask them to unblock UCB." in read
    assert "Nothing is lost" in read


async def test_a_channel_is_named_by_what_it_is_for() -> None:
    read = await drawn(of="contact-alert", to="alerts", platform="slack", cause="not-found")
    assert "For: The alerts channel, in Slack" in read


async def test_a_redraw_is_told_apart() -> None:
    read = await drawn(cause="message-gone", redraw="yes")
    assert "A message could not be updated" in read
    assert "Somebody deleted the message" in read


@pytest.mark.parametrize("kind", OTHERS)
@pytest.mark.parametrize("to", ["person", *CHANNELS])
async def test_it_never_says_who(kind: str, to: str) -> None:
    read = await drawn(of=kind, to=to)
    for name in ("Asha", "Morgan", "Casey", "zebra"):
        assert name not in read


async def test_it_is_drawn_for_a_case_that_cannot_be_read_and_a_kind_of_tomorrow() -> None:
    read = await drawn(case="gone", of="of-tomorrow")
    assert "Message: A message" in read
    assert "For: A colleague" in read


def test_every_cause_and_every_channel_has_its_words() -> None:
    assert set(WHY) == set(Cause)
    assert set(WHAT) == set(OTHERS)
    assert set(CHANNELS) == {*Channel, WATCHED}
