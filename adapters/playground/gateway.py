"""Another system of the public body, such as a mail gateway, that tells the bot of contacts."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final
from urllib.parse import urlsplit

from adapters.playground.line import BotFailed, Line
from adapters.playground.outside import Contact, Outside
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
    """What it sends is signed, as any other system's would be."""

    def __init__(self, outside: Outside, line: Line) -> None:
        self.outside = outside
        self._line = line

    async def tell(self, contact: Contact, key: str) -> Told:
        """``key``: names the contact; the same again is answered as it was. Raises ``NotTaken``
        or ``BotFailed``."""
        url, body = self.outside.url, json.dumps(_said(contact)).encode()
        headers = self.outside.sign("POST", urlsplit(url).path, key, body)
        headers = {"Content-Type": "application/json", **headers}
        reply = await self._line.post(url, body, headers)
        return _told(reply.status, reply.text)


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
