"""Opens the house for a command on the server, beside the running bot or without it."""

from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager

from adapters.system import SystemClock
from bot.app.house import House, read_policy
from bot.settings import channels_of, read_policy_file, read_storage


@asynccontextmanager
async def visit(environ: Mapping[str, str]) -> AsyncIterator[House]:
    """Raises ``SettingsFault``, ``PolicyFault`` or ``StorageFault``."""
    storage = read_storage(environ)
    policy = read_policy(read_policy_file(environ))
    house = await House.open(policy, storage, channels_of(environ), SystemClock())
    try:
        yield house
    finally:
        await house.close()
