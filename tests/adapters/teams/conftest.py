"""The adapter between a scripted conversation and a local Teams."""

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AsyncExitStack
from dataclasses import dataclass
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from aiohttp import web

from adapters.teams import AppType, ConversationReferences, TeamsAdapter, TeamsSettings
from tests.support.notebook import MemoryNotebook
from tests.support.scripted_talk import ScriptedTalk
from tests.support.teams_cloud import TENANT, Cloud, cloud, person, serve
from tests.support.teams_connector import Person
from tests.support.teams_issuer import APP, PASSWORD

LONDON = ZoneInfo("Europe/London")


@dataclass
class Room:
    """``asha`` is a colleague whom the connector knows."""

    cloud: Cloud
    adapter: TeamsAdapter
    talk: ScriptedTalk
    references: ConversationReferences
    asha: Person


Enter = Callable[..., Awaitable[Room]]


@pytest.fixture
async def enter() -> AsyncIterator[Enter]:
    """Opens a room; ``budget`` in seconds, the rest as ``TeamsSettings`` has it."""
    async with AsyncExitStack() as stack:

        async def opened(*, budget: float = 10.0, start: bool = True, **changed: Any) -> Room:
            local = await stack.enter_async_context(cloud())
            talk, references = ScriptedTalk(), ConversationReferences(MemoryNotebook())
            told = {**settings_at(local), **changed}
            adapter = TeamsAdapter(TeamsSettings(**told), talk, LONDON, references, budget=budget)
            app = web.Application()
            adapter.add_routes(app)
            runner = web.AppRunner(app)
            local.bot = f"{await serve(runner)}/api/messages"
            stack.push_async_callback(runner.cleanup)
            stack.push_async_callback(adapter.close)
            stack.callback(talk.gate.set)
            if start:
                await adapter.start()
            asha = person("asha")
            local.join(asha)
            return Room(local, adapter, talk, references, asha)

        yield opened


@pytest.fixture
async def room(enter: Enter) -> Room:
    return await enter()


def settings_at(local: Cloud) -> dict[str, Any]:
    return {
        "app_id": APP,
        "app_type": AppType.SINGLE_TENANT,
        "tenants": frozenset({TENANT}),
        "app_password": PASSWORD,
        "service_url": local.service_url,
        "openid_url": f"{local.url}/openid",
        "login_url": f"{local.url}/login",
    }
