"""Whatever people type: a clear answer, and what they had typed is kept."""

import json
import re
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any, Final

import pytest

from tests.end_to_end import steps
from tests.end_to_end.chat import Chat, opened_chat
from tests.end_to_end.front import Json
from tests.end_to_end.ledger import all_said, entries
from tests.end_to_end.weather import RESPONSE

SAYING: Final = (
    "chat.postMessage",
    "chat.update",
    "chat.postEphemeral",
    "views.open",
    "views.push",
    "views.update",
    RESPONSE,
)
NASTY: Final = {
    "mentions": "<!channel> <!here> <!subteam^S1> <@UMORGAN> <#CFOCUS>",
    "links": "<https://bad.example|your bank> https://bad.example mailto:a@bad.example",
    "Markdown": "*bold* _slanted_ ~struck~ `code` ```block``` > quote",
    "entities": "&lt;!channel&gt; &amp;lt; &#60;!here&#62;",
    "emoji": "🦓 👩‍👩‍👧‍👦 🏳️‍🌈 :zebra: e\u0301",
    "right to left": "\u202edesrever\u202c שלום مرحبا \u2067\u2066",
    "controls": "a\tb\x07c\u0085d\u2028e",
}


async def test_an_unknown_command_suggests_the_nearest_and_runs_it(
    sqlite_url: str, tmp_path: Path
) -> None:
    async with opened_chat(sqlite_url, tmp_path) as chat:
        adviser = chat.hand("UASHA")
        await adviser.command("reprot")
        await adviser.sees("direct", "Did you mean “report”?")
        await adviser.press("Run “report”", "Did you mean")
        await steps.sends(adviser, {**steps.NEW_CUSTOMER, **steps.incident()})
        await adviser.sees("direct", "The incident is recorded")


@pytest.mark.parametrize(
    ("command", "told"),
    [
        ("check nobody@bad.example", "Nobody found"),
        ("timeline UCB-NOBODY", "UCB-NOBODY"),
        ("warn UCB-NOBODY", "UCB-NOBODY"),
    ],
)
async def test_a_customer_or_case_that_nobody_knows(
    sqlite_url: str, tmp_path: Path, command: str, told: str
) -> None:
    async with opened_chat(sqlite_url, tmp_path) as chat:
        adviser = chat.hand("UASHA")
        await adviser.command(command)
        await adviser.sees("direct", told)
        assert entries(sqlite_url) == {}


async def test_a_time_to_come_is_refused_beside_its_field_and_the_rest_is_kept(
    database_url: str, tmp_path: Path
) -> None:
    async with opened_chat(database_url, tmp_path) as chat:
        adviser = chat.hand("UASHA")
        await adviser.command("report")
        tomorrow = chat.cloud.clock.now() + timedelta(days=1)
        await adviser.fill({**steps.NEW_CUSTOMER, **steps.incident(), "When was it?": tomorrow})
        problems = await adviser.submit()
        assert list(problems) == ["When was it?"]
        assert "is in the future" in problems["When was it?"]
        assert entries(database_url) == {}
        await adviser.fill({"When was it?": tomorrow - timedelta(days=2)})
        assert await adviser.submit() == {}
        await adviser.sees("direct", "The incident is recorded")


@pytest.mark.parametrize(
    ("narrative", "told"),
    [
        ("", "Say what happened."),
        (" \n\t ", "Say what happened."),
        ("\u0000", "Say what happened."),
        ("z" * 20_000, "Use 3,000 characters or fewer. You have entered 20,000."),
    ],
    ids=["empty", "blank", "NUL", "20,000 characters"],
)
async def test_a_narrative_that_slack_would_not_have_let_through(
    database_url: str, tmp_path: Path, narrative: str, told: str
) -> None:
    """Slack's own client stops these; what goes round it meets the same answer."""
    async with opened_chat(database_url, tmp_path) as chat:
        adviser, front = chat.hand("UASHA"), chat.cloud.front
        await adviser.command("report")
        tomorrow = chat.cloud.clock.now() + timedelta(days=1)
        await adviser.fill({**steps.NEW_CUSTOMER, **steps.incident(), "When was it?": tomorrow})
        assert await adviser.submit() != {}

        def forged(payload: Json) -> None:
            entry(payload, "narrative")["value"] = narrative

        reply = await front.send(front.taken[-1].with_payload(forged))
        assert reply.status == 200
        assert [words for block, words in reply.shown["errors"].items() if "narr" in block] == [
            told
        ]
        assert entries(database_url) == {}


