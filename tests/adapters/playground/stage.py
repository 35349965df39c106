"""A playground on a socket with the tiny bot behind it."""

import asyncio
import json
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from aiohttp import ClientSession, web
from aiohttp.test_utils import BaseTestServer, TestServer
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from adapters.playground import Jump, Playground, PlaygroundClock, Room, Seat
from tests.adapters.playground.bot import SECRET, Bot
from tests.adapters.playground.webhook import PATH, Webhook

TEAM = "T0PLAY"
TOKEN = "xoxb-playground"
ASHA, MORGAN = "U0ASHA", "U0MORGAN"
ASHA_DM, MORGAN_DM = "D0ASHA", "D0MORGAN"
ALERTS, REVIEWS = "C0ALERTS", "C0REVIEWS"
SEATS = (
    Seat(ASHA, "Asha Adviser", "Adviser", "asha@example.test", "Speaks with customers"),
    Seat(MORGAN, "Morgan Manager", "Manager", "morgan@example.test", "Asha's line manager"),
)
ROOMS = (Room(ALERTS, "alerts", "Contacts"), Room(REVIEWS, "reviews", "Reviews"))
START = datetime(2030, 5, 1, 9, 0, tzinfo=UTC)


class Time:
    """Real time, as the test sets it."""

    def __init__(self) -> None:
        self.at = START
        self.seconds = 0.0
        self.pauses: list[float] = []

    def real(self) -> datetime:
        return self.at

    def elapsed(self) -> float:
        return self.seconds

    def passes(self, **by: float) -> None:
        self.at += timedelta(**by)
        self.seconds += timedelta(**by).total_seconds()

    async def pause(self, seconds: float) -> None:
        self.pauses.append(seconds)


@dataclass
class Stage:
    base: str
    http: ClientSession
    slack: AsyncWebClient
    bot: Bot
    webhook: Webhook
    time: Time
    clock: PlaygroundClock
    playground: Playground
    told: list[str]
    bot_server: BaseTestServer
    last_words: list[Callable[[], Awaitable[object]]]

    async def get(self, what: str, **query: str) -> dict[str, Any]:
        async with self.http.get(f"{self.base}/playground/api/{what}", params=query) as answer:
            assert answer.status == 200, await answer.text()
            return dict(await answer.json())

    async def post(self, what: str, **body: Any) -> dict[str, Any]:
        status, answer = await self.tried(what, **body)
        assert status == 200, answer
        return answer

    async def tried(self, what: str, **body: Any) -> tuple[int, dict[str, Any]]:
        url = f"{self.base}/playground/api/{what}"
        async with self.http.post(url, json=body) as answer:
            return answer.status, dict(await answer.json())

    async def refused(self, what: str, status: int, **body: Any) -> str:
        """The sentence of a refusal."""
        got, answer = await self.tried(what, **body)
        assert got == status, answer
        return str(answer["error"])

    async def messages(self, seat: str, channel: str) -> list[dict[str, Any]]:
        return list((await self.get("messages", seat=seat, channel=channel))["messages"])

    async def views(self, seat: str = ASHA) -> list[dict[str, Any]]:
        return list((await self.get("views", seat=seat))["views"])

    async def trigger(self, seat: str = ASHA) -> str:
        """A fresh trigger id, as the bot gets it with a command."""
        await self.post("command", seat=seat, channel=ALERTS, command="/ucb", text="")
        return str(self.bot.last["trigger_id"])

    async def opened(self, view: dict[str, Any], seat: str = ASHA) -> dict[str, Any]:
        answer = await self.slack.views_open(trigger_id=await self.trigger(seat), view=view)
        return dict(answer["view"])

    @asynccontextmanager
    async def events(self, seat: str) -> AsyncIterator[AsyncIterator[dict[str, Any]]]:
        url = f"{self.base}/playground/api/events"
        async with asyncio.timeout(10), self.http.get(url, params={"seat": seat}) as stream:

            async def read() -> AsyncIterator[dict[str, Any]]:
                async for line in stream.content:
                    if line.startswith(b"data: "):
                        yield json.loads(line[6:])

            yield read()


@asynccontextmanager
async def staged(
    data_dir: Path, *, patience: float = 3.0, event_types: Sequence[str] = ("message.im",)
) -> AsyncIterator[Stage]:
    bot, webhook, time, told = Bot(), Webhook(), Time(), []
    last_words: list[Callable[[], Awaitable[object]]] = []
    clock = PlaygroundClock(data_dir, time.real)

    async def jumps() -> list[Jump]:
        return [Jump("The review", START + timedelta(days=90))]

    async def on_clock() -> None:
        told.append("clock")

    async def on_reset() -> None:
        told.append("reset")
        for speak in last_words:
            await speak()

    app_of_bot = bot.app()
    webhook.add_routes(app_of_bot)
    async with TestServer(app_of_bot) as bot_server, ClientSession() as http:
        playground = Playground(
            data_dir=data_dir,
            team=TEAM,
            bot_token=TOKEN,
            signing_secret=SECRET,
            bot_url=str(bot_server.make_url("/slack/events")),
            seats=SEATS,
            rooms=ROOMS,
            command="/ucb",
            clock=clock,
            jumps=jumps,
            on_clock=on_clock,
            on_reset=on_reset,
            event_types=event_types,
            outside=webhook.outside(str(bot_server.make_url(PATH)), ALERTS),
            patience=patience,
            elapsed=time.elapsed,
            pause=time.pause,
        )
        app = web.Application()
        playground.add_routes(app)
        await playground.start()
        async with TestServer(app) as server:
            base = str(server.make_url("")).rstrip("/")
            slack = AsyncWebClient(token=TOKEN, base_url=f"{base}/api/", session=http)
            yield Stage(
                *(base, http, slack, bot, webhook, time),
                *(clock, playground, told, bot_server, last_words),
            )
        await playground.close()


async def error_of(call: Any) -> str:
    """The code with which Slack's own client saw a call refused."""
    return str((await refusal_of(call))["error"])


async def refusal_of(call: Any) -> dict[str, Any]:
    try:
        await call
    except SlackApiError as refused:
        return dict(refused.response.data)
    raise AssertionError("the call was not refused")
