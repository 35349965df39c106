"""Whatever Slack sends twice, at once or later, is done once."""

from pathlib import Path

from tests.end_to_end import steps
from tests.end_to_end.chat import Chat, opened_chat
from tests.end_to_end.front import Json, Taken
from tests.end_to_end.ledger import all_said, entries, eventually
from tests.end_to_end.slack_parts import words_of
from tests.end_to_end.story import tell
from tests.end_to_end.weather import RESPONSE


async def test_a_submission_that_comes_twice_at_once_and_again_later(
    database_url: str, tmp_path: Path
) -> None:
    async with opened_chat(database_url, tmp_path) as chat:
        adviser, front = chat.hand("UASHA"), chat.cloud.front
        await adviser.command("report")
        await adviser.fill({**steps.NEW_CUSTOMER, **steps.incident()})
        front.copies = 2
        assert await adviser.submit() == {}
        front.copies = 1
        first, second = front.replies[-2:]
        assert first == second
        kept = entries(database_url)
        assert kept == {"customer-registered": 1, "case-opened": 1, "incident-reported": 1}
        await all_said(database_url, chat.cloud)
        assert await front.again(front.taken[-1]) == first
        await nothing_followed(chat, kept, messages=1)


async def test_everything_that_was_sent_is_sent_again_after_the_story(
    database_url: str, tmp_path: Path
) -> None:
    """Even in the opposite order, when each of it would be refused if it were new."""
    async with opened_chat(database_url, tmp_path) as chat:
        front = chat.cloud.front
        await tell(chat.cast())
        await all_said(database_url, chat.cloud)
        kept, messages = entries(database_url), len(keys(chat))
        done = [taken for taken in front.taken if does_something(taken)]
        assert len(done) == 12
        for taken in (*done, *reversed(done)):
            reply = await front.again(taken)
            assert (reply.status, "errors" in reply.body) == (200, False)
        await nothing_followed(chat, kept, messages)


async def test_a_press_that_comes_twice_at_once_and_again_later(
    database_url: str, tmp_path: Path
) -> None:
    async with opened_chat(database_url, tmp_path) as chat:
        adviser, manager, front = chat.hand("UASHA"), chat.hand("UMORGAN"), chat.cloud.front
        await steps.reports_somebody_new(adviser)
        await steps.proposes_a_warning(adviser)
        await manager.sees("direct", "Please decide: a warning")
        front.copies = 2
        await steps.approves(manager, "a warning")
        front.copies = 1
        await manager.sees("direct", "You approved it")
        await all_said(database_url, chat.cloud)
        kept, messages = entries(database_url), len(keys(chat))
        assert kept["proposal-approved"] == 1
        assert (await front.again(front.taken[-1])).status == 200
        await nothing_followed(chat, kept, messages)


async def test_a_double_click_is_two_presses_and_the_second_is_told_so(
    database_url: str, tmp_path: Path
) -> None:
    async with opened_chat(database_url, tmp_path) as chat:
        adviser, manager, front = chat.hand("UASHA"), chat.hand("UMORGAN"), chat.cloud.front
        await steps.reports_somebody_new(adviser)
        await steps.proposes_a_warning(adviser)
        await steps.approves(manager, "a warning")
        await all_said(database_url, chat.cloud)
        kept, messages = entries(database_url), len(keys(chat))
        told = len(chat.cloud.weather.of(RESPONSE))
        click = front.taken[-1].with_payload(a_moment_later)
        assert (await front.send(click)).status == 200
        await eventually(lambda: len(chat.cloud.weather.of(RESPONSE)) > told)
        answer = words_of(chat.cloud.weather.of(RESPONSE)[-1])
        assert "Morgan Manager approved this proposal on" in answer
        await nothing_followed(chat, kept, messages)


async def test_the_same_contact_may_happen_twice(database_url: str, tmp_path: Path) -> None:
    """Two forms with the same words are two contacts: only the same sending of one is not."""
    async with opened_chat(database_url, tmp_path) as chat:
        adviser = chat.hand("UASHA")
        await steps.up_to_a_sanction(adviser, chat.hand("UMORGAN"))
        await chat.hand("UFRANKIE").sees("contact-alerts", "1 sanction in force")
        first = await steps.logs_a_call(adviser)
        repeated = await chat.cloud.front.again(chat.cloud.front.taken[-1])
        assert words_of(repeated.shown["view"]["blocks"]) in first
        assert entries(database_url)["contact-logged"] == 1
        assert await steps.logs_a_call(adviser) == first
        assert entries(database_url)["contact-logged"] == 2
        await all_said(database_url, chat.cloud)


def does_something(taken: Taken) -> bool:
    """A submission, or a press that needs none."""
    payload = taken.payload
    pressed = [action["text"]["text"] for action in payload.get("actions", ())]
    return payload.get("type") == "view_submission" or pressed == ["Approve"]


def a_moment_later(payload: Json) -> None:
    action = payload["actions"][0]
    action["action_ts"] = f"{float(action['action_ts']) + 0.2:.6f}"


def keys(chat: Chat) -> list[str]:
    return [message.key for message in chat.cloud.standing() if message.key]


async def nothing_followed(chat: Chat, kept: dict[str, int], messages: int) -> None:
    await all_said(chat.database_url, chat.cloud)
    assert entries(chat.database_url) == kept
    assert len(keys(chat)) == messages
    assert (await chat.bot.house.storage.verify()).ok
