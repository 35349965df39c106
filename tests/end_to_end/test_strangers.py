"""Requests that nobody welcome sent: a clear answer, and nothing is written."""

import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final
from urllib.parse import urlencode

import pytest

from adapters.playground.signing import signed_headers
from bot.app.made_up import TEAM
from tests.end_to_end import steps
from tests.end_to_end.chat import Chat, opened_chat
from tests.end_to_end.cloud import SIGNING_SECRET, TOKEN
from tests.end_to_end.front import Json, Taken
from tests.end_to_end.ledger import all_said, entries
from tests.end_to_end.slack_parts import words_of
from tests.end_to_end.slack_seat import NotTaken
from tests.end_to_end.weather import answered
from tests.support.databases import behind_its_back
from tests.support.log_book import log_book

SIX_MINUTES: Final = 360
CANARIES: Final = (
    "zebra",
    "Casey",
    "customer.example",
    SIGNING_SECRET,
    TOKEN,
    "Traceback",
    'File "',
)

Headers = Callable[[bytes], dict[str, str]]
FORGED: Final[dict[str, Headers]] = {
    "another secret": lambda body: signed_headers("guessed", int(time.time()), body),
    "another body": lambda body: signed_headers(SIGNING_SECRET, int(time.time()), body + b"&a=b"),
    "of long ago": lambda body: signed_headers(
        SIGNING_SECRET, int(time.time()) - SIX_MINUTES, body
    ),
    "of the future": lambda body: signed_headers(
        SIGNING_SECRET, int(time.time()) + SIX_MINUTES, body
    ),
    "no signature": lambda _: {"X-Slack-Signature": ""},
    "no time": lambda _: {"X-Slack-Request-Timestamp": "soon"},
}
MALFORMED: Final = {
    "no JSON": urlencode({"payload": "{zebra"}),
    "no object": urlencode({"payload": "[1, 2]"}),
    "deeply nested": urlencode({"payload": "[" * 100_000}),
    "nothing": "",
    "an unknown kind": urlencode({"payload": '{"type": "zebra"}'}),
    "no person": urlencode({"payload": '{"type": "view_submission", "view": {}}'}),
    "of the wrong shape": urlencode({"payload": '{"type": "block_actions", "user": "zebra"}'}),
    "a command of nobody": "command=%2Fucb&text=zebra",
}
UNWELCOME: Final[dict[str, dict[str, Any]]] = {
    "a guest": {"is_restricted": True},
    "a guest of one channel": {"is_ultra_restricted": True},
    "a bot": {"is_bot": True},
    "someone of another workspace": {"team_id": "T0ELSEWHERE"},
    "someone who has left": {"deleted": True},
}


@pytest.mark.parametrize("headers", FORGED.values(), ids=FORGED.keys())
async def test_a_request_that_is_not_signed_by_slack_now_is_refused(
    sqlite_url: str, tmp_path: Path, headers: Headers
) -> None:
    with log_book((SIGNING_SECRET, TOKEN)) as log:
        async with opened_chat(sqlite_url, tmp_path) as chat:
            report = await held_back_report(chat)
            reply = await chat.cloud.front.send(report, headers(report.body))
            assert (reply.status, reply.body) == (401, "")
            nothing_is_written(chat)
            await the_true_one_is_kept(chat, report)
        tells_nothing(log.getvalue())


@pytest.mark.parametrize("body", MALFORMED.values(), ids=MALFORMED.keys())
async def test_a_signed_request_that_makes_no_sense_is_refused(
    sqlite_url: str, tmp_path: Path, body: str
) -> None:
    with log_book((SIGNING_SECRET, TOKEN)) as log:
        async with opened_chat(sqlite_url, tmp_path) as chat:
            report = await held_back_report(chat)
            reply = await chat.cloud.front.send(Taken(body.encode()))
            assert (reply.status, reply.body) == (400, "")
            nothing_is_written(chat)
            await the_true_one_is_kept(chat, report)
        tells_nothing(log.getvalue())


