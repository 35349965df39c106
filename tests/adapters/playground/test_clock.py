from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from adapters.playground import PlaygroundClock
from tests.adapters.playground.stage import ALERTS, ASHA, START, Stage, staged

REVIEW = START + timedelta(days=90)


async def test_it_starts_at_real_time(stage: Stage) -> None:
    clock = (await stage.get("workspace", seat=ASHA))["clock"]
    assert clock["now"] == START.isoformat()
    assert clock["shifted"] is False
    assert clock["jumps"] == [{"label": "The review", "to": REVIEW.isoformat()}]


async def test_a_jump_is_told_and_the_clock_runs_on(stage: Stage) -> None:
    async with stage.events(ASHA) as events:
        answer = await stage.post("clock", to=REVIEW.isoformat())
        assert await anext(events) == {"type": "clock"}
    assert answer == {"now": REVIEW.isoformat()}
    assert stage.told == ["clock"]
    stage.time.passes(hours=1)
    assert stage.clock.now() == REVIEW + timedelta(hours=1)
    assert (await stage.get("workspace", seat=ASHA))["clock"]["shifted"] is True


async def test_a_jump_survives_a_restart(tmp_path: Path) -> None:
    async with staged(tmp_path) as stage:
        await stage.post("clock", to=REVIEW.isoformat())
    async with staged(tmp_path) as stage:
        assert stage.clock.now() == REVIEW


async def test_a_reset_brings_real_time_back(stage: Stage, tmp_path: Path) -> None:
    await stage.post("clock", to=REVIEW.isoformat())
    await stage.post("reset")
    assert stage.clock.now() == START
    assert PlaygroundClock(tmp_path, stage.time.real).now() == START


@pytest.mark.parametrize(
    ("to", "why"),
    [
        ("tomorrow", "written like"),
        ("", "written like"),
        ("2030-12-31T09:00:00", "time zone"),
        (START.isoformat(), "forward only"),
        ((START - timedelta(days=1)).isoformat(), "forward only"),
        ((START + timedelta(days=4000)).isoformat(), "ten years"),
        ("9999-12-31T23:59:59+00:00", "ten years"),
        ("9999-12-31T23:59:59-23:00", "ten years"),
    ],
)
async def test_where_the_clock_cannot_go(stage: Stage, to: str, why: str) -> None:
    assert why in await stage.refused("clock", 400, to=to)
    assert stage.clock.now() == START
    assert stage.told == []


async def test_messages_follow_the_clock(stage: Stage) -> None:
    await stage.post("message", seat=ASHA, channel=ALERTS, text="Before")
    await stage.post("clock", to=REVIEW.isoformat())
    await stage.post("message", seat=ASHA, channel=ALERTS, text="After")
    before, after = await stage.messages(ASHA, ALERTS)
    assert datetime.fromtimestamp(float(before["ts"]), UTC) == START
    assert datetime.fromtimestamp(float(after["ts"]), UTC) == REVIEW
