"""Starting and closing."""

import pytest

from adapters.slack import SlackAdapter, SlackRefused, SlackSettings
from tests.adapters.slack.web_api import TEAM, TOKEN, SmallSlack
from tests.adapters.slack.workspace import LONDON, SECRET, Workspace, workspace
from tests.support.scripted_talk import ScriptedTalk


async def started(slack: SmallSlack, team: str = TEAM) -> SlackAdapter:
    settings = SlackSettings(SECRET, TOKEN, team, api_url=slack.url("/api/"))
    adapter = SlackAdapter(settings, ScriptedTalk(), LONDON)
    try:
        await adapter.start()
    finally:
        await adapter.close()
    return adapter


@pytest.fixture
async def slack() -> SmallSlack:
    return SmallSlack()


@pytest.mark.parametrize("error", ["invalid_auth", "token_revoked", "account_inactive"])
async def test_a_refused_token_stops_the_start_and_says_why(slack: SmallSlack, error: str) -> None:
    await slack.start()
    slack.fails("auth.test", error)
    with pytest.raises(SlackRefused, match=error) as caught:
        await started(slack)
    await slack.close()
    assert TOKEN not in str(caught.value)


async def test_a_token_of_another_workspace_stops_the_start(slack: SmallSlack) -> None:
    await slack.start()
    with pytest.raises(SlackRefused, match="another workspace"):
        await started(slack, team="T9999")
    await slack.close()


async def test_a_slack_that_is_down_does_not_stop_the_start(slack: SmallSlack) -> None:
    await slack.start()
    slack.fails("auth.test", "internal_error")
    await started(slack)
    await slack.close()


async def test_closing_gives_up_on_what_never_ends(caplog: pytest.LogCaptureFixture) -> None:
    async with workspace(budget=0.0, patience=0.05) as place:
        place.talk.gate.clear()
        await place.press()
        await place.adapter.close()
        assert place.talk.finished == 0
    assert "unfinished" in caplog.text


async def test_closing_twice_does_no_harm(place: Workspace) -> None:
    await place.adapter.close()
    await place.adapter.close()
