"""Outbox messages: posted once, redrawn in place, found again, and every refusal named."""

from collections.abc import Callable
from typing import Any

import pytest
from aiohttp import web

from adapters.slack import SlackAdapter, SlackSettings
from adapters.slack.sending.faults import delivery_failed
from bot.views.card import Button, Card, Paragraph
from bot.views.ports import Address, DeliveryFailed, Posted
from core.services.undelivered import Cause
from tests.adapters.slack.limits_check import check_message, words
from tests.adapters.slack.web_api import BOT, TEAM, TOKEN
from tests.adapters.slack.workspace import LONDON, SECRET, Workspace
from tests.support.scripted_talk import ScriptedTalk

CHANNEL = Address("slack", "C1", is_person=False)
PERSON = Address("slack", "U7", is_person=True)
CARD = Card("Decision", "A decision is needed", (Paragraph("<!here>"),), (Button("a", "Yes"),))


async def test_a_card_is_posted_inert_with_its_key(place: Workspace) -> None:
    posted = await place.adapter.courier.post(CHANNEL, CARD, "key-1")
    sent = await place.slack.called("chat.postMessage")
    check_message(sent)
    assert posted.place == "C1"
    assert sent["channel"] == "C1"
    assert sent["metadata"] == {"event_type": "ucb_message", "event_payload": {"key": "key-1"}}
    assert (sent["parse"], sent["link_names"], sent["mrkdwn"]) == ("none", False, False)
    assert (sent["unfurl_links"], sent["unfurl_media"]) == (False, False)
    assert place.slack.calls[-1].token == TOKEN


async def test_a_person_is_written_to_in_their_direct_conversation(place: Workspace) -> None:
    first = await place.adapter.courier.post(PERSON, CARD, "key-1")
    await place.adapter.courier.post(PERSON, CARD, "key-2")
    assert first.place == "DU7"
    assert [call["users"] for call in place.slack.of("conversations.open")] == ["U7"]


async def test_a_message_is_redrawn_in_place(place: Workspace) -> None:
    card = Card("Approved", "It was approved")
    await place.adapter.courier.redraw(Posted("C1", "17.1"), card, "key-1")
    sent = await place.slack.called("chat.update")
    assert (sent["channel"], sent["ts"]) == ("C1", "17.1")
    assert words(sent["blocks"]) == "ℹ️ Approved"
    assert sent["metadata"]["event_payload"] == {"key": "key-1"}


def message(key: str, **other: Any) -> dict[str, Any]:
    metadata = {"event_type": "ucb_message", "event_payload": {"key": key}}
    return {"ts": f"{key}.1", "bot_id": BOT, "metadata": metadata, **other}


async def test_a_message_is_found_by_its_key(place: Workspace) -> None:
    place.slack.history = [{"ts": "1.0", "text": "hello"}, message("key-2"), message("key-1")]
    assert await place.adapter.courier.find(CHANNEL, "key-1") == Posted("C1", "key-1.1")
    assert await place.adapter.courier.find(PERSON, "key-2") == Posted("DU7", "key-2.1")
    assert await place.adapter.courier.find(CHANNEL, "key-3") is None


async def test_another_apps_message_with_our_key_is_not_ours(place: Workspace) -> None:
    place.slack.history = [message("key-1", bot_id="BOTHER")]
    assert await place.adapter.courier.find(CHANNEL, "key-1") is None


async def test_only_some_pages_are_looked_through(place: Workspace) -> None:
    page = {"ok": True, "messages": [], "response_metadata": {"next_cursor": "more"}}
    place.slack.replies["conversations.history"].extend([page] * 9)
    assert await place.adapter.courier.find(CHANNEL, "key-1") is None
    assert len(place.slack.of("conversations.history")) == 3


async def failure(place: Workspace) -> DeliveryFailed:
    with pytest.raises(DeliveryFailed) as caught:
        await place.adapter.courier.post(CHANNEL, CARD, "key-1")
    assert TOKEN not in str(caught.value) + repr(caught.value.__context__)
    assert len(place.slack.of("chat.postMessage")) == 1
    return caught.value


@pytest.mark.parametrize(
    ("error", "cause"),
    [
        ("channel_not_found", Cause.NOT_FOUND),
        ("not_in_channel", Cause.NOT_A_MEMBER),
        ("is_archived", Cause.NOT_FOUND),
        ("user_not_found", Cause.PERSON_GONE),
        ("missing_scope", Cause.NOT_ALLOWED),
        ("message_not_found", Cause.MESSAGE_GONE),
        ("invalid_blocks", Cause.NOT_TAKEN),
        ("msg_blocks_too_long", Cause.NOT_TAKEN),
    ],
)
async def test_what_trying_again_cannot_mend_is_final_and_says_why(
    place: Workspace, error: str, cause: Cause
) -> None:
    place.slack.fails("chat.postMessage", error)
    failed = await failure(place)
    assert (failed.reason, failed.final, failed.uncertain) == (error, True, False)
    assert failed.cause is cause


@pytest.mark.parametrize("error", ["account_inactive", "invalid_auth", "token_revoked"])
async def test_a_refused_token_is_a_pause_and_names_the_setting(
    place: Workspace, error: str
) -> None:
    place.slack.fails("chat.postMessage", error)
    failed = await failure(place)
    assert (failed.reason, failed.final, failed.uncertain) == (error, False, False)
    assert (failed.retry_after, failed.check) == (60.0, "SLACK_BOT_TOKEN")


