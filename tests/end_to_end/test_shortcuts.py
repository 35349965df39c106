"""The shortcuts, each from where it is used to the recorded incident."""

from datetime import UTC, datetime
from pathlib import Path

from tests.end_to_end import steps
from tests.end_to_end.chat import opened_chat
from tests.end_to_end.ledger import entries

REPORT_MESSAGE, REPORT_INCIDENT = "report_message", "report_incident"
SAID = "Casey wrote: *you zebras* & <@UMORGAN> 🦓"
FIELDS = ("What happened?", "When was it?")


async def test_a_message_is_reported_with_its_text_and_time(
    database_url: str, tmp_path: Path
) -> None:
    async with opened_chat(database_url, tmp_path) as chat:
        adviser, manager = chat.hand("UASHA"), chat.hand("UMORGAN")
        ts = await adviser.say("reviews", SAID)
        await chat.cloud.jump("Tomorrow morning")
        await adviser.shortcut_on(REPORT_MESSAGE, "reviews", ts)
        came = await adviser.filled_in(*FIELDS)
        assert came["What happened?"] == SAID
        assert came["When was it?"] == int(float(ts)) // 60 * 60
        answers = {k: v for k, v in steps.incident().items() if k != "What happened?"}
        await steps.sends(adviser, {**steps.NEW_CUSTOMER, **answers})
        await steps.proposes_a_warning(adviser)
        request = await manager.sees("direct", "Please decide: a warning")
        said_at = datetime.fromtimestamp(float(ts), UTC)
        assert SAID.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;") in request
        assert f"{said_at:%A} {said_at.day} {said_at:%B %Y}" in request


async def test_a_message_that_is_too_long_is_begun_and_says_so(
    database_url: str, tmp_path: Path
) -> None:
    async with opened_chat(database_url, tmp_path) as chat:
        adviser = chat.hand("UASHA")
        ts = await adviser.say("reviews", "zebra " * 3000)
        await adviser.shortcut_on(REPORT_MESSAGE, "reviews", ts)
        came = await adviser.filled_in(*FIELDS)
        assert came["What happened?"].startswith("zebra zebra")
        assert len(came["What happened?"]) <= 3000
        assert "only its first 3,000 characters are here" in await adviser.form(*FIELDS)
        answers = {k: v for k, v in steps.incident().items() if k != "What happened?"}
        await steps.sends(adviser, {**steps.NEW_CUSTOMER, **answers})
        await adviser.sees("direct", "The incident is recorded")


async def test_the_global_shortcut_opens_the_empty_form(database_url: str, tmp_path: Path) -> None:
    async with opened_chat(database_url, tmp_path) as chat:
        adviser = chat.hand("UASHA")
        await adviser.shortcut(REPORT_INCIDENT)
        assert (await adviser.filled_in(*FIELDS))["What happened?"] is None
        await steps.sends(adviser, {**steps.NEW_CUSTOMER, **steps.incident()})
        await adviser.sees("direct", "The incident is recorded")
        assert entries(database_url)["incident-reported"] == 1


async def test_a_shortcut_knows_who_is_no_colleague(database_url: str, tmp_path: Path) -> None:
    async with opened_chat(database_url, tmp_path) as chat:
        newcomer = chat.hand("UNIA")
        await newcomer.shortcut(REPORT_INCIDENT)
        await newcomer.sees_form("I do not know you yet", "ucb staff import")
        assert entries(database_url) == {}
