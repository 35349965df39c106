"""The bot as it runs at work, once or more often, beside a local Slack, for one journey."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from adapters.playground import Jump
from adapters.storage import MasterKey
from bot.app.clear_jumps import clear_jumps
from bot.app.jumps import jumps
from bot.app.made_up import ROOMS, TEAM
from bot.app.production import Bot, running
from bot.delivery import Pace
from bot.platforms import SlackAccess
from bot.settings import Settings, StorageSettings
from core.vocabulary.ids import OPERATOR
from tests.end_to_end.bodies import NATURAL_ENGLAND, Body
from tests.end_to_end.cloud import SIGNING_SECRET, TOKEN, Cloud, free_port, opened_cloud
from tests.end_to_end.contact_sender import CONTACT_KEYS, ContactSender
from tests.end_to_end.slack_hand import SlackHand
from tests.end_to_end.story import Cast

BRISK = Pace(lease=8, patience=2, poll=0.05, first_wait=0.05, longest_wait=0.2, tries=40)
"""For a cloud that is near, and whose faults pass quickly."""


@dataclass(frozen=True, slots=True)
class Chat:
    """``bots``: all on one database. ``database_url``: where that is."""

    cloud: Cloud
    bots: tuple[Bot, ...]
    database_url: str
    settings: Settings

    @property
    def bot(self) -> Bot:
        return self.bots[0]

    def hand(self, seat: str) -> SlackHand:
        return self.cloud.hand(seat)

    def senders(self) -> tuple[ContactSender, ...]:
        """Another system, which may tell the bot of contacts: one for each replica."""
        ((key, secret),) = CONTACT_KEYS.items()
        clock = self.cloud.clock
        return tuple(ContactSender(url, clock, key, secret) for url in self.cloud.front.bots)

    def cast(self) -> Cast:
        return self.cloud.cast()


@asynccontextmanager
async def opened_chat(
    database_url: str, folder: Path, replicas: int = 1, body: Body = NATURAL_ENGLAND
) -> AsyncIterator[Chat]:
    bots: list[Bot] = []

    async def offered() -> tuple[Jump, ...]:
        house = bots[0].house
        due = await jumps(house.policy, house.desk.cases, house.desk.clock.now())
        return (*due, *await clear_jumps(house.policy, house.desk, house.service))

    async def catch_up() -> None:
        await asyncio.gather(*(bot.errands.catch_up() for bot in bots))

    async with AsyncExitStack() as stack:
        cloud = await stack.enter_async_context(opened_cloud(folder, offered, catch_up, body))
        storage = StorageSettings(database_url, MasterKey.generate())
        for _ in range(replicas):
            settings = _settings(storage, cloud)
            bots.append(await stack.enter_async_context(running(settings, cloud.clock)))
            cloud.front.bots.append(f"http://{settings.host}:{settings.port}")
        await bots[0].house.register.record(OPERATOR, body.staff, delivery="seed")
        yield Chat(cloud, tuple(bots), database_url, settings)


def _settings(storage: StorageSettings, cloud: Cloud) -> Settings:
    return Settings(
        storage=storage,
        slack=SlackAccess(
            team=TEAM,
            signing_secret=SIGNING_SECRET,
            bot_token=TOKEN,
            app_token=None,
            channels={channel: room.id for channel, room in ROOMS.items()},
            api_url=f"{cloud.url}/api/",
        ),
        policy_file=cloud.body.policy_file,
        host="127.0.0.1",
        port=free_port(),
        log_level="INFO",
        pace=BRISK,
        contact_keys=CONTACT_KEYS,
    )
