"""The bot beside Microsoft's own local Teams client, on this machine, without a token."""

import asyncio
import json
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import replace
from pathlib import Path
from subprocess import DEVNULL, PIPE
from typing import Any, Final

from adapters.system import SystemClock
from adapters.teams import AppType, ConversationReferences, TeamsAdapter, TeamsSettings
from bot.app.errands import Errands
from bot.app.house import House, derived, read_policy
from bot.app.made_up import ROOMS, STAFF
from bot.app.playground import HOST, master_key
from bot.app.rooms import NAMING
from bot.app.web import served, told_to_stop, web_app
from bot.platforms import TEAMS, addressed
from bot.settings import PlaygroundSettings, StorageSettings
from core.services.messages import Channel
from core.vocabulary.ids import OPERATOR
from core.vocabulary.people import Account, StaffMember

TENANT: Final = "00000000-0000-0000-0000-00000000c0de"
BOT: Final = "00000000-0000-0000-0000-0000000000b0"
CONFIG: Final = ".m365agentsplayground.yml"
PLACES: Final = {channel: f"19:{room.name}@thread.tacv2" for channel, room in ROOMS.items()}


async def run_teams_playground(
    settings: PlaygroundSettings,
    seat: str,
    client: Path,
    client_port: int,
    say: Callable[[str], None],
    stop_signal: Callable[[], Awaitable[object]] = told_to_stop,
) -> None:
    """Serve until the ``stop_signal``. ``client``: the program of the local Teams client, from
    the root of the file system.

    ``seat``: the first name, in small letters, of the made-up colleague who sits at it.
    """
    stopped = stop_signal()
    folder = settings.data_dir / "teams"
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    (folder / CONFIG).write_text(json.dumps(client_config(seat), indent=2), "utf-8")
    service_url = f"http://localhost:{client_port}/_connector"
    async with (
        teams_bot(settings, folder, service_url),
        _client(client, folder, settings.port, client_port),
    ):
        say(f"Teams playground ready: http://localhost:{client_port} (you sit as {seat})")
        await stopped


@asynccontextmanager
async def teams_bot(
    settings: PlaygroundSettings, folder: Path, service_url: str
) -> AsyncIterator[House]:
    """The bot by itself, listening on ``settings.port``."""
    policy, bell = read_policy(settings.policy_file), asyncio.Event()
    storage = StorageSettings(f"sqlite:///{(folder / 'ucb.db').resolve()}", master_key(folder))
    async with AsyncExitStack() as stack:
        house = await House.open(
            policy, storage, addressed([(TEAMS, PLACES)]), SystemClock(), bell.set
        )
        stack.push_async_callback(house.close)
        staff = [_at_teams(member) for member in STAFF]
        await house.register.record(OPERATOR, staff, f"seed:{house.desk.ids.identifier()}")
        references = ConversationReferences(house.storage.notebook)
        teams = TeamsAdapter(
            TeamsSettings(
                app_id=BOT,
                app_type=AppType.SINGLE_TENANT,
                tenants=frozenset({TENANT}),
                naming_secret=derived(storage.master_key, NAMING),
                service_url=service_url,
                playground=True,
            ),
            house.conversation,
            policy.zone,
            references,
        )
        errands = Errands(house, {TEAMS: teams.courier}, bell)
        errands.start()
        stack.push_async_callback(errands.stop)
        stack.push_async_callback(teams.close)
        await teams.start()
        app = web_app(house.storage.healthy)
        teams.add_routes(app)
        await stack.enter_async_context(served(app, HOST, settings.port))
        yield house


_FIRST_STORY: Final = frozenset({"asha", "sam", "morgan", "devi", "frankie"})


def client_config(seat: str) -> dict[str, Any]:
    """What the client is told of people and places, in the shape of its configuration file.

    It takes exactly five people besides who sits there, a group chat, and a team with a General
    channel and one more; so our three channels are spread over these.
    """
    people = {str(member.id): _person(member.name, member.email) for member in _company()}
    others = [person for name, person in people.items() if name != seat]
    alerts, reviews = Channel.ALERTS, Channel.REVIEWS
    return {
        "version": "0.1.1",
        "tenantId": TENANT,
        "bot": {"id": BOT, "name": "UCB"},
        "currentUser": people[seat],
        "users": [*others, _person("Nia Newcomer", "nia@playground.example")],
        "personalChat": {"id": f"a:{seat}"},
        "groupChat": {"id": PLACES[reviews], "name": ROOMS[reviews].name},
        "team": {
            "id": PLACES[Channel.CUSTOMER_FOCUS],
            "name": ROOMS[Channel.CUSTOMER_FOCUS].name,
            "aadGroupId": "00000000-0000-0000-0000-0000000000ad",
            "channels": [{"id": PLACES[alerts], "name": ROOMS[alerts].name}],
        },
    }


def seats() -> tuple[str, ...]:
    return tuple(str(member.id) for member in _company())


def _company() -> tuple[StaffMember, ...]:
    """Those of the first story, for the client has no room for more."""
    return tuple(member for member in STAFF if member.id in _FIRST_STORY)


def _person(name: str, email: str) -> dict[str, str]:
    given, _, surname = name.partition(" ")
    return {
        "id": f"29:{given.lower()}",
        "name": name,
        "userPrincipleName": email,
        "aadObjectId": f"oid-{given.lower()}",
        "givenName": given,
        "surname": surname,
        "email": email,
    }


def _at_teams(member: StaffMember) -> StaffMember:
    known = Account(TEAMS, TENANT, f"oid-{member.id}")
    return replace(member, accounts=frozenset({known}))


@asynccontextmanager
async def _client(program: Path, folder: Path, port: int, client_port: int) -> AsyncIterator[None]:
    """The client ends when its standard input does, so that is held open."""
    endpoint = f"http://{HOST}:{port}/api/messages"
    options = ("-e", endpoint, "-c", "msteams", "-p", str(client_port), "--dt")
    running = await asyncio.create_subprocess_exec(
        program, *options, cwd=folder, stdin=PIPE, stdout=PIPE, stderr=DEVNULL
    )
    listening = asyncio.Event()
    reading = asyncio.create_task(_read(running.stdout, listening))
    try:
        await listening.wait()
        if running.returncode is not None or reading.done():
            raise ClientEnded
        yield
    finally:
        if running.returncode is None:
            running.terminate()
        await running.wait()
        await reading


async def _read(told: asyncio.StreamReader | None, listening: asyncio.Event) -> None:
    """Reads on to the end, so that the client never waits for us."""
    if told is not None:
        async for line in told:
            if line.startswith(b"Listening on"):
                listening.set()
    listening.set()


class ClientEnded(Exception):
    """The local Teams client did not start."""

    def __init__(self) -> None:
        super().__init__("The local Teams client ended at once. Is its port free?")
