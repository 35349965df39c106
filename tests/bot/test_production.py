"""The bot as it runs at work, against a workspace of its own that speaks Slack's protocol."""

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import aiohttp
import pytest
from aiohttp import web

from adapters.playground import Jump, Playground, PlaygroundClock, Room, Seat
from adapters.slack import SlackRefused
from adapters.storage import MasterKey
from bot.app.house import House
from bot.app.production import run_bot
from bot.app.web import served
from bot.cli.staff_file import read_staff
from bot.settings import Settings, read_settings
from core.policy.load import load_policy, shipped_policy
from core.vocabulary.ids import OPERATOR
from core.vocabulary.people import Account
from tests.bot.serving import free_port, running
from tests.support.clock import SetClock

POLICY = load_policy(shipped_policy())
ASHA = Seat("UASHA", "Asha Adviser", "Adviser", "asha@ucb.example", "")
STAFF = (
    "id,name,email,grade,team,line_manager,roles\n"
    "asha,Asha Adviser,asha@ucb.example,adviser,Wetlands,,\n"
)


def settings(tmp_path: Path, slack_port: int, token: str) -> Settings:
    channels = ("CUSTOMER_FOCUS", "ALERTS", "REVIEWS")
    environ = {f"SLACK_CHANNEL_{channel}": "CROOM" for channel in channels}
    environ |= {
        "DATA_DIR": str(tmp_path),
        "PORT": str(free_port()),
        "UCB_MASTER_KEY": MasterKey.generate(),
        "SLACK_SIGNING_SECRET": "signing-canary",
        "SLACK_BOT_TOKEN": token,
        "SLACK_TEAM_ID": "T0UCB",
        "SLACK_API_URL": f"http://127.0.0.1:{slack_port}/api",
    }
    return read_settings(environ)


@asynccontextmanager
async def workspace(
    tmp_path: Path, token: str = "xoxb-right"
) -> AsyncIterator[tuple[Settings, str]]:
    """The settings for a bot in it, and the address of its page."""
    port = free_port()
    chosen = settings(tmp_path, port, token)

    async def no_jumps() -> Sequence[Jump]:
        return ()

    async def nothing() -> None:
        return

    slack = Playground(
        data_dir=tmp_path,
        team="T0UCB",
        bot_token="xoxb-right",
        signing_secret="signing-canary",
        bot_url=f"http://127.0.0.1:{chosen.port}/slack/events",
        seats=(ASHA,),
        rooms=(Room("CROOM", "room", ""),),
        command="/ucb",
        clock=PlaygroundClock(tmp_path),
        jumps=no_jumps,
        on_clock=nothing,
        on_reset=nothing,
    )
    app = web.Application()
    slack.add_routes(app)
    app.on_shutdown.append(lambda _: slack.close())
    await slack.start()
    async with served(app, "127.0.0.1", port):
        yield chosen, f"http://127.0.0.1:{port}/playground/api"


async def hire(chosen: Settings) -> None:
    house = await House.open(POLICY, chosen.storage, chosen.channels, SetClock())
    members, _ = read_staff(STAFF, POLICY)
    await house.register.record(OPERATOR, members, "hire")
    await house.close()


async def test_it_serves_people_whose_mail_address_the_directory_knows(tmp_path: Path) -> None:
    async with workspace(tmp_path) as (chosen, page), aiohttp.ClientSession() as http:
        await hire(chosen)
        async with running(lambda stop: run_bot(chosen, stop)):
            for path in ("healthz", "readyz"):
                async with http.get(f"http://127.0.0.1:{chosen.port}/{path}") as answer:
                    assert (answer.status, await answer.json()) == (200, {"status": "ok"})
            body = {"seat": "UASHA", "channel": "CROOM", "command": "/ucb", "text": "help"}
            async with http.post(f"{page}/command", json=body) as answer:
                assert answer.status == 200
        # Closing has waited for the work behind the acknowledgement, so the answer stands there.
        query = {"seat": "UASHA", "channel": "CROOM"}
        async with http.get(f"{page}/messages", params=query) as answer:
            told: Any = await answer.json()
        assert [message["ephemeral"] for message in told["messages"]] == [True]
        house = await House.open(POLICY, chosen.storage, {}, SetClock())
        asha = await house.desk.directory.by_account(Account("slack", "T0UCB", "UASHA"))
        await house.close()
        assert asha
        assert asha.name == "Asha Adviser"


async def test_a_wrong_token_stops_the_start(tmp_path: Path) -> None:
    async with workspace(tmp_path, token="xoxb-wrong") as (chosen, _):
        with pytest.raises(SlackRefused, match="invalid_auth"):
            async with running(lambda stop: run_bot(chosen, stop)):
                pass
