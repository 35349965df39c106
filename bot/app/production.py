"""The bot as it runs at work."""

import asyncio
import logging
from collections.abc import AsyncIterator, Awaitable, Callable, Iterable
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass

from adapters.system import SystemClock
from bot.app.errands import Errands
from bot.app.house import House, read_policy
from bot.app.intake import intake_door
from bot.app.rooms import ChatRoom, chat_rooms
from bot.app.web import served, told_to_stop, web_app
from bot.settings import Settings
from core.services.ports.desk import Clock

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
        house = await House.open(policy, settings.storage, settings.channels, clock, bell.set)
        stack.push_async_callback(house.close)
        rooms = chat_rooms(settings, house)
        couriers = {platform: room.courier for platform, room in rooms.items()}
        errands = Errands(house, couriers, bell, settings.pace)
        errands.start()
        stack.push_async_callback(errands.stop)
        stack.push_async_callback(_close, rooms.values())
        app = web_app(house.storage.healthy)
        for room in rooms.values():
            await room.start()
            room.add_routes(app)
        intake_door(settings, house).add_routes(app)
        await stack.enter_async_context(served(app, settings.host, settings.port))
        yield Bot(house, errands)


async def _close(rooms: Iterable[ChatRoom]) -> None:
    """Together, since each may wait for work under way."""
    await asyncio.gather(*(room.close() for room in rooms))
