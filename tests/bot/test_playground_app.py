"""The playground as a newcomer starts it: served, seeded, made new while it runs, started again."""

import signal
import subprocess
import sys
from collections.abc import Mapping
from datetime import UTC, date, datetime
from pathlib import Path
from stat import S_IMODE
from typing import Any

import aiohttp
import pytest

from bot.app.door import CLOSED, Door
from bot.app.jumps import jumps
from bot.app.made_up import ROOMS, SEATS, STAFF
from bot.app.playground import run_playground
from bot.app.web import PortTaken
from bot.settings import PlaygroundSettings
from bot.views.answer import Caller, Overheard
from bot.views.form import Source
from core.case.events import DutyKind
from core.policy.load import load_policy, shipped_policy
from core.services.summary import CaseSummary, Owed
from core.vocabulary.ids import CaseId, CustomerId, EntryNo, StaffId
from core.vocabulary.people import Account, People, Role
from tests.bot.serving import free_port, running
from tests.support.case_finder import MemoryCases
from tests.support.scripted_talk import ScriptedTalk

POLICY = load_policy(shipped_policy())


def settings(data_dir: Path) -> PlaygroundSettings:
    return PlaygroundSettings(data_dir / "state", free_port(), None, "WARNING")


class Page:
    """What the page does, in a few words."""

    def __init__(self, http: aiohttp.ClientSession, port: int) -> None:
        self._http = http
        self._url = f"http://127.0.0.1:{port}"

    async def get(self, path: str, **query: str) -> Any:
        async with self._http.get(self._url + path, params=query) as answer:
            assert answer.status == 200, await answer.text()
            return await answer.json()

    async def post(self, path: str, body: Mapping[str, str]) -> Any:
        async with self._http.post(f"{self._url}/playground/api/{path}", json=body) as answer:
            assert answer.status == 200, await answer.text()
            return await answer.json()

    async def command(self, seat: str, text: str) -> None:
        body = {"seat": seat, "channel": "CFOCUS", "command": "/ucb", "text": text}
        await self.post("command", body)

    async def clock(self) -> Any:
        return (await self.get("/playground/api/workspace", seat="UASHA"))["clock"]


async def test_it_serves_seats_rooms_and_health_and_says_where(tmp_path: Path) -> None:
    chosen, said = settings(tmp_path), list[str]()
    async with (
        running(lambda stop: run_playground(chosen, said.append, stop)),
        aiohttp.ClientSession() as http,
    ):
        page = Page(http, chosen.port)
        assert said == [f"Playground ready: http://127.0.0.1:{chosen.port}"]
        assert await page.get("/healthz") == {"status": "ok"}
        assert await page.get("/readyz") == {"status": "ok"}
        seats = await page.get("/playground/api/seats")
        assert [seat["name"] for seat in seats["seats"]] == [seat.name for seat in SEATS]
        await page.command("UASHA", "help")
    key = chosen.data_dir / "master.key"
    assert S_IMODE(key.stat().st_mode) == 0o600


async def test_a_reset_makes_it_new_while_it_serves(tmp_path: Path) -> None:
    chosen = settings(tmp_path)
    async with (
        running(lambda stop: run_playground(chosen, lambda _: None, stop)),
        aiohttp.ClientSession() as http,
    ):
        page = Page(http, chosen.port)
        key = (chosen.data_dir / "master.key").read_text()
        await page.post("clock", {"to": "2030-01-01T09:30:00+00:00"})
        assert (await page.clock())["now"].startswith("2030-01-01")
        await page.post("reset", {})
        assert (await page.clock())["shifted"] is False
        assert (chosen.data_dir / "master.key").read_text() != key
        assert await page.get("/readyz") == {"status": "ok"}
        await page.command("UASHA", "help")


async def test_its_state_survives_a_restart(tmp_path: Path) -> None:
    chosen = settings(tmp_path)
    for _ in range(2):
        async with running(lambda stop: run_playground(chosen, lambda _: None, stop)):
            key = (chosen.data_dir / "master.key").read_text()
    assert (chosen.data_dir / "master.key").read_text() == key
    assert (chosen.data_dir / "ucb.db").exists()


