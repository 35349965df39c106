"""Everything the two APIs work with, in one place."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass

from adapters.playground.clock import PlaygroundClock
from adapters.playground.database import Database
from adapters.playground.events import Events
from adapters.playground.gateway import Gateway
from adapters.playground.messages import Messages
from adapters.playground.modals import Modals
from adapters.playground.payloads import Payloads
from adapters.playground.response_urls import ResponseUrls
from adapters.playground.seats import Jump
from adapters.playground.sender import Sender
from adapters.playground.stream import Hub
from adapters.playground.triggers import Triggers
from adapters.playground.uploads import Uploads
from adapters.playground.workspace import Workspace


@dataclass(frozen=True, slots=True)
class LocalSlack:
    workspace: Workspace
    clock: PlaygroundClock
    hub: Hub
    database: Database
    messages: Messages
    modals: Modals
    uploads: Uploads
    triggers: Triggers
    response_urls: ResponseUrls
    payloads: Payloads
    sender: Sender
    events: Events
    jumps: Callable[[], Awaitable[Sequence[Jump]]]
    on_clock: Callable[[], Awaitable[None]]
    on_reset: Callable[[], Awaitable[None]]
    gateway: Gateway | None
