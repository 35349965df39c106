"""The bot as it runs at work."""

import asyncio
import logging
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass

from adapters.slack import SlackAdapter, SlackSettings
from adapters.system import SystemClock
from bot.app.errands import Errands
from bot.app.house import House, read_policy, slack_channels
from bot.app.web import served, told_to_stop, web_app
from bot.settings import Settings, SlackAccess
from core.services.ports import Clock

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Bot:
    house: House
    errands: Errands


async def run_bot(
    settings: Settings, stop_signal: Callable[[], Awaitable[object]] = told_to_stop
) -> None:
    """Serve until the ``stop_signal``."""
    stopped = stop_signal()
    async with running(settings, SystemClock()):
        log.info("ready on %s:%d", settings.host, settings.port)
        await stopped


@asynccontextmanager
async def running(settings: Settings, clock: Clock) -> AsyncIterator[Bot]:
    """What began last ends first; nothing loses its footing."""
    bell = asyncio.Event()
    policy = read_policy(settings.policy_file)
    async with AsyncExitStack() as stack:
        channels = slack_channels(settings.slack.channels)
        house = await House.open(policy, settings.storage, channels, clock, bell.set)
        stack.push_async_callback(house.close)
        slack = SlackAdapter(slack_settings(settings.slack), house.conversation, policy.zone)
        errands = Errands(house, {"slack": slack.courier}, bell, settings.pace)
        errands.start()
        stack.push_async_callback(errands.stop)
        stack.push_async_callback(slack.close)
        await slack.start()
        app = web_app(house.storage.healthy)
        slack.add_routes(app)
        await stack.enter_async_context(served(app, settings.host, settings.port))
        yield Bot(house, errands)


def slack_settings(slack: SlackAccess) -> SlackSettings:
    return SlackSettings(
        signing_secret=slack.signing_secret,
        bot_token=slack.bot_token,
        team=slack.team,
        app_token=slack.app_token,
        api_url=slack.api_url,
    )