@pytest.mark.parametrize("error", ["fatal_error", "internal_error"])
async def test_what_slack_half_did_is_uncertain(place: Workspace, error: str) -> None:
    place.slack.fails("chat.postMessage", error)
    failed = await failure(place)
    assert (failed.reason, failed.final, failed.uncertain) == (error, False, True)


async def test_a_passing_refusal_is_tried_again(place: Workspace) -> None:
    place.slack.fails("chat.postMessage", "service_unavailable")
    failed = await failure(place)
    assert (failed.reason, failed.final, failed.uncertain) == ("service_unavailable", False, False)


@pytest.mark.parametrize(
    ("headers", "wait"), [({"Retry-After": "17"}, 17.0), ({}, 30.0), ({"Retry-After": "x"}, 30.0)]
)
async def test_slack_says_how_long_to_wait(
    place: Workspace, headers: dict[str, str], wait: float
) -> None:
    refused = {"ok": False, "error": "ratelimited"}
    place.slack.replies["chat.postMessage"].append(
        lambda: web.json_response(refused, status=429, headers=headers)
    )
    failed = await failure(place)
    assert (failed.reason, failed.retry_after, failed.final) == ("ratelimited", wait, False)
    assert not failed.uncertain


def broken(request_text: str, kind: str, status: int) -> Callable[[], web.StreamResponse]:
    return lambda: web.Response(text=request_text, content_type=kind, status=status)


@pytest.mark.parametrize(
    ("reply", "reason", "uncertain"),
    [
        (broken("<html>", "text/html", 503), "http-503", True),
        (broken("busy", "text/plain", 502), "http-502", True),
        (broken("", "application/json", 500), "http-500", True),
        (broken("too many", "text/plain", 429), "ratelimited", False),
        (broken("fine", "text/plain", 200), "AttributeError", True),
        (broken("{", "application/json", 200), "http-200", True),
    ],
)
async def test_answers_that_are_none_leave_it_uncertain(
    place: Workspace, reply: Callable[[], web.StreamResponse], reason: str, uncertain: bool
) -> None:
    place.slack.replies["chat.postMessage"].append(reply)
    failed = await failure(place)
    assert (failed.reason, failed.uncertain, failed.final) == (reason, uncertain, False)


class Vanishing(web.Response):
    """Closes the connection instead of answering."""

    async def prepare(self, request: web.BaseRequest) -> None:
        assert request.transport
        request.transport.close()
        raise ConnectionResetError


async def test_a_connection_lost_while_posting_leaves_it_uncertain(place: Workspace) -> None:
    place.slack.replies["chat.postMessage"].append(lambda: Vanishing())
    failed = await failure(place)
    assert (failed.reason, failed.uncertain) == ("connection", True)


async def test_a_slack_that_cannot_be_reached_was_certainly_not_told() -> None:
    settings = SlackSettings(SECRET, TOKEN, TEAM, api_url="http://127.0.0.1:9/api/")
    adapter = SlackAdapter(settings, ScriptedTalk(), LONDON)
    await adapter.start()
    with pytest.raises(DeliveryFailed) as caught:
        await adapter.courier.post(CHANNEL, CARD, "key-1")
    await adapter.close()
    assert (caught.value.reason, caught.value.uncertain) == ("connection", False)


@pytest.mark.parametrize("error", ["message_not_found", "cant_update_message", "channel_not_found"])
async def test_a_message_that_is_gone_cannot_be_redrawn(place: Workspace, error: str) -> None:
    place.slack.fails("chat.update", error)
    with pytest.raises(DeliveryFailed) as caught:
        await place.adapter.courier.redraw(Posted("C1", "1.1"), CARD, "key-1")
    assert (caught.value.reason, caught.value.final) == (error, True)


async def test_redrawing_twice_does_no_harm_so_it_is_never_uncertain(place: Workspace) -> None:
    place.slack.fails("chat.update", "internal_error")
    with pytest.raises(DeliveryFailed) as caught:
        await place.adapter.courier.redraw(Posted("C1", "1.1"), CARD, "key-1")
    assert (caught.value.uncertain, caught.value.final) == (False, False)


async def test_a_person_who_cannot_be_written_to_is_named_by_reason(place: Workspace) -> None:
    place.slack.fails("conversations.open", "user_not_found")
    with pytest.raises(DeliveryFailed) as caught:
        await place.adapter.courier.post(PERSON, CARD, "key-1")
    assert (caught.value.reason, caught.value.final) == ("user_not_found", True)
    assert not place.slack.of("chat.postMessage")


async def test_searching_without_the_scope_is_final(place: Workspace) -> None:
    place.slack.fails("conversations.history", "missing_scope")
    with pytest.raises(DeliveryFailed) as caught:
        await place.adapter.courier.find(CHANNEL, "key-1")
    assert (caught.value.reason, caught.value.final) == ("missing_scope", True)


@pytest.mark.parametrize("posting", [True, False])
def test_a_time_limit_reached_is_uncertain_when_posting(posting: bool) -> None:
    failed = delivery_failed(TimeoutError(), posting=posting)
    assert (failed.reason, failed.uncertain, failed.final) == ("timeout", posting, False)


def test_settings_show_no_secret() -> None:
    settings = SlackSettings(SECRET, TOKEN, TEAM, app_token="xapp-made-up")
    shown = repr(settings)
    assert SECRET not in shown
    assert TOKEN not in shown
    assert "xapp-made-up" not in shown