@pytest.mark.parametrize("nasty", NASTY.values(), ids=NASTY.keys())
async def test_words_stay_words_wherever_they_are_shown(
    database_url: str, tmp_path: Path, nasty: str
) -> None:
    """Asserted on what Slack was given: nothing in it can mention, link, format or reorder."""
    async with opened_chat(database_url, tmp_path) as chat:
        adviser, manager = chat.hand("UASHA"), chat.hand("UMORGAN")
        nasty = f"gnu {nasty}"
        await adviser.command("report")
        await steps.sends(
            adviser,
            {
                **steps.NEW_CUSTOMER,
                **steps.incident(),
                "New customer: full name": f"Casey {nasty}",
                "What was the contact about?": nasty,
                "What happened?": f"{nasty}\n{nasty}",
            },
        )
        await steps.proposes_a_warning(adviser, nasty)
        await manager.press("Ask for more information", "Please decide")
        await steps.sends(manager, {"What do you need to know?": nasty})
        await adviser.press("Answer", "asks for more information")
        await steps.sends(adviser, {"Your answer": nasty})
        await steps.approves(manager)
        await adviser.sees("direct", "Tell the customer")
        for command in (f"check {nasty}", f"check {steps.MAIL}", f"timeline {steps.MAIL}", nasty):
            await adviser.command(command)
        await adviser.sees("direct", "Timeline of")
        await all_said(database_url, chat.cloud)
        shown = list(texts(chat))
        assert len(shown) > 100
        for kind, text in shown:
            is_inert(kind, text)
        notified = "".join(text for kind, text in shown if kind == "fallback")
        assert not re.search("gnu|Casey", notified), "a notification shows on a locked screen"


def is_inert(kind: str, text: str) -> None:
    assert not re.search("[<>]", text), text
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029]", text), repr(text)
    if kind == "mrkdwn":
        assert re.fullmatch(r"\*([^*_~`<>:@#]|: )*\*", text), text
    for line in text.split("\n"):
        if "\u202e" in line:
            assert line.index("\u2068") < line.index("\u202e") < line.rindex("\u2069"), repr(line)


def texts(chat: Chat) -> Iterator[tuple[str, str]]:
    """Every text the bot gave to Slack to show, in whatever way."""
    for call in chat.cloud.weather.of(*SAYING):
        if isinstance(call.get("text"), str):
            yield "fallback", call["text"]
        for part in ("blocks", "view"):
            given = call.get(part)
            yield from _texts(json.loads(given) if isinstance(given, str) else given)
    for reply in chat.cloud.front.replies:
        yield from _texts(reply.shown)


def _texts(part: Any) -> Iterator[tuple[str, str]]:
    if isinstance(part, list):
        for each in part:
            yield from _texts(each)
    elif isinstance(part, dict):
        if part.get("type") in ("plain_text", "mrkdwn") and "text" in part:
            yield part["type"], part["text"]
            return
        for value in part.values():
            yield from _texts(value)


def entry(payload: Json, field: str) -> Json:
    """The state of the field of this name in a submission."""
    values = payload["view"]["state"]["values"]
    block = next(block for block in values if block.endswith(f"/{field}"))
    (state,) = values[block].values()
    assert isinstance(state, dict)
    return state
