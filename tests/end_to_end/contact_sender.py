"""Another system of the public body, which tells the bot of contacts over HTTP."""

import json
from dataclasses import dataclass
from typing import Any, Final

from aiohttp import ClientSession

from adapters.intake.signing import Request, signed_headers
from core.services.ports.desk import Clock

PATH = "/webhooks/contacts"
CONTACT_KEYS: Final = {"crm/2026": "a secret of the customer database, long enough"}


@dataclass(frozen=True, slots=True)
class ContactSender:
    """``url``: of the bot. ``key``: the name of the key; ``secret``: by which it signs."""

    url: str
    clock: Clock
    key: str
    secret: str

    async def tells(
        self, body: bytes, idempotency: str, kind: str = "application/json", path: str = PATH
    ) -> tuple[int, Any]:
        """The status, and the answer."""
        request = Request("POST", path, idempotency, body)
        now = self.clock.now().timestamp()
        headers = signed_headers(self.key, self.secret, now, request) | {"Content-Type": kind}
        async with (
            ClientSession(self.url) as http,
            http.post(path, data=body, headers=headers) as answer,
        ):
            return answer.status, json.loads(await answer.read())

    async def tells_of(self, idempotency: str, **contact: object) -> tuple[int, Any]:
        return await self.tells(json.dumps(contact).encode(), idempotency)
