"""The playground: a small local Slack with a page."""

import asyncio
import time
from collections.abc import Awaitable, Callable, Collection, Sequence
from pathlib import Path
from typing import Final

from aiohttp import web

from adapters.playground.clock import PlaygroundClock
from adapters.playground.database import Database
from adapters.playground.events import Events
from adapters.playground.gateway import Gateway
from adapters.playground.guard import add_headers, guard
from adapters.playground.line import PATIENCE, Line
from adapters.playground.local_slack import LocalSlack
from adapters.playground.messages import Messages
from adapters.playground.modals import Modals
from adapters.playground.outside import Outside
from adapters.playground.page_api import PageApi
from adapters.playground.payloads import Payloads
from adapters.playground.response_urls import ResponseUrls
from adapters.playground.seats import Jump, Room, Seat
from adapters.playground.sender import Sender
from adapters.playground.stream import Hub
from adapters.playground.triggers import Triggers
from adapters.playground.uploads import Uploads
from adapters.playground.web_api import WebApi
from adapters.playground.workspace import Command, Workspace

_PAGE: Final = Path(__file__).parent / "page"
_USAGE: Final = "help | report | warn | propose | check | contact | timeline | approvals | reviews"


class Playground:
    """Stands where the company's cloud stands.

    ``bot_url``: where the bot takes Slack's requests. ``jumps``: where the clock can go now.
    ``on_clock`` is awaited after the clock jumped, ``on_reset`` before the workspace is emptied,
    so that nothing the bot still had to say is left in it. ``event_types``: the types of the
    Events API that the bot is subscribed to. ``outside``: how customers write in, if they do.
    ``patience``: the seconds the bot has to answer; ``elapsed``: seconds that only go forward;
    ``pause``: waits so many seconds.
    """

    def __init__(
        self,
        *,
        data_dir: Path,
        team: str,
        bot_token: str,
        signing_secret: str,
        bot_url: str,
        seats: Sequence[Seat],
        rooms: Sequence[Room],
        command: str,
        clock: PlaygroundClock,
        jumps: Callable[[], Awaitable[Sequence[Jump]]],
        on_clock: Callable[[], Awaitable[None]],
        on_reset: Callable[[], Awaitable[None]],
        event_types: Collection[str] = ("message.im",),
        outside: Outside | None = None,
        patience: float = PATIENCE,
        elapsed: Callable[[], float] = time.monotonic,
        pause: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        workspace = Workspace(
            team,
            tuple(seats),
            tuple(rooms),
            Command(command, _USAGE, "Run the unacceptable customer behaviour policy"),
            frozenset(event_types),
        )
        hub = Hub()
        database = Database(data_dir / "playground.db")
        messages = Messages(database, workspace, hub, clock)
        triggers = Triggers(elapsed)
        response_urls = ResponseUrls(messages, elapsed)
        self._line = Line(patience)
        sender = Sender(bot_url, signing_secret, self._line)
        self._slack = LocalSlack(
            workspace=workspace,
            clock=clock,
            hub=hub,
            database=database,
            messages=messages,
            modals=Modals(database, workspace, hub, clock),
            uploads=Uploads(database),
            triggers=triggers,
            response_urls=response_urls,
            payloads=Payloads(workspace, clock, triggers, response_urls),
            sender=sender,
            events=Events(sender, pause),
            jumps=jumps,
            on_clock=on_clock,
            on_reset=on_reset,
            gateway=Gateway(outside, self._line) if outside else None,
        )
        self._token = bot_token

    def add_routes(self, app: web.Application) -> None:
        """The guard then stands before every route of ``app``, those of others too."""
        app.middlewares.append(guard)
        app.on_response_prepare.append(add_headers)
        app.on_shutdown.append(self._end_streams)
        PageApi(self._slack).add_routes(app)
        WebApi(self._slack, self._token).add_routes(app)
        self._slack.response_urls.add_routes(app)
        self._slack.uploads.add_routes(app)
        _add_page(app)

    async def start(self) -> None:
        await self._line.start()

    async def settled(self) -> None:
        """Waits until no event for the bot is under way any more."""
        await self._slack.events.settled()

    async def close(self) -> None:
        self._slack.hub.close()
        await self._slack.events.close()
        await self._line.close()
        self._slack.database.close()

    async def _end_streams(self, _app: web.Application) -> None:
        self._slack.hub.close()


def _add_page(app: web.Application) -> None:
    """Each file of the page by its own route, so that nothing else is ever handed out."""
    for file in sorted(path for path in _PAGE.rglob("*") if path.is_file()):
        name = file.relative_to(_PAGE).as_posix()
        app.router.add_get("/" if name == "index.html" else f"/{name}", _serving(file))


def _serving(file: Path) -> Callable[[web.Request], Awaitable[web.StreamResponse]]:
    async def serve(_request: web.Request) -> web.StreamResponse:
        return web.FileResponse(file, headers={"Cache-Control": "no-cache"})

    return serve
