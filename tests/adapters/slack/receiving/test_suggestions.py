"""Type-ahead: the answer is the acknowledgement."""

from typing import Any

from bot.views.form import Option, Source
from tests.adapters.slack.limits_check import check_options
from tests.adapters.slack.web_api import TEAM, colleague
from tests.adapters.slack.workspace import USER, Workspace


def typing(query: str, **other: Any) -> dict[str, Any]:
    return {
        "type": "block_suggestion",
        "team": {"id": TEAM},
        "user": {"id": USER, "team_id": TEAM},
        "action_id": "suggest/customers-or-new",
        "block_id": "field/0/customer",
        "value": query,
        "view": {"id": "V1"},
        **other,
    }


async def test_what_was_found_is_offered(place: Workspace) -> None:
    place.talk.options = (Option("c1", "Casey Customer", "UCB-C1"), Option("new:ca", "New: ca"))
    options = (await place.interact(typing("ca"))).json["options"]
    check_options(options)
    assert [option["value"] for option in options] == ["c1", "new:ca"]
    assert place.talk.asked[0].details == (Source.CUSTOMERS_OR_NEW, "ca")


async def test_nothing_found_is_an_empty_list(place: Workspace) -> None:
    assert (await place.interact(typing("zz"))).json == {"options": []}


async def test_a_guest_is_offered_nothing(place: Workspace) -> None:
    place.slack.users[USER] = colleague(USER, is_ultra_restricted=True)
    place.talk.options = (Option("c1", "Casey Customer"),)
    assert (await place.interact(typing("ca"))).json == {"options": []}


async def test_another_workspace_is_offered_nothing(place: Workspace) -> None:
    place.talk.options = (Option("c1", "Casey Customer"),)
    answer = await place.interact(typing("ca", user={"id": USER, "team_id": "T9999"}))
    assert answer.json == {"options": []}
    assert not place.talk.asked


async def test_an_unknown_source_is_offered_nothing(place: Workspace) -> None:
    assert (await place.interact(typing("ca", action_id="suggest/moon"))).json == {"options": []}
    assert (await place.interact(typing("ca", action_id="entry"))).json == {"options": []}
    assert not place.talk.asked


async def test_what_comes_too_late_or_fails_is_an_empty_list(hurried: Workspace) -> None:
    hurried.talk.gate.clear()
    assert (await hurried.interact(typing("ca"))).json == {"options": []}


async def test_a_failure_is_an_empty_list(place: Workspace) -> None:
    place.talk.fault = RuntimeError("boom")
    assert (await place.interact(typing("ca"))).json == {"options": []}
