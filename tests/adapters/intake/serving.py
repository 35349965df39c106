"""The door on a real socket, before the real service, on a desk in memory."""

import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any, Final

from aiohttp import ClientSession, web
from yarl import URL

from adapters.intake import Answers, ContactReader, IntakeDesk, IntakeDoor, Keyring, Shapes
from adapters.intake.gate import Gate
from adapters.intake.signing import Request, signed_headers
from bot.app.web import served, web_app
from core.services.ports.desk import Clock
from tests.bot.serving import free_port
from tests.core.services.alerting.contacts import Answering, answering
from tests.support.policies import NATURAL_ENGLAND

KEYS: Final = {
    "crm/2026": "crm-secret-of-2026-with-32-letters-or-more",
    "crm/2027": "crm-secret-of-2027-with-32-letters-or-more",
    "phones": "telephone-system-secret-with-32-letters",
}
PATH: Final = "/webhooks/contacts"
BATCH: Final = f"{PATH}/batch"
CASEY: Final[dict[str, Any]] = {"means": "email", "emails": ["casey@example.org"]}
NOBODY: Final = {"means": "phone", "phones": ["01632 960123"], "name": "Robin Roe"}
JSON: Final = "application/json"


@dataclass(frozen=True, slots=True)
class Answer:
    status: int
    raw: bytes
    headers: dict[str, str]

    @property
    def body(self) -> Any:
        return json.loads(self.raw)


@dataclass
class Sender:
    """Sends signed requests. ``key``: by which of ``KEYS``."""

    url: str
    http: ClientSession
    clock: Clock
    key: str = "crm/2026"
    extra: dict[str, str] = field(default_factory=dict)

    def signed(self, method: str, path: str, idempotency: str, body: bytes) -> dict[str, str]:
        request = Request(method, path, idempotency, body)
        return signed_headers(self.key, KEYS[self.key], self.clock.now().timestamp(), request)

    async def send(
        self, path: str, body: bytes, key: str = "", kind: str = JSON, **changed: str
    ) -> Answer:
        """``changed``: headers set after signing, ``_`` for ``-``."""
        headers = {"Content-Type": kind} | self.signed("POST", path, key, body) | self.extra
        headers |= {name.replace("_", "-"): value for name, value in changed.items()}
        return await self._answered("POST", path, headers, body)

    async def one(self, contact: object, key: str = "key-1", **changed: str) -> Answer:
        return await self.send(PATH, json.dumps(contact).encode(), key, **changed)

    async def many(self, *contacts: object) -> Answer:
        return await self.send(BATCH, json.dumps(contacts).encode())

    async def get(self, path: str) -> Answer:
        return await self._answered("GET", path, self.signed("GET", path, "", b""), b"")

    async def _answered(
        self, method: str, path: str, headers: dict[str, str], body: bytes
    ) -> Answer:
        async with self.http.request(
            method, URL(self.url + path, encoded=True), data=body or None, headers=headers
        ) as answer:
            return Answer(answer.status, await answer.read(), dict(answer.headers))


@dataclass(frozen=True, slots=True)
class Served:
    """``casey``: whose contacts are alerted, on the desk behind the door."""

    sender: Sender
    casey: Answering
    desk: IntakeDesk


def intake_app(
    casey: Answering, keys: dict[str, str], gate: Gate
) -> tuple[web.Application, IntakeDesk]:
    codes = [means.code for means in NATURAL_ENGLAND.means]
    desk = IntakeDesk(
        casey.incoming,
        Answers(casey.memory.desk.alerts),
        ContactReader(Shapes.of(codes), "a secret of the tests"),
        casey.memory.clock,
        "email",
    )
    app = web_app(_ready)
    IntakeDoor(Keyring(keys), desk, gate).add_routes(app)
    return app, desk


@asynccontextmanager
async def opened_door(
    keys: dict[str, str] = KEYS, gate: Gate | None = None
) -> AsyncIterator[Served]:
    casey = await answering(NATURAL_ENGLAND)
    app, desk = intake_app(casey, keys, gate or Gate())
    port = free_port()
    async with served(app, "127.0.0.1", port), ClientSession() as http:
        sender = Sender(f"http://127.0.0.1:{port}", http, casey.memory.clock)
        yield Served(sender, casey, desk)


async def _ready() -> bool:
    return True


async def refused(door: Served, *, status: int, code: str, **changed: str) -> str:
    answer = await door.sender.one(CASEY, **changed)
    assert (answer.status, answer.body["type"]) == (status, f"urn:ucb:problem:{code}")
    assert door.casey.memory.store.receipts == {}
    detail: str = answer.body["detail"]
    return detail