async def test_a_port_in_use_is_told(tmp_path: Path) -> None:
    chosen = settings(tmp_path)
    async with running(lambda stop: run_playground(chosen, lambda _: None, stop)):
        second = PlaygroundSettings(tmp_path / "other", chosen.port, None, "WARNING")
        with pytest.raises(PortTaken):
            async with running(lambda stop: run_playground(second, lambda _: None, stop)):
                pass


def test_sigterm_ends_it_in_good_order(tmp_path: Path) -> None:
    port = free_port()
    environ = {"DATA_DIR": str(tmp_path), "PORT": str(port), "PATH": ""}
    command = [sys.executable, "-m", "bot", "playground"]
    with subprocess.Popen(
        command, env=environ, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout
        assert process.stdout.readline() == f"Playground ready: http://127.0.0.1:{port}\n"
        process.send_signal(signal.SIGTERM)
        _, errors = process.communicate(timeout=30)
    assert (process.returncode, errors) == (0, "")


async def test_the_clock_can_go_to_the_next_morning_and_to_each_reminder() -> None:
    now = datetime(2025, 3, 3, 10, 0, tzinfo=UTC)
    assert [j.label for j in await jumps(POLICY, MemoryCases({}), now)] == ["Tomorrow morning"]
    asha = StaffId("asha")
    owed = (
        Owed(DutyKind.REVIEW_SANCTION, EntryNo(5), asha, date(2025, 3, 31)),
        Owed(DutyKind.TELL_CUSTOMER, EntryNo(4), asha, date(2025, 3, 8)),
    )
    summary = CaseSummary(CaseId("a"), "UCB-7K3F9Q", CustomerId("c"), asha, True, owed=owed)
    found = await jumps(POLICY, MemoryCases({CaseId("a"): summary}), now)
    assert [(jump.label, jump.to.isoformat()) for jump in found] == [
        ("Tomorrow morning", "2025-03-04T09:30:00+00:00"),
        ("The day of telling the customer (UCB-7K3F9Q)", "2025-03-08T09:30:00+00:00"),
        ("3 days after telling the customer (UCB-7K3F9Q)", "2025-03-11T09:30:00+00:00"),
        ("2 weeks before the review (UCB-7K3F9Q)", "2025-03-17T09:30:00+00:00"),
        ("The day of the review (UCB-7K3F9Q)", "2025-03-31T09:30:00+01:00"),
        ("3 days after the review (UCB-7K3F9Q)", "2025-04-03T09:30:00+01:00"),
    ]


async def test_behind_a_closed_door_people_are_asked_to_wait() -> None:
    door, caller = Door(), Caller(Account("slack", "T", "U"), "d")
    assert await door.command(caller, "help") == CLOSED
    assert await door.shortcut(caller) == CLOSED
    assert await door.press(caller, "approve", "") == CLOSED
    assert await door.submit(caller, "report", "", {}) == CLOSED
    assert await door.suggest(caller, Source.STAFF, "a") == ()


async def test_the_door_passes_on_what_is_overheard_and_drops_it_while_closed() -> None:
    door, talk = Door(), ScriptedTalk()
    at = datetime(2025, 4, 3, tzinfo=UTC)
    said = Overheard("slack", "C1", "C1:1.2", "C1:1.2", "Casey called", at)
    await door.overheard(said)
    door.to = talk
    await door.overheard(said)
    assert talk.heard == [said]


def test_the_made_up_organisation_fits_the_policy() -> None:
    people = People(STAFF)
    assert all(POLICY.rank(member.grade) >= 0 for member in STAFF)
    assert {member.name for member in STAFF} == {seat.name for seat in SEATS}
    asha = StaffId("asha")
    assert [member.name for member in people.above(asha)] == [
        *("Morgan Manager", "Dara Deputy", "Devi Director", "Cleo Chief"),
    ]
    assert {seat.title.split(",")[0] for seat in SEATS} >= {
        *("Deputy director", "On-call director", "Chief Operating Officer", "Legal adviser"),
    }
    assert [m.name for m in people.with_role(Role.DIRECTOR)] == ["Devi Director", "Otis Oncall"]
    assert len({room.id for room in ROOMS.values()}) == 3
