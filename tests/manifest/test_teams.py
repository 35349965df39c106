"""The Teams app package: valid, complete, and of one mind with the code."""

import json
import struct
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from jsonschema import Draft4Validator
from jsonschema.exceptions import best_match

from adapters.teams.names import COMMAND, REPORT_INCIDENT, REPORT_MESSAGE
from bot.__main__ import main
from bot.app.teams_package import SCHEMA_VERSION, teams_manifest, teams_package
from bot.conversation.commands import MENU, NAMES

ROOT = Path(__file__).parents[2]
SCHEMA = ROOT / "tests" / "support" / "schemas" / f"teams-manifest-{SCHEMA_VERSION}.json"
APP = "11111111-2222-3333-4444-555555555555"
Ucb = Callable[..., tuple[int, str, str]]


@pytest.fixture
def ucb(capsys: pytest.CaptureFixture[str]) -> Ucb:
    def run(*arguments: str, **environ: str) -> tuple[int, str, str]:
        status = main(arguments, environ)
        told = capsys.readouterr()
        return status, told.out, told.err

    return run


def manifest() -> dict[str, Any]:
    made: dict[str, Any] = json.loads(teams_manifest(APP, "1.0.0", "Body", "https://example.org"))
    return made


def test_it_is_valid_by_the_published_schema() -> None:
    fault = best_match(Draft4Validator(json.loads(SCHEMA.read_text())).iter_errors(manifest()))
    assert fault is None, f"{fault.json_path}: {fault.message[:300]}"


def test_it_names_every_command_and_where_they_work() -> None:
    [bot] = manifest()["bots"]
    offered = [command["title"] for command in bot["commandLists"][0]["commands"]]
    assert offered == [command.name for command in MENU]
    assert set(offered) <= set(NAMES)
    assert bot["scopes"] == bot["commandLists"][0]["scopes"] == ["personal", "groupChat", "team"]
    assert bot["botId"] == manifest()["id"] == APP
    assert COMMAND == "/ucb"


def test_the_message_menu_and_the_compose_box_offer_the_report() -> None:
    [extension] = manifest()["composeExtensions"]
    offered = {c["id"]: (c["context"], c["fetchTask"]) for c in extension["commands"]}
    assert offered == {
        REPORT_MESSAGE: (["message"], True),
        REPORT_INCIDENT: (["compose", "commandBox"], True),
    }


def test_it_asks_for_what_is_said_in_channels_and_for_nothing_else() -> None:
    permissions = manifest()["authorization"]["permissions"]
    wanted = [{"name": "ChannelMessage.Read.Group", "type": "Application"}]
    assert permissions == {"resourceSpecific": wanted}
    assert manifest()["webApplicationInfo"]["id"] == APP
    assert "keeps only the match" in manifest()["description"]["full"]


def test_the_package_holds_the_manifest_and_both_icons() -> None:
    text = teams_manifest(APP, "1.0.0", "Body", "https://example.org")
    packed = teams_package(text)
    assert packed == teams_package(text)
    with ZipFile(BytesIO(packed)) as package:
        assert package.namelist() == ["manifest.json", "color.png", "outline.png"]
        sizes = {name: _size(package.read(name)) for name in package.namelist()[1:]}
    assert sizes == {"color.png": (192, 192), "outline.png": (32, 32)}


def test_the_command_writes_it(ucb: Ucb, tmp_path: Path) -> None:
    out = tmp_path / "ucb.zip"
    status, told, _ = ucb("manifest", "teams", "--out", str(out), "--app-id", APP)
    assert (status, str(out) in told) == (0, True)
    with ZipFile(out) as package:
        assert json.loads(package.read("manifest.json"))["id"] == APP


def test_the_kept_manifest_is_the_one_that_is_printed(ucb: Ucb) -> None:
    kept = (ROOT / "manifest" / "teams" / "manifest.json").read_text("utf-8")
    status, printed, _ = ucb("manifest", "teams", TEAMS_APP_ID=APP)
    assert (status, json.loads(printed)) == (0, json.loads(kept))


def test_what_is_missing_is_named_with_its_remedy(ucb: Ucb, tmp_path: Path) -> None:
    for arguments, remedy in (
        ([], "--app-id"),
        (["--app-id", "my-bot"], "--app-id"),
        (["--app-id", APP, "--website", "http://example.org"], "--website"),
        (["--app-id", APP, "--out", str(tmp_path / "no" / "ucb.zip")], "cannot be written"),
    ):
        status, _, told = ucb("manifest", "teams", *arguments)
        assert (status, remedy in told) == (1, True)


def _size(png: bytes) -> tuple[int, int]:
    assert png[:8] == b"\x89PNG\r\n\x1a\n"
    width, height = struct.unpack(">II", png[16:24])
    return width, height
