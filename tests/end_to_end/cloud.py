"""The company's cloud as the bot meets it: a local Slack, its weather, and the way to the bot."""

import json
import socket
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from aiohttp import ClientSession

from adapters.playground import Jump, Playground, PlaygroundClock, Seat
from adapters.playground.workspace import BOT_USER
from adapters.slack.names import BOT_EVENTS
from bot.app.made_up import ROOMS, TEAM
from bot.app.web import served, web_app
from tests.end_to_end.bodies import NATURAL_ENGLAND, Body
from tests.end_to_end.front import PATH, Front
from tests.end_to_end.slack_hand import SlackHand
from tests.end_to_end.story import Cast
from tests.end_to_end.weather import Weather
from tests.support.databases import behind_its_back

SIGNING_SECRET: Final = "an-e2e-signing-secret"
TOKEN: Final = "xoxb-e2e-bot-token"
NEWCOMER: Final = Seat("UNIA", "Nia Newcomer", "New here", "nia@playground.example", "")


@dataclass(frozen=True, slots=True)
class Standing:
    """A message of the bot that stands in a conversation. ``key``: "" for an answer."""

    channel: str
    ts: str
    key: str
    blocks: list[Any]


@dataclass(frozen=True, slots=True)
class Cloud:
    """``url``: where the local Slack is."""

    url: str
    http: ClientSession
    weather: Weather
    front: Front
    clock: PlaygroundClock
    folder: Path
    body: Body = NATURAL_ENGLAND

    def hand(self, seat: str) -> SlackHand:
        return SlackHand(self.http, self.url, seat)

    def cast(self) -> Cast:
        adviser, manager, director, focus = map(self.hand, self.body.parts)
        return Cast(adviser, manager, director, focus, self.jump, self.body.words)

    async def jump(self, label: str) -> None:
        """To the first moment of the clock control whose label begins so."""
        api = f"{self.url}/playground/api"
        somebody = {"seat": self.body.parts[0]}
        async with self.http.get(f"{api}/workspace", params=somebody) as answer:
            offered = {j["label"]: j["to"] for j in (await answer.json())["clock"]["jumps"]}
        to = next((to for name, to in offered.items() if name.startswith(label)), None)
        assert to, (label, list(offered))
        headers = {"Content-Type": "application/json"}
        async with self.http.post(
            f"{api}/clock", data=json.dumps({"to": to}), headers=headers
        ) as answer:
            assert answer.status == 200, await answer.text()

    def standing(self) -> list[Standing]:
        """What the bot has posted and everybody there can see, in every conversation."""
        query = "SELECT channel, ts, blocks, metadata FROM messages WHERE user = :bot"
        rows = behind_its_back(f"sqlite:///{self.folder / 'playground.db'}", query, bot=BOT_USER)
        return [
            Standing(row.channel, row.ts, _key(row.metadata), json.loads(row.blocks))
            for row in rows
        ]


async def no_jumps() -> Sequence[Jump]:
    return ()


async def nothing() -> None:
    return


@asynccontextmanager
async def opened_cloud(
    folder: Path,
    jumps: Callable[[], Awaitable[Sequence[Jump]]] = no_jumps,
    on_clock: Callable[[], Awaitable[None]] = nothing,
    body: Body = NATURAL_ENGLAND,
) -> AsyncIterator[Cloud]:
    """Its ``front`` has no bot yet."""
    url = f"http://127.0.0.1:{free_port()}"
    clock = PlaygroundClock(folder)
    playground = Playground(
        data_dir=folder,
        team=TEAM,
        bot_token=TOKEN,
        signing_secret=SIGNING_SECRET,
        bot_url=f"{url}{PATH}",
        seats=(*body.seats, NEWCOMER),
        rooms=tuple(ROOMS.values()),
        command="/ucb",
        clock=clock,
        jumps=jumps,
        on_clock=on_clock,
        on_reset=nothing,
        event_types=BOT_EVENTS,
    )
    async with AsyncExitStack() as stack:
        http = await stack.enter_async_context(ClientSession())
        front, weather = Front(http, SIGNING_SECRET), Weather()
        await playground.start()
        stack.push_async_callback(playground.close)
        app = web_app(always)
        playground.add_routes(app)
        weather.add_to(app)
        app.router.add_post(PATH, front.pass_on)
        await stack.enter_async_context(served(app, "127.0.0.1", int(url.rpartition(":")[2])))
        yield Cloud(url, http, weather, front, clock, folder, body)


async def always() -> bool:
    return True


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def _key(metadata: str | None) -> str:
    return str(json.loads(metadata)["event_payload"]["key"]) if metadata else ""
