"""The playground: the whole bot beside a small local Slack, in one process, on this machine."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from contextlib import AsyncExitStack
from pathlib import Path
from typing import Final

from adapters.playground import Examples, Jump, Playground, PlaygroundClock
from adapters.slack import SlackAdapter, SlackSettings
from adapters.slack.names import BOT_EVENTS
from bot.app.clear_jumps import clear_jumps
from bot.app.door import Door
from bot.app.errands import Errands
from bot.app.examples import NOBODY, examples
from bot.app.house import House, derived, new_key, read_policy
from bot.app.jumps import jumps
from bot.app.made_up import ROOMS, SEATS, STAFF, TEAM
from bot.app.outside import way_in, world_outside
from bot.app.reception import Reception
from bot.app.set_up import set_up
from bot.app.web import served, told_to_stop, web_app
from bot.platforms import SLACK, addressed
from bot.settings import PlaygroundSettings, StorageSettings
from core.policy.model import Policy
from core.services.alerting.incoming_contacts import IncomingContacts
from core.vocabulary.ids import OPERATOR

HOST: Final = "127.0.0.1"
COMMAND: Final = "/ucb"


class PlaygroundHouse:
    """The house behind the door, which can be pulled down and built anew while the chat goes on."""

    def __init__(self, policy: Policy, data_dir: Path, clock: PlaygroundClock) -> None:
        self._policy = policy
        self._data_dir = data_dir
        self._clock = clock
        self._bell = asyncio.Event()
        self._house: House | None = None
        self._errands: Errands | None = None
        self._building = asyncio.Lock()
        self.door = Door()
        self.reception = Reception()
        self.slack: SlackAdapter | None = None

    async def open(self) -> None:
        """Also seeds the made-up colleagues, in case they are not there yet."""
        self._house = house = await House.open(
            self._policy,
            StorageSettings(f"sqlite:///{self._data_dir / 'ucb.db'}", master_key(self._data_dir)),
            addressed([(SLACK, {channel: room.id for channel, room in ROOMS.items()})]),
            self._clock,
            self._bell.set,
        )
        await house.register.record(OPERATOR, STAFF, delivery=f"seed:{house.desk.ids.identifier()}")
        if self.slack:
            house.conversation.quotes[SLACK] = self.slack.quotes
        self.door.to = house.conversation
        self.reception.to = IncomingContacts(house.policy, house.desk)
        self.reception.alerts = house.desk.alerts

    def start(self) -> None:
        """Begin to deliver and to sweep."""
        if self._house and self.slack:
            self._errands = Errands(self._house, {SLACK: self.slack.courier}, self._bell)
            self._errands.start()

    async def close(self) -> None:
        self.door.to = self.reception.to = self.reception.alerts = None
        if self._errands:
            await self._errands.stop()
        if self._house:
            await self._house.close()
        self._errands = self._house = None

    async def reset(self) -> None:
        async with self._building:
            await self.close()
            for file in self._data_dir.glob("ucb.db*"):
                file.unlink()
            (self._data_dir / "master.key").unlink(missing_ok=True)
            await self.open()
            self.start()

    async def catch_up(self) -> None:
        if self._errands:
            await self._errands.catch_up()

    async def jumps(self) -> Sequence[Jump]:
        house = self._house
        if house is None:
            return ()
        due = await jumps(self._policy, house.desk.cases, self._clock.now())
        return (*due, *await clear_jumps(self._policy, house.desk, house.service))

    async def examples(self) -> Examples:
        house = self._house
        return await examples(self._policy, house.desk) if house else NOBODY

    async def set_up(self) -> None:
        if self._house:
            await set_up(self._policy, self._house.service, self._house.desk)

    async def is_ready(self) -> bool:
        return self._house is not None and await self._house.storage.healthy()


async def run_playground(
    settings: PlaygroundSettings,
    say: Callable[[str], None],
    stop_signal: Callable[[], Awaitable[object]] = told_to_stop,
) -> None:
    """Serve until the ``stop_signal``. ``say``: told one line when it is ready."""
    stopped = stop_signal()
    settings.data_dir.mkdir(mode=0o700, parents=True, exist_ok=True)
    data_dir, url = settings.data_dir.resolve(), f"http://{HOST}:{settings.port}"
    policy = read_policy(settings.policy_file)
    clock = PlaygroundClock(data_dir)
    house = PlaygroundHouse(policy, data_dir, clock)
    key = master_key(data_dir)
    signing_secret = derived(key, "signing-secret")
    bot_token = f"xoxb-{derived(key, 'bot-token')}"
    slack = SlackAdapter(
        SlackSettings(signing_secret, bot_token, TEAM, command=COMMAND, api_url=f"{url}/api/"),
        house.door,
        policy.zone,
    )
    house.slack = slack
    playground = Playground(
        data_dir=data_dir,
        team=TEAM,
        bot_token=bot_token,
        signing_secret=signing_secret,
        bot_url=f"{url}/slack/events",
        seats=SEATS,
        rooms=tuple(ROOMS.values()),
        command=COMMAND,
        clock=clock,
        jumps=house.jumps,
        on_clock=house.catch_up,
        on_reset=house.reset,
        event_types=BOT_EVENTS,
        outside=world_outside(policy, clock, key, url, house.examples, house.set_up),
    )
    app = web_app(house.is_ready)
    slack.add_routes(app)
    way_in(policy, house.reception, clock, key).add_routes(app)
    playground.add_routes(app)
    app.on_shutdown.append(lambda _: playground.close())
    async with AsyncExitStack() as stack:
        await playground.start()
        await stack.enter_async_context(served(app, HOST, settings.port))
        await house.open()
        stack.push_async_callback(house.close)
        stack.push_async_callback(slack.close)
        await slack.start()
        house.start()
        say(f"Playground ready: {url}")
        await stopped


def master_key(data_dir: Path) -> str:
    """The key in the data folder, made when there is none; readable by its owner alone."""
    file = data_dir / "master.key"
    if not file.exists():
        file.touch(mode=0o600)
        file.write_text(new_key() + "\n", "ascii")
    return file.read_text("ascii").strip()
