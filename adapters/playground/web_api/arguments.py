"""The arguments of a Web API call: JSON, a form, or the query."""

import json
from dataclasses import dataclass
from typing import Any

from aiohttp import web

from adapters.playground.errors import SlackError, missing
from adapters.playground.workspace import Json

_FORMS = ("application/x-www-form-urlencoded", "multipart/form-data")


@dataclass(frozen=True, slots=True)
class Arguments:
    """``base``: the address under which the caller reached the playground."""

    values: Json
    token: str
    base: str

    def has(self, name: str) -> bool:
        return self.values.get(name) is not None

    def text(self, name: str, default: str = "") -> str:
        """A string; numbers are taken as they read."""
        value = self.values.get(name)
        if value is None:
            return default
        if isinstance(value, str):
            return value
        if isinstance(value, int | float) and not isinstance(value, bool):
            return str(value)
        raise SlackError("invalid_arguments", [f"[ERROR] must be a string [json-pointer:/{name}]"])

    def required(self, name: str) -> str:
        value = self.text(name)
        if not value:
            raise missing(name)
        return value

    def flag(self, name: str) -> bool:
        return self.values.get(name) in (True, 1, "1", "true", "True")

    def number(self, name: str, default: int) -> int:
        try:
            return int(self.text(name, str(default)))
        except ValueError:
            raise SlackError(
                "invalid_arguments", [f"[ERROR] must be a number [json-pointer:/{name}]"]
            ) from None

    def structure(self, name: str, refusal: str = "invalid_arguments") -> Any:
        """JSON: as such in a JSON body, as a string in a form. ``None`` when it is not given."""
        value = self.values.get(name)
        if not isinstance(value, str):
            return value
        try:
            return json.loads(value)
        except ValueError:
            raise SlackError(refusal) from None


async def read_arguments(request: web.Request) -> Arguments:
    values: Json = dict(request.query)
    if request.method == "POST":
        values |= await _body(request)
    bearer = request.headers.get("Authorization", "").removeprefix("Bearer ").strip()
    token = bearer or str(values.get("token") or "")
    return Arguments(values, token, f"{request.scheme}://{request.host}")


async def _body(request: web.Request) -> Json:
    if request.content_type == "application/json":
        return _json_object(await request.text())
    if request.content_type in _FORMS or not request.can_read_body:
        return dict(await request.post())
    raise SlackError("invalid_post_type")


def _json_object(text: str) -> Json:
    try:
        value = json.loads(text or "{}")
    except ValueError:
        raise SlackError("invalid_json") from None
    if not isinstance(value, dict):
        raise SlackError("json_not_object")
    return value
