"""Customers who write in at the playground: whom it knows, and what becomes of a contact."""

from collections.abc import AsyncIterator
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from typing import Any

import aiohttp
import pytest

from bot.app.made_up import ROOMS
from bot.app.playground import run_playground
from bot.app.reception import Reception
from bot.app.set_up import NAME
from bot.settings import PlaygroundSettings
from core.services.incoming import Incoming
from core.services.messages import Channel
from core.vocabulary.ids import AlertId, CaseId
from tests.bot.serving import free_port, running
from tests.support.clock import MONDAY_MORNING
from tests.support.policies import SMALL_BODY_FILE

OWN, PHONE, SLIP, LIKE, NEIGHBOUR, UNKNOWN = (
    "From their own mail address",
    "By their own telephone",
    "With a slip of the pen",
    "Somebody much like them",
    "Somebody else at their postcode",
    "Nobody we know",
)


@dataclass
class World:
    http: aiohttp.ClientSession
    url: str
    keys: Any

    async def outside(self) -> Any:
        async with self.http.get(f"{self.url}/playground/api/outside") as answer:
            return await answer.json()

    async def examples(self) -> dict[str, dict[str, str]]:
        return {each["label"]: each["contact"] for each in (await self.outside())["examples"]}

    async def post(self, what: str, body: dict[str, str]) -> tuple[int, Any]:
        async with self.http.post(f"{self.url}/playground/api/{what}", json=body) as answer:
            return answer.status, await answer.json()

    async def writes_in(self, label: str) -> Any:
        return await self.tells((await self.examples())[label])

    async def tells(self, contact: dict[str, str], key: str = "") -> Any:
        status, answer = await self.post(
            "contacts", {"key": key or f"k{next(self.keys)}"} | contact
        )
        assert status == 200, answer
        return answer


@pytest.fixture
async def world(tmp_path: Path) -> AsyncIterator[World]:
    chosen = PlaygroundSettings(tmp_path, free_port(), None, "WARNING")
    async with (
        running(lambda stop: run_playground(chosen, lambda _: None, stop)),
        aiohttp.ClientSession() as http,
    ):
        yield World(http, f"http://127.0.0.1:{chosen.port}", count())


async def test_at_first_nobody_is_known(world: World) -> None:
    offered = await world.outside()
    assert offered["known"] is False
    assert [example["label"] for example in offered["examples"]] == [UNKNOWN]
    assert (await world.writes_in(UNKNOWN))["became"] == "nothing"


async def test_each_example_becomes_what_it_says(world: World) -> None:
    assert await world.post("outside/set-up", {}) == (200, {})
    offered = await world.outside()
    assert offered["known"] is True
    assert [example["label"] for example in offered["examples"]] == [
        *(OWN, PHONE, SLIP, LIKE, NEIGHBOUR, UNKNOWN)
    ]
    assert {example["of"] for example in offered["examples"][:5]} == {NAME}
    became = {label: (await world.writes_in(label))["became"] for label in await world.examples()}
    assert became == {
        OWN: "alerted",
        PHONE: "alerted",
        SLIP: "alerted",
        LIKE: "asked",
        NEIGHBOUR: "nothing",
        UNKNOWN: "nothing",
    }


async def test_an_alert_has_a_reference_and_its_channel(world: World) -> None:
    await world.post("outside/set-up", {})
    first, second = await world.writes_in(OWN), await world.writes_in(OWN)
    (reference,) = first["alerts"]
    assert second["alerts"] == [reference], "within the hour it is one alert"
    assert first["channel"] == ROOMS[Channel.ALERTS].id


async def test_the_same_key_is_the_same_contact(world: World) -> None:
    await world.post("outside/set-up", {})
    own, unknown = (await world.examples())[OWN], (await world.examples())[UNKNOWN]
    first = await world.tells(own, "once")
    assert await world.tells(own, "once") == first
    reused = await world.tells(unknown, "once")
    assert "key" in reused["errors"][""]


async def test_faults_stand_beside_the_fields_of_the_page(world: World) -> None:
    answer = await world.tells(
        {"email": "casey at customer", "phone": "the front desk", "means": "pigeon"}
    )
    assert set(answer["errors"]) == {"email", "phone", "means"}


async def test_setting_up_twice_adds_nothing(world: World) -> None:
    for _ in range(2):
        assert await world.post("outside/set-up", {}) == (200, {})
    examples = (await world.outside())["examples"]
    assert [example["label"] for example in examples].count(OWN) == 1


async def test_after_a_reset_nobody_is_known_and_contacts_are_taken_again(world: World) -> None:
    await world.post("outside/set-up", {})
    own = (await world.examples())[OWN]
    assert (await world.tells(own))["became"] == "alerted"
    await world.post("reset", {})
    assert (await world.outside())["known"] is False
    assert (await world.tells(own))["became"] == "nothing"
    assert await world.post("outside/set-up", {}) == (200, {})
    assert (await world.tells(own))["became"] == "alerted"


async def test_with_the_clock_moved_contacts_are_still_taken(world: World) -> None:
    await world.post("outside/set-up", {})
    await world.post("clock", {"to": "2031-01-01T09:30:00+00:00"})
    assert (await world.writes_in(OWN))["became"] == "alerted"


async def test_an_unsigned_contact_is_not_taken(world: World) -> None:
    body = {"means": "email", "name": "Casey Customer"}
    async with world.http.post(f"{world.url}/webhooks/contacts", json=body) as answer:
        assert answer.status == 401


async def test_a_policy_that_our_colleagues_do_not_fit_says_so(tmp_path: Path) -> None:
    chosen = PlaygroundSettings(tmp_path, free_port(), SMALL_BODY_FILE, "WARNING")
    async with (
        running(lambda stop: run_playground(chosen, lambda _: None, stop)),
        aiohttp.ClientSession() as http,
    ):
        world = World(http, f"http://127.0.0.1:{chosen.port}", count())
        status, answer = await world.post("outside/set-up", {})
        assert (status, bool(answer["error"])) == (409, True)
        assert (await world.outside())["known"] is False


async def test_behind_a_closed_reception_nothing_is_kept() -> None:
    reception = Reception()
    incoming = Incoming("playground", "k", "d", "email", MONDAY_MORNING, ())
    (refusal,) = await reception.take_each([incoming])
    assert "made new" in getattr(refusal, "message", "")
    assert await reception.receipt("playground", "r") is None
    assert await reception.get(AlertId("a")) is None
    assert await reception.latest([CaseId("c")]) == {}
    assert await reception.around([CaseId("c")], MONDAY_MORNING, MONDAY_MORNING) == {}
