"""The whole bot, wired as at work, beside the sink."""

import asyncio
import json
import socket
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from itertools import count
from typing import Any, Final
from urllib.parse import urlencode

from adapters.storage import MasterKey
from adapters.system import SystemClock
from benchmarks.sink import Sink
from benchmarks.wire import Caller
from bot.app.house import House
from bot.app.made_up import ROOMS, STAFF, TEAM
from bot.app.production import running
from bot.platforms import SlackAccess
from bot.settings import Settings, StorageSettings
from core.vocabulary.ids import OPERATOR

Json = dict[str, Any]

SECRET: Final = "a-benchmark-signing-secret"  # noqa: S105
TOKEN: Final = "xoxb-benchmark"  # noqa: S105
MASTER_KEY: Final = MasterKey.generate()
CONTACT_KEY: Final = "crm"
"""By which machines tell of contacts, with the same secret."""
USER: Final = "UASHA"

_numbers: Final = count(1)


@dataclass(frozen=True, slots=True)
class RunningBot:
    house: House
    caller: Caller
    sink: Sink
    port: int

    async def command(self, text: str, expected: str) -> tuple[float, float]:
        """Seconds until the acknowledgement, and until the answer reached the response URL.

        An answer without the words that are ``expected`` ends the benchmark.
        """
        path = f"/respond/{next(_numbers)}"
        answered = self.sink.next(path)
        body = command_body(text, self.sink.url + path)
        began = time.perf_counter()
        await self.caller.post(body)
        acknowledged = time.perf_counter()
        arrival = await answered
        if expected.encode() not in arrival.body:
            raise RuntimeError(f"another answer than expected: {arrival.body.decode()}")
        return acknowledged - began, arrival.at - began

    async def form(self, text: str) -> Json:
        """The view that a command opens."""
        opened = self.sink.next("/api/views.open")
        await self.caller.post(command_body(text, f"{self.sink.url}/respond/form"))
        view: Json = json.loads((await opened).body)["view"]
        return view

    async def submit(self, body: str) -> float:
        """Seconds until a submission is acknowledged, that is kept."""
        began = time.perf_counter()
        answer = await self.caller.post(body)
        seconds = time.perf_counter() - began
        if answer:
            raise RuntimeError(f"not accepted: {answer.decode()}")
        return seconds

    async def rest(self) -> None:
        """Until everything in the outbox is delivered."""
        while await self.house.storage.outbox.waiting():  # noqa: ASYNC110
            await asyncio.sleep(0.002)


@asynccontextmanager
async def running_bot(sink: Sink, database_url: str) -> AsyncIterator[RunningBot]:
    settings = Settings(
        storage=StorageSettings(database_url, MASTER_KEY),
        slack=SlackAccess(
            team=TEAM,
            signing_secret=SECRET,
            bot_token=TOKEN,
            app_token=None,
            channels={channel: room.id for channel, room in ROOMS.items()},
            api_url=f"{sink.url}/api/",
        ),
        policy_file=None,
        host="127.0.0.1",
        port=free_port(),
        log_level="INFO",
        contact_keys={CONTACT_KEY: SECRET},
    )
    async with running(settings, SystemClock()) as bot:
        await bot.house.register.record(OPERATOR, STAFF, delivery="seed")
        caller = await Caller.to(settings.port, SECRET)
        yield RunningBot(bot.house, caller, sink, settings.port)
        await caller.close()


def command_body(text: str, response_url: str) -> str:
    return urlencode(
        {
            "command": "/ucb",
            "text": text,
            "team_id": TEAM,
            "user_id": USER,
            "trigger_id": f"1.{next(_numbers)}.benchmark",
            "response_url": response_url,
        }
    )


def submission_body(view: Json, entered: Json) -> str:
    """A view filled in with ``entered``, by the names of the fields."""
    values: Json = {}
    for block in view["blocks"]:
        if block["type"] == "input":
            element, name = block["element"], block["block_id"].rpartition("/")[2]
            entry = {"type": element["type"], **entered.get(name, {})}
            values[block["block_id"]] = {element["action_id"]: entry}
    sent = {
        **view,
        "id": f"V{next(_numbers)}",
        "hash": "1",
        "state": {"values": values},
    }
    payload = {
        "type": "view_submission",
        "team": {"id": TEAM},
        "user": {"id": USER, "team_id": TEAM},
        "view": sent,
    }
    return urlencode({"payload": json.dumps(payload)})


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port
