"""Who asks is looked up rarely, together, and forgotten in time."""

import asyncio

import pytest

from adapters.chat.background import Background
from adapters.chat.people import Unwelcome
from adapters.slack import SlackSettings
from adapters.slack.reading.payloads import Place
from adapters.slack.receiving.callers import Callers
from adapters.slack.sending.web import Web
from tests.adapters.slack.web_api import TEAM, TOKEN, SmallSlack, colleague
from tests.adapters.slack.workspace import SECRET, USER


class Watch:
    """A clock that the test moves."""

    seconds = 0.0

    def __call__(self) -> float:
        return self.seconds


@pytest.fixture
async def slack() -> SmallSlack:
    return SmallSlack()


async def test_many_requests_at_once_ask_slack_once(slack: SmallSlack) -> None:
    await slack.start()
    web = Web(SlackSettings(SECRET, TOKEN, TEAM, api_url=slack.url("/api/")))
    callers = Callers(web, TEAM, Background(), Watch())
    found = await asyncio.gather(*(callers.caller(Place(USER), f"d{n}") for n in range(20)))
    await slack.close()
    assert len(slack.of("users.info")) == 1
    assert {caller.delivery for caller in found} == {f"d{n}" for n in range(20)}


async def test_after_some_minutes_slack_is_asked_again(slack: SmallSlack) -> None:
    await slack.start()
    web = Web(SlackSettings(SECRET, TOKEN, TEAM, api_url=slack.url("/api/")))
    watch = Watch()
    callers = Callers(web, TEAM, Background(), watch)
    await callers.caller(Place(USER), "d1")
    slack.users[USER] = colleague(USER, deleted=True)
    watch.seconds = 299.0
    await callers.caller(Place(USER), "d2")
    watch.seconds = 300.0
    with pytest.raises(Unwelcome) as caught:
        await callers.caller(Place(USER), "d3")
    await slack.close()
    assert not caught.value.for_now


async def test_somebody_slack_does_not_know_is_refused_for_good(slack: SmallSlack) -> None:
    await slack.start()
    web = Web(SlackSettings(SECRET, TOKEN, TEAM, api_url=slack.url("/api/")))
    slack.fails("users.info", "user_not_found")
    with pytest.raises(Unwelcome) as caught:
        await Callers(web, TEAM, Background(), Watch()).caller(Place(USER), "d1")
    await slack.close()
    assert not caught.value.for_now
