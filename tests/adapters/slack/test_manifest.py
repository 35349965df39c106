"""The app manifest agrees with the code."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from adapters.slack import names

ROOT = Path(__file__).parents[3]


@pytest.fixture
def manifest() -> dict[str, Any]:
    return dict(json.loads((ROOT / "manifest" / "slack.json").read_text()))


def test_the_command_is_the_one_that_is_listened_to(manifest: dict[str, Any]) -> None:
    (command,) = manifest["features"]["slash_commands"]
    assert command["command"] == names.COMMAND
    assert command["url"].endswith(names.PATH)
    assert command["should_escape"] is False


def test_the_shortcuts_are_those_that_are_listened_to(manifest: dict[str, Any]) -> None:
    shortcuts = {s["callback_id"]: s["type"] for s in manifest["features"]["shortcuts"]}
    assert shortcuts == {names.REPORT_MESSAGE: "message", names.REPORT_INCIDENT: "global"}
    assert all(len(s["name"]) <= 24 for s in manifest["features"]["shortcuts"])
    assert all(len(s["description"]) <= 150 for s in manifest["features"]["shortcuts"])


def test_the_scopes_are_those_that_are_used_and_no_more(manifest: dict[str, Any]) -> None:
    assert tuple(manifest["oauth_config"]["scopes"]["bot"]) == names.BOT_SCOPES
    assert "user" not in manifest["oauth_config"]["scopes"]


def test_every_method_that_is_called_has_its_scope() -> None:
    """Which scope each Web API method needs; a new call must be entered here."""
    needs = {
        "apps_connections_open": None,
        "auth_test": None,
        "chat_postMessage": "chat:write",
        "chat_update": "chat:write",
        "conversations_history": "im:history",
        "conversations_open": "im:write",
        "conversations_replies": "channels:history",
        "users_info": "users:read",
        "views_open": None,
        "views_push": None,
        "views_update": None,
    }
    source = "".join(path.read_text() for path in (ROOT / "adapters" / "slack").glob("*.py"))
    called = set(re.findall(r"client\.([a-z]+_[A-Za-z_]+)\(", source))
    assert called <= set(needs)
    assert {needs[method] for method in called} - {None} <= set(names.BOT_SCOPES)


def test_all_requests_go_to_the_one_address(manifest: dict[str, Any]) -> None:
    interactivity = manifest["settings"]["interactivity"]
    events = manifest["settings"]["event_subscriptions"]
    addresses = {
        interactivity["request_url"],
        interactivity["message_menu_options_url"],
        events["request_url"],
    }
    assert interactivity["is_enabled"] is True
    assert len(addresses) == 1
    assert addresses.pop().endswith(names.PATH)
    assert tuple(events["bot_events"]) == names.BOT_EVENTS


def test_the_texts_are_as_long_as_slack_takes(manifest: dict[str, Any]) -> None:
    shown = manifest["display_information"]
    assert len(shown["name"]) <= 35
    assert len(shown["description"]) <= 140
    assert 174 <= len(shown["long_description"]) <= 4000
