"""Replies beneath a message, and reading a message again."""

from typing import Any

import pytest

from adapters.slack import SlackSettings
from adapters.slack.sending.courier import SlackCourier
from adapters.slack.sending.quotes import SlackQuotes
from adapters.slack.sending.waits import Waits
from adapters.slack.sending.web import Web
from bot.views.answer import QuotedMessage
from bot.views.card import Card
from bot.views.ports import Address, DeliveryFailed, Posted
from core.services.undelivered import Cause
from tests.adapters.slack.reading.test_overheard import SENT, TS
from tests.adapters.slack.sending.test_courier import message
from tests.adapters.slack.web_api import TEAM, TOKEN
from tests.adapters.slack.workspace import SECRET, Workspace

BENEATH = Address("slack", f"C1:{TS}", is_person=False)
CARD = Card("Known customer", "A customer under sanction")
Json = dict[str, Any]


async def test_a_reply_stands_beneath_the_message(place: Workspace) -> None:
    posted = await place.adapter.courier.post(BENEATH, CARD, "k1")
    sent = await place.slack.called("chat.postMessage")
    assert (sent["channel"], sent["thread_ts"]) == ("C1", TS)
    assert posted.place == "C1"
    await place.adapter.courier.redraw(posted, CARD, "k1")
    redrawn = await place.slack.called("chat.update")
    assert (redrawn["channel"], redrawn["ts"]) == ("C1", posted.message)


async def test_to_a_reply_one_replies_beneath_the_same_message(place: Workspace) -> None:
    to = Address("slack", f"C1:{TS}:1700000001.000200", is_person=False)
    await place.adapter.courier.post(to, CARD, "k1")
    assert (await place.slack.called("chat.postMessage"))["thread_ts"] == TS


async def test_what_goes_to_the_channel_goes_to_its_end(place: Workspace) -> None:
    await place.adapter.courier.post(Address("slack", "C1", is_person=False), CARD, "k1")
    assert "thread_ts" not in await place.slack.called("chat.postMessage")


async def test_a_reply_is_found_by_its_key(place: Workspace) -> None:
    place.slack.replied = [{"ts": TS, "text": "hello"}, message("key-1")]
    assert await place.adapter.courier.find(BENEATH, "key-1") == Posted("C1", "key-1.1")
    asked = await place.slack.called("conversations.replies")
    assert (asked["channel"], asked["ts"]) == ("C1", TS)
    assert await place.adapter.courier.find(BENEATH, "key-2") is None


async def test_beneath_a_message_that_is_gone_nothing_can_be_said(place: Workspace) -> None:
    place.slack.fails("chat.postMessage", "thread_not_found")
    with pytest.raises(DeliveryFailed) as failed:
        await place.adapter.courier.post(BENEATH, CARD, "k1")
    assert (failed.value.final, failed.value.cause) == (True, Cause.MESSAGE_GONE)


async def test_slack_counts_by_channel_so_all_its_replies_wait(place: Workspace) -> None:
    web = Web(SlackSettings(SECRET, TOKEN, TEAM, api_url=place.slack.url("/api/")))
    seconds = [0.0]
    courier = SlackCourier(web, "/ucb", Waits(lambda: seconds[0]))
    place.slack.fails("chat.postMessage", "ratelimited")
    waits = []
    for to in (BENEATH, Address("slack", "C1:1.2", is_person=False), BENEATH):
        with pytest.raises(DeliveryFailed) as failed:
            await courier.post(to, CARD, "k1")
        waits.append((failed.value.reason, failed.value.retry_after, failed.value.uncertain))
        seconds[0] += 10
    assert waits == [("ratelimited", after, False) for after in (30.0, 20.0, 10.0)]
    assert len(place.slack.of("chat.postMessage")) == 1
    await courier.post(Address("slack", "C2", is_person=False), CARD, "k2")
    seconds[0] = 30.0
    await courier.post(BENEATH, CARD, "k1")
    assert len(place.slack.of("chat.postMessage")) == 3


async def test_a_message_is_read_again(place: Workspace) -> None:
    told = {"ts": TS, "text": "He shouted &amp; swore", "user": "U1"}
    place.slack.history = [{"ts": "1.0", "text": "another"}, told]
    quoted = await place.adapter.quotes.quote(f"C1:{TS}")
    assert quoted == QuotedMessage("He shouted & swore", SENT)
    asked = await place.slack.called("conversations.history")
    assert (asked["channel"], asked["oldest"], asked["latest"]) == ("C1", TS, TS)
    assert asked["inclusive"] == "1"


async def test_a_reply_is_read_again(place: Workspace) -> None:
    place.slack.replied = [{"ts": "1.2", "text": "above"}, {"ts": TS, "text": "beneath"}]
    quoted = await place.adapter.quotes.quote(f"C1:1.2:{TS}")
    assert quoted == QuotedMessage("beneath", SENT)
    assert (await place.slack.called("conversations.replies"))["ts"] == "1.2"


@pytest.mark.parametrize(
    "history",
    [
        [],
        [{"ts": "1.0", "text": "another"}],
        [{"ts": TS, "text": ""}],
        [{"ts": TS, "subtype": "tombstone", "text": "This message was deleted."}],
        [{"ts": TS, "text": 7}],
    ],
)
async def test_a_message_that_is_gone_is_not_quoted(place: Workspace, history: list[Json]) -> None:
    place.slack.history = history
    assert await place.adapter.quotes.quote(f"C1:{TS}") is None


@pytest.mark.parametrize("error", ["missing_scope", "channel_not_found", "ratelimited"])
async def test_what_slack_does_not_show_is_not_quoted(place: Workspace, error: str) -> None:
    place.slack.fails("conversations.history", error)
    assert await place.adapter.quotes.quote(f"C1:{TS}") is None


async def test_a_slack_that_takes_too_long_is_not_waited_for(place: Workspace) -> None:
    place.slack.history = [{"ts": TS, "text": "late"}]
    web = Web(SlackSettings(SECRET, TOKEN, TEAM, api_url=place.slack.url("/api/")))
    assert await SlackQuotes(web, seconds=0.0).quote(f"C1:{TS}") is None


@pytest.mark.parametrize("where", ["C1", "", "C1:soon"])
async def test_no_message_no_quote(place: Workspace, where: str) -> None:
    assert await place.adapter.quotes.quote(where) is None


@pytest.mark.parametrize(
    ("error", "heard"),
    [
        ("not_in_channel", False),
        ("channel_not_found", False),
        ("ratelimited", True),
        ("internal_error", True),
    ],
)
async def test_where_we_are_no_member_we_hear_nothing(
    place: Workspace, error: str, heard: bool
) -> None:
    place.slack.fails("conversations.history", error)
    assert await place.adapter.quotes.hears("C1") is heard


async def test_to_know_whether_we_hear_a_channel_no_message_is_read(place: Workspace) -> None:
    assert await place.adapter.quotes.hears("C1") is True
    asked = await place.slack.called("conversations.history")
    assert (asked["channel"], asked["oldest"]) == ("C1", "9999999999")