async def test_what_is_no_text_at_all_is_refused(sqlite_url: str, tmp_path: Path) -> None:
    async with opened_chat(sqlite_url, tmp_path) as chat:
        for body in (b"\xff\xfe\x00", b"payload=%FF%FE"):
            reply = await chat.cloud.front.send(Taken(body))
            assert (reply.status, reply.body) == (400, "")
        reply = await chat.cloud.front.send(Taken(b"{zebra", "application/json"))
        assert (reply.status, reply.body) == (400, "")


async def test_another_workspace_is_not_served(sqlite_url: str, tmp_path: Path) -> None:
    async with opened_chat(sqlite_url, tmp_path) as chat:
        report = await held_back_report(chat)
        for change in (elsewhere, person_elsewhere):
            reply = await chat.cloud.front.send(report.with_payload(change))
            assert reply.status == 200
            told = words_of(reply.shown["view"]["blocks"])
            assert "serves colleagues in its own workspace only" in told
            nothing_is_written(chat)
        await the_true_one_is_kept(chat, report)


@pytest.mark.parametrize("who", UNWELCOME.values(), ids=UNWELCOME.keys())
async def test_only_full_colleagues_are_answered(
    sqlite_url: str, tmp_path: Path, who: dict[str, Any]
) -> None:
    async with opened_chat(sqlite_url, tmp_path) as chat:
        sam = chat.hand("USAM")
        known = {"id": "USAM", "team_id": TEAM, "profile": {"email": "sam@playground.example"}}
        chat.cloud.weather.brings(answered(user={**known, **who}), "users.info", to="USAM")
        for command in ("help", "report", f"check {steps.MAIL}"):
            await sam.command(command)
        await sam.sees("direct", "Only colleagues with a full account")
        report = (await held_back_report(chat)).with_payload(as_sam)
        reply = await chat.cloud.front.send(report)
        assert reply.status == 200
        assert "Only colleagues with a full account" in words_of(reply.shown["view"]["blocks"])
        nothing_is_written(chat)


async def test_a_newcomer_is_told_how_to_be_added(sqlite_url: str, tmp_path: Path) -> None:
    async with opened_chat(sqlite_url, tmp_path) as chat:
        newcomer = chat.hand("UNIA")
        await newcomer.command("report")
        await newcomer.sees("direct", "I do not know you yet", "ucb staff import")
        report = (await held_back_report(chat)).with_payload(as_newcomer)
        reply = await chat.cloud.front.send(report)
        assert "ucb staff import" in reply.body
        nothing_is_written(chat)


async def held_back_report(chat: Chat) -> Taken:
    """A good report that Slack has not sent yet."""
    adviser, front = chat.hand("UASHA"), chat.cloud.front
    await adviser.command("report")
    await adviser.fill({**steps.NEW_CUSTOMER, **steps.incident()})
    front.blocked = "view_submission"
    with pytest.raises(NotTaken):
        await adviser.submit()
    front.blocked = ""
    return front.taken[-1]


async def the_true_one_is_kept(chat: Chat, report: Taken) -> None:
    reply = await chat.cloud.front.send(report)
    assert (reply.status, reply.body) == (200, "")
    assert entries(chat.database_url)["incident-reported"] == 1
    await all_said(chat.database_url, chat.cloud)


def nothing_is_written(chat: Chat) -> None:
    assert entries(chat.database_url) == {}
    for table in ("outbox", "customers", "case_summaries"):
        assert behind_its_back(chat.database_url, f"SELECT * FROM {table}") == []  # noqa: S608


def tells_nothing(log: str) -> None:
    assert [canary for canary in CANARIES if canary in log] == []


def elsewhere(payload: Json) -> None:
    payload["team"]["id"] = "T0ELSEWHERE"


def person_elsewhere(payload: Json) -> None:
    payload["user"]["team_id"] = "T0ELSEWHERE"


def as_sam(payload: Json) -> None:
    payload["user"]["id"] = "USAM"


def as_newcomer(payload: Json) -> None:
    payload["user"]["id"] = "UNIA"
