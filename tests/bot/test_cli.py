"""The command on the server: what it prints, its status, and never a stack trace."""

import asyncio
import json
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from adapters.slack.names import BOT_SCOPES, REPORT_MESSAGE
from adapters.storage import MasterKey
from bot.__main__ import main
from bot.app.visit import visit
from core.policy.load import shipped_policy
from core.services.messages import Channel, Kind, Message
from core.services.ports.desk import Commit
from tests.bot.serving import free_port
from tests.support.policies import SMALL_BODY_FILE

STAFF = (
    "id,name,email,grade,team,line_manager,roles\n"
    "morgan,Morgan Manager,morgan@ucb.example,manager,Wetlands,,\n"
    "asha,Asha Adviser,asha@ucb.example,adviser,Wetlands,morgan,customer-focus\n"
)

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def environ(tmp_path: Path) -> dict[str, str]:
    return {"DATA_DIR": str(tmp_path), "UCB_MASTER_KEY": MasterKey.generate()}


@pytest.fixture
def ucb(environ: dict[str, str], capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs a command: its status, what it printed, and its errors."""

    def run(*arguments: str, **more: str) -> tuple[int, str, str]:
        status = main(arguments, environ | more)
        printed = capsys.readouterr()
        return status, printed.out, printed.err

    return run


@pytest.fixture
def staff_file(tmp_path: Path) -> Path:
    file = tmp_path / "staff.csv"
    file.write_text(STAFF, "utf-8")
    return file


def test_a_key_is_made_that_the_settings_accept(ucb: Run) -> None:
    _, key, _ = ucb("key")
    assert ucb("staff", "list", UCB_MASTER_KEY=key.strip())[0] == 0


def test_missing_settings_are_told_all_at_once_without_a_trace(ucb: Run) -> None:
    status, _, errors = ucb("run", UCB_MASTER_KEY="")
    assert status == 1
    assert errors.startswith("These settings cannot be used:\n- UCB_MASTER_KEY is not set.")
    assert "SLACK_BOT_TOKEN" in errors
    assert "Traceback" not in errors


def test_the_playground_refuses_production_settings(ucb: Run) -> None:
    status, _, errors = ucb("playground")
    assert status == 1
    assert "UCB_MASTER_KEY" in errors


def test_health_tells_when_nobody_answers(ucb: Run) -> None:
    status, _, errors = ucb("health", PORT=str(free_port()))
    assert status == 1
    assert errors.startswith("The bot does not answer at http://127.0.0.1:")


def test_the_policy_is_shown_with_its_assumptions(ucb: Run) -> None:
    status, text, _ = ucb("policy", "show")
    assert status == 0
    assert "Annex B, row 6 (left open)] (assumption)" in text
    assert "Annex B, rows 1 to 5]\n" in text
    assumed = shipped_policy().count("assumption = true") - 1  # the file's head explains the mark
    assert f"{assumed} values are assumptions" in text


def test_another_bodys_policy_is_checked_and_shown(ucb: Run) -> None:
    status, text, _ = ucb("policy", "check", str(SMALL_BODY_FILE))
    assert status == 0
    assert text == f"{SMALL_BODY_FILE}: good. Managing difficult contact, Small Body.\n"
    status, text, _ = ucb("policy", "show", UCB_POLICY_FILE=str(SMALL_BODY_FILE))
    assert status == 0
    assert "0 values are assumptions" in text


def test_a_broken_policy_file_is_checked_line_by_line(ucb: Run, tmp_path: Path) -> None:
    good, broken = tmp_path / "good.toml", tmp_path / "broken.toml"
    good.write_text(shipped_policy(), "utf-8")
    assert ucb("policy", "check", str(good))[0] == 0
    lines = shipped_policy().splitlines()
    number = lines.index("monitoring_days = 28")
    lines[number] = "monitoring_days = -1"
    broken.write_text("\n".join(lines), "utf-8")
    status, text, _ = ucb("policy", "check", str(broken))
    assert status == 1
    assert text.startswith(f"{broken}:{number + 1}: ")
    status, _, errors = ucb("policy", "show", UCB_POLICY_FILE=str(broken))
    assert status == 1
    assert f"- line {number + 1}: " in errors


@pytest.mark.parametrize(
    ("content", "words"), [(b"caf\xe9\n", ":1: this is not UTF-8"), (None, "cannot be read")]
)
def test_a_file_that_cannot_be_read_is_told(
    ucb: Run, tmp_path: Path, content: bytes | None, words: str
) -> None:
    file = tmp_path / "file"
    if content is not None:
        file.write_bytes(content)
    status, _, errors = ucb("staff", "import", str(file))
    assert status == 1
    assert words in errors


def test_staff_are_imported_once_however_often_it_is_run(ucb: Run, staff_file: Path) -> None:
    assert ucb("staff", "list")[1].startswith("The directory is empty.")
    assert ": 2 recorded" in ucb("staff", "import", str(staff_file))[1]
    assert ": 0 recorded" in ucb("staff", "import", str(staff_file))[1]
    staff_file.write_text(STAFF.replace("Wetlands,morgan", "Woodlands,morgan"), "utf-8")
    assert ": 1 recorded" in ucb("staff", "import", str(staff_file))[1]
    status, listed, _ = ucb("staff", "list")
    assert status == 0
    assert "asha\tAsha Adviser\tAdviser\tWoodlands\treports to morgan\tcustomer-focus" in listed


def test_a_faulty_staff_file_changes_nothing(ucb: Run, staff_file: Path) -> None:
    staff_file.write_text(STAFF + "x,X,,emperor,T,nobody,\n", "utf-8")
    status, text, _ = ucb("staff", "import", str(staff_file))
    assert status == 1
    assert f"{staff_file}:4: grade 'emperor'" in text
    assert f"{staff_file}:4: line_manager 'nobody'" in text
    assert "The directory is empty" in ucb("staff", "list")[1]


def test_a_tampered_timeline_ends_with_its_first_broken_place(
    ucb: Run, staff_file: Path, tmp_path: Path
) -> None:
    ucb("staff", "import", str(staff_file))
    assert ucb("verify-timeline")[:2] == (0, "The timeline is whole: 2 entries checked.\n")
    with sqlite3.connect(tmp_path / "ucb.db") as database:
        for (trigger,) in database.execute(
            "SELECT name FROM sqlite_master WHERE type = 'trigger'"
        ).fetchall():
            database.execute(f"DROP TRIGGER {trigger}")
        database.execute("UPDATE entries SET payload = x'00' WHERE position = 2")
    database.close()
    status, text, _ = ucb("verify-timeline")
    assert status == 1
    assert text.startswith("The timeline is broken at entry 2: ")


def test_another_master_key_is_refused(ucb: Run, staff_file: Path) -> None:
    ucb("staff", "import", str(staff_file))
    status, _, errors = ucb("staff", "list", UCB_MASTER_KEY=MasterKey.generate())
    assert status == 1
    assert "another master key" in errors


def test_a_database_that_is_away_is_told(ucb: Run) -> None:
    url = f"postgresql://ucb:hunter2@127.0.0.1:{free_port()}/ucb"
    status, _, errors = ucb("outbox", DATABASE_URL=url)
    assert status == 1
    assert errors.startswith("The database cannot be opened")
    assert "hunter2" not in errors


def test_an_empty_outbox_and_an_unknown_key(ucb: Run) -> None:
    assert ucb("outbox")[1] == "0 messages wait for delivery, 0 are parked.\n"
    status, text, _ = ucb("outbox", "retry", "no-such-key")
    assert (status, text.startswith("No parked message has the key no-such-key.")) == (1, True)


def test_a_parked_message_is_listed_and_set_free_when_its_cause_is_mended(
    ucb: Run, environ: dict[str, str]
) -> None:
    asyncio.run(_say_in_a_channel_nobody_named(environ))
    listed = ucb("outbox")[1]
    assert listed.startswith("0 messages wait for delivery, 1 are parked.\nalert-1/")
    assert "\tcontact-alert\tto nowhere\tno-channel\tsince " in listed
    key = listed.splitlines()[1].split("\t")[0]
    assert ucb("outbox", "retry", key)[0] == 1
    assert ucb("outbox", "retry", key, SLACK_CHANNEL_ALERTS="C1")[0] == 0
    assert ucb("outbox")[1] == "1 messages wait for delivery, 0 are parked.\n"


async def _say_in_a_channel_nobody_named(environ: dict[str, str]) -> None:
    message = Message("alert-1", Kind.CONTACT_ALERT, Channel.ALERTS)
    async with visit(environ) as house:
        await house.storage.store.commit(Commit("d", (), messages=(message,)))


def test_the_slack_manifest_agrees_with_the_code(ucb: Run) -> None:
    over_http = json.loads(ucb("manifest", "slack", "--url", "https://ucb.example.org/")[1])
    settings = over_http["settings"]
    assert settings["interactivity"]["request_url"] == "https://ucb.example.org/slack/events"
    assert over_http["features"]["slash_commands"][0]["url"].endswith(".org/slack/events")
    assert over_http["oauth_config"]["scopes"]["bot"] == list(BOT_SCOPES)
    assert over_http["features"]["shortcuts"][0]["callback_id"] == REPORT_MESSAGE
    assert settings["socket_mode_enabled"] is False
    by_socket = ucb("manifest", "slack")[1]
    assert "url" not in by_socket
    assert json.loads(by_socket)["settings"]["socket_mode_enabled"] is True
    assert ucb("manifest", "slack", "--url", "http://ucb.example.org")[0] == 1


def test_the_kept_manifest_is_the_one_that_is_printed(ucb: Run) -> None:
    kept = Path(__file__).parents[2] / "manifest" / "slack.json"
    printed = ucb("manifest", "slack", "--url", "https://ucb.example.org")[1]
    assert json.loads(printed) == json.loads(kept.read_text("utf-8"))


def test_the_module_is_the_command() -> None:
    shown = subprocess.run(
        [sys.executable, "-m", "bot", "--help"], capture_output=True, text=True, check=True
    )
    for command in ("run", "playground", "verify-timeline", "staff", "outbox", "manifest"):
        assert command in shown.stdout
