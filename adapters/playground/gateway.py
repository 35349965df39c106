"""Another system of the public body, such as a mail gateway, that tells the bot of contacts."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final
from urllib.parse import urlsplit

from aiohttp import ClientError, ClientSession, ClientTimeout

from adapters.playground.outside import Contact, Outside
from adapters.playground.sender import PATIENCE, BotFailed
from adapters.playground.workspace import Json

_FIELDS: Final = {
    "name": "name",
    "emails": "email",
    "phones": "phone",
    "postcodes": "postcode",
    "means": "means",
}
"""The bot's names for what a contact says, and ours."""


@dataclass(frozen=True, slots=True)
class Told:
    """``became``: "alerted", "asked" or "nothing". ``alerts``: their references."""

    became: str
    alerts: tuple[str, ...]


class NotTaken(Exception):
    """The bot does not take it as it is. ``problems``: sentences by field, "" for the whole."""

    def __init__(self, problems: Mapping[str, str]) -> None:
        super().__init__("not taken")
        self.problems = problems


class Gateway:
    """Opened by ``start``. What it sends is signed, and goes over a socket."""

    def __init__(self, outside: Outside, patience: float = PATIENCE) -> None:
        self.outside = outside
        self._patience = patience
        self._http: ClientSession | None = None

    async def start(self) -> None:
        self._http = ClientSession(timeout=ClientTimeout(total=self._patience))

    async def close(self) -> None:
        if self._http is not None:
            await self._http.close()

    async def tell(self, contact: Contact, key: str) -> Told:
        """``key``: names the contact; the same again is answered as it was. Raises ``NotTaken``
        or ``BotFailed``."""
        if self._http is None:
            raise BotFailed("connection_failed")
        url, body = self.outside.url, json.dumps(_said(contact)).encode()
        headers = self.outside.sign("POST", urlsplit(url).path, key, body)
        headers = {"Content-Type": "application/json", **headers}
        try:
            async with self._http.post(
                url, data=body, headers=headers, allow_redirects=False
            ) as response:
                return _told(response.status, await response.text())
        except TimeoutError:
            raise BotFailed("http_timeout") from None
        except ClientError:
            raise BotFailed("connection_failed") from None


def _said(contact: Contact) -> dict[str, Any]:
    many = {"emails": contact.email, "phones": contact.phone, "postcodes": contact.postcode}
    return {
        "means": contact.means,
        **({"name": contact.name} if contact.name else {}),
        **{name: [value] for name, value in many.items() if value},
    }


def _told(status: int, text: str) -> Told:
    if status not in (200, 202, 409, 422):
        raise BotFailed("http_error")
    try:
        answer = json.loads(text)
        if status >= 400:
            raise NotTaken(_problems(answer))
        return Told(str(answer["became"]), tuple(map(str, answer["alerts"])))
    except (ValueError, KeyError, TypeError):
        raise BotFailed("invalid_response") from None


def _problems(answer: Json) -> dict[str, str]:
    """By the fields of the page, from a problem as RFC 9457 has it."""
    found: dict[str, str] = {}
    for error in answer["errors"]:
        place = str(error["pointer"]).removeprefix("#").removeprefix("/").partition("/")[0]
        sentence = f"{error['detail']} {error['remedy']}".strip()
        found.setdefault(_FIELDS.get(place, ""), sentence)
    return found or {"": str(answer["detail"])}
