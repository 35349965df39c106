"""The bot as it runs at work, beside a local Slack on a port of its own, for one journey."""

import json
import socket
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from aiohttp import ClientSession

from adapters.playground import Jump, Playground, PlaygroundClock
from adapters.storage import MasterKey
from bot.app.jumps import jumps
from bot.app.made_up import ROOMS, SEATS, STAFF, TEAM
from bot.app.production import Bot, running
from bot.app.web import served, web_app
from bot.settings import Settings, SlackAccess, StorageSettings
from core.vocabulary.ids import OPERATOR
from tests.end_to_end.slack_hand import SlackHand
from tests.end_to_end.story import Cast

SIGNING_SECRET = "an-e2e-signing-secret"
TOKEN = "xoxb-e2e"


@dataclass(frozen=True, slots=True)
class Chat:
    """``slack``: where the local Slack is; ``url``: where the bot is."""

    bot: Bot
    http: ClientSession
    slack: str
    url: str
    settings: Settings

    def hand(self, seat: str) -> SlackHand:
        return SlackHand(self.http, self.slack, seat)

    def cast(self) -> Cast:
        asha, morgan, devi, frankie = map(self.hand, ("UASHA", "UMORGAN", "UDEVI", "UFRANKIE"))
        return Cast(asha, morgan, devi, frankie, self.jump)

    async def jump(self, label: str) -> None:
        """To the first moment of the clock control whose label begins so."""
        api = f"{self.slack}/playground/api"
        async with self.http.get(f"{api}/workspace", params={"seat": "UASHA"}) as answer:
            offered = (await answer.json())["clock"]["jumps"]
        to = next(jump["to"] for jump in offered if jump["label"].startswith(label))
        headers = {"Content-Type": "application/json"}
        async with self.http.post(
            f"{api}/clock", data=json.dumps({"to": to}), headers=headers
        ) as answer:
            assert answer.status == 200, await answer.text()


@asynccontextmanager
async def opened_chat(database_url: str, folder: Path) -> AsyncIterator[Chat]:
    slack_port, bot_port = free_port(), free_port()
    slack = f"http://127.0.0.1:{slack_port}"
    settings = Settings(
        storage=StorageSettings(database_url, MasterKey.generate()),
        slack=SlackAccess(
            team=TEAM,
            signing_secret=SIGNING_SECRET,
            bot_token=TOKEN,
            app_token=None,
            channels={channel: room.id for channel, room in ROOMS.items()},
            api_url=f"{slack}/api/",
        ),
        policy_file=None,
        host="127.0.0.1",
        port=bot_port,
        log_level="INFO",
    )
    clock = PlaygroundClock(folder)
    bots: list[Bot] = []

    async def offered() -> tuple[Jump, ...]:
        house = bots[0].house
        return await jumps(house.policy, house.desk.cases, clock.now())

    async def catch_up() -> None:
        await bots[0].errands.catch_up()

    async def never() -> None:
        raise AssertionError("a journey is not reset")

    playground = Playground(
        data_dir=folder,
        team=TEAM,
        bot_token=TOKEN,
        signing_secret=SIGNING_SECRET,
        bot_url=f"http://127.0.0.1:{bot_port}/slack/events",
        seats=SEATS,
        rooms=tuple(ROOMS.values()),
        command="/ucb",
        clock=clock,
        jumps=offered,
        on_clock=catch_up,
        on_reset=never,
    )
    async with AsyncExitStack() as stack:
        await playground.start()
        stack.push_async_callback(playground.close)
        app = web_app(always)
        playground.add_routes(app)
        await stack.enter_async_context(served(app, "127.0.0.1", slack_port))
        bots.append(await stack.enter_async_context(running(settings, clock)))
        await bots[0].house.register.record(OPERATOR, STAFF, delivery="seed")
        http = await stack.enter_async_context(ClientSession())
        yield Chat(bots[0], http, slack, f"http://127.0.0.1:{bot_port}", settings)


async def always() -> bool:
    return True


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port
