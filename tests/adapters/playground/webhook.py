"""A bot's way in for contacts: it checks who tells it, keeps it, and answers as a test says."""

import hashlib
import hmac
import json
from dataclasses import dataclass, field
from typing import Any

from aiohttp import web

from adapters.playground import CannotBe, Contact, Example, Examples, Means, Outside

PATH = "/webhooks/contacts"
_SECRET = b"the webhook's secret"

KNOWN = Example(
    "Casey Customer",
    "From their own mail address",
    Contact("Casey Customer", "casey@customer.example", means="email"),
)
UNKNOWN = Example(
    "Somebody unknown", "Nobody we know", Contact("Nia Nobody", phone="01632 960999", means="phone")
)


def sign(method: str, path: str, key: str, body: bytes) -> dict[str, str]:
    signed = f"{method}:{path}:{key}:".encode() + body
    mark = hmac.new(_SECRET, signed, hashlib.sha256).hexdigest()
    return {"X-Signature": mark, "Idempotency-Key": key}


@dataclass
class Webhook:
    """``heard``: what it was told in order, by key. ``known``: whether anybody is to be alerted of;
    setting it up makes it so, unless ``cannot`` says why not."""

    heard: list[tuple[str, dict[str, Any]]] = field(default_factory=list)
    known: bool = True
    cannot: str = ""
    answer: dict[str, Any] = field(default_factory=lambda: {"became": "nothing", "alerts": []})
    status: int = 202

    def answers(self, status: int = 202, **answer: Any) -> None:
        """From now on."""
        self.status, self.answer = status, answer

    def add_routes(self, app: web.Application) -> None:
        app.router.add_post(PATH, self._receive)

    def outside(self, url: str, room: str) -> Outside:
        means = (Means("phone", "Telephone"), Means("email", "Email"), Means("letter", "Letter"))
        return Outside(url, sign, room, means, self._examples, self._set_up)

    async def _examples(self) -> Examples:
        return Examples(self.known, (KNOWN, UNKNOWN) if self.known else (UNKNOWN,))

    async def _set_up(self) -> None:
        if self.cannot:
            raise CannotBe(self.cannot)
        self.known = True

    async def _receive(self, request: web.Request) -> web.Response:
        body, key = await request.read(), request.headers["Idempotency-Key"]
        wanted = sign(request.method, request.path, key, body)
        if request.headers["X-Signature"] != wanted["X-Signature"]:
            return web.Response(status=401)
        self.heard.append((key, json.loads(body)))
        return web.json_response(self.answer, status=self.status)
