"""The company's cloud fails in every way it can while the story goes on."""

import itertools
from collections.abc import Iterable
from pathlib import Path

import pytest
from aiohttp import web

from tests.end_to_end import steps
from tests.end_to_end.chat import opened_chat
from tests.end_to_end.ledger import all_said, entries, eventually, parked, waiting
from tests.end_to_end.slack_parts import words_of
from tests.end_to_end.story import tell
from tests.end_to_end.weather import (
    DELIVERING,
    RESPONSE,
    Fault,
    Handler,
    broken,
    cut,
    rate_limited,
    refused,
)

FAULTS = {
    "429": rate_limited(0),
    "429 for a second": rate_limited(1),
    "500 before it took effect": broken(arrives=False),
    "500 after it took effect": broken(arrives=True),
    "reset before it took effect": cut(arrives=False),
    "reset after it took effect": cut(arrives=True),
    "an internal error in Slack's own words": refused("internal_error"),
}


@pytest.mark.parametrize("fault", FAULTS.values(), ids=FAULTS.keys())
async def test_no_message_is_lost_or_doubled_when_the_first_call_of_each_kind_fails(
    database_url: str, tmp_path: Path, fault: Fault
) -> None:
    async with opened_chat(database_url, tmp_path) as chat:
        for method in DELIVERING:
            chat.cloud.weather.brings(fault, method, times=1)
        await steps.up_to_a_sanction(chat.hand("UASHA"), chat.hand("UMORGAN"))
        await chat.hand("UFRANKIE").sees("contact-alerts", "1 sanction in force")
        await all_said(database_url, chat.cloud)
        assert parked(database_url) == {}


@pytest.mark.parametrize("arrives", [True, False], ids=["took effect", "had no effect"])
async def test_a_call_that_is_never_answered_is_given_up_and_looked_for(
    database_url: str, tmp_path: Path, *, arrives: bool
) -> None:
    async with opened_chat(database_url, tmp_path) as chat:
        silence = chat.cloud.weather.silence("chat.postMessage", arrives=arrives)
        await steps.reports_somebody_new(chat.hand("UASHA"))
        await silence.falls()
        await eventually(lambda: waiting(database_url) == 0)
        await all_said(database_url, chat.cloud)
        assert len(chat.cloud.weather.of("chat.postMessage")) == (1 if arrives else 2)


async def test_the_whole_story_in_bad_weather(database_url: str, tmp_path: Path) -> None:
    async with opened_chat(database_url, tmp_path) as chat:
        quick = [fault for name, fault in FAULTS.items() if name != "429 for a second"]
        chat.cloud.weather.brings(in_turn(quick), *DELIVERING)
        await tell(chat.cast())
        await all_said(database_url, chat.cloud)
        assert parked(database_url) == {}
        assert (await chat.bot.house.storage.verify()).ok


async def test_a_channel_that_is_not_there_is_parked_and_stops_nothing_else(
    database_url: str, tmp_path: Path
) -> None:
    async with opened_chat(database_url, tmp_path) as chat:
        chat.cloud.weather.brings(refused("channel_not_found"), *DELIVERING, to="CFOCUS")
        adviser, manager, focus = map(chat.hand, ("UASHA", "UMORGAN", "UFRANKIE"))
        await steps.reports_somebody_new(adviser)
        await steps.proposes_a_warning(adviser)
        await steps.approves(manager, "a warning")
        await adviser.sees("direct", "Tell the customer")
        await all_said(database_url, chat.cloud)
        assert set(parked(database_url).values()) == {"channel_not_found", "original-parked"}
        assert [m for m in chat.cloud.standing() if m.channel == "CFOCUS"] == []

        chat.cloud.weather.clears()
        outbox, clock = chat.bot.house.storage.outbox, chat.cloud.clock
        refused_there = [p for p in await outbox.parked() if p.reason == "channel_not_found"]
        for parcel in refused_there:
            assert parcel.address
            assert parcel.address.place == "CFOCUS"
            assert await outbox.retry(parcel.key, clock.now())
        told = await focus.sees("customer-focus", "a warning was approved")
        assert "waits for a decision" not in told
        await all_said(database_url, chat.cloud)
        assert parked(database_url) == {}


async def test_a_form_that_cannot_be_opened_is_told_and_can_be_asked_for_again(
    database_url: str, tmp_path: Path
) -> None:
    async with opened_chat(database_url, tmp_path) as chat:
        adviser = chat.hand("UASHA")
        chat.cloud.weather.brings(broken(arrives=False), "views.open", times=1)
        await adviser.command("report")
        await adviser.sees("direct", "Slack did not let us show you the answer")
        await steps.reports_somebody_new(adviser)
        await adviser.sees("direct", "The incident is recorded")
        assert entries(database_url)["incident-reported"] == 1


async def test_who_cannot_be_checked_is_not_let_in_and_nothing_is_lost(
    database_url: str, tmp_path: Path
) -> None:
    async with opened_chat(database_url, tmp_path) as chat:
        adviser = chat.hand("UASHA")
        chat.cloud.weather.brings(refused("internal_error"), "users.info", times=1)
        await adviser.command("report")
        await adviser.sees("direct", "could not check with Slack who you are")
        await steps.reports_somebody_new(adviser)
        await adviser.sees("direct", "The incident is recorded")


async def test_an_answer_finds_another_way(database_url: str, tmp_path: Path) -> None:
    async with opened_chat(database_url, tmp_path) as chat:
        adviser, weather = chat.hand("UASHA"), chat.cloud.weather
        weather.brings(broken(arrives=False), RESPONSE, times=1)
        await adviser.command("help")
        await adviser.sees("direct", "Hello Asha Adviser")
        (call,) = weather.of("chat.postMessage")
        assert call["channel"] == "UASHA"
        assert "Hello Asha Adviser" in words_of(call["blocks"])


def in_turn(faults: Iterable[Fault]) -> Fault:
    """Every other call goes wrong, each time in another way."""
    coming = itertools.cycle([*itertools.chain.from_iterable((fault, well) for fault in faults)])

    async def fault(request: web.Request, handler: Handler) -> web.StreamResponse:
        return await next(coming)(request, handler)

    return fault


async def well(request: web.Request, handler: Handler) -> web.StreamResponse:
    return await handler(request)
