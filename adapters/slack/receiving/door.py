"""The HTTP side of the adapter: nothing is parsed before its signature was found true."""

import json
import logging
from collections.abc import Awaitable, Callable
from typing import Any, Final
from urllib.parse import parse_qsl

from aiohttp import web
from slack_bolt.adapter.aiohttp import to_aiohttp_response
from slack_bolt.request.async_request import AsyncBoltRequest
from slack_bolt.response import BoltResponse
from slack_sdk.signature import SignatureVerifier

Json = dict[str, Any]
log = logging.getLogger(__name__)

_LARGEST: Final = 2 * 1024 * 1024
"""Bytes of a request. The largest view Slack takes is 250 KB, and grows when form-encoded."""
_LEFT_OUT: Final = "app_rate_limited"
"""Slack tells no app of more than 30,000 events in an hour."""
_PASSED_ON: Final = frozenset({200, 401, 503})


class Door:
    """``open``: whether requests are taken; a closed door sends Slack to try again elsewhere."""

    def __init__(
        self, signing_secret: str, dispatch: Callable[[AsyncBoltRequest], Awaitable[BoltResponse]]
    ) -> None:
        self._verifier = SignatureVerifier(signing_secret)
        self._dispatch = dispatch
        self.open = True

    async def handle(self, request: web.Request) -> web.Response:
        if not self.open:
            return web.Response(status=503)
        raw = await _body(request)
        if raw is None:
            return web.Response(status=400)
        if not self._signed(request, raw):
            return web.Response(status=401)
        try:
            taken = AsyncBoltRequest(
                # Bolt's own reading loses a command whose text holds the word "payload".
                mode="socket_mode",
                body=_parsed(raw, request.content_type),
            )
        except (ValueError, TypeError, AttributeError, LookupError, RecursionError):
            return web.Response(status=400)
        if taken.body.get("type") == _LEFT_OUT:
            log.error("Slack leaves messages out, because there were too many for one app")
            return web.Response()
        answer = await self._dispatch(taken)
        if answer.status not in _PASSED_ON:
            return web.Response(status=400)
        return await to_aiohttp_response(answer)

    def _signed(self, request: web.Request, raw: str) -> bool:
        try:
            return self._verifier.is_valid(
                raw,
                request.headers.get("X-Slack-Request-Timestamp"),
                request.headers.get("X-Slack-Signature"),
            )
        except (ValueError, TypeError):
            return False


async def _body(request: web.Request) -> str | None:
    """The whole body as text; ``None`` when it is too large or no UTF-8."""
    if (request.content_length or 0) > _LARGEST:
        return None
    parts: list[bytes] = []
    length = 0
    async for part in request.content.iter_any():
        parts.append(part)
        length += len(part)
        if length > _LARGEST:
            return None
    try:
        return b"".join(parts).decode()
    except UnicodeDecodeError:
        return None


def _parsed(raw: str, content_type: str) -> Json:
    """Events are JSON, interactions are JSON in a form field, commands are a form."""
    if content_type == "application/json":
        return _object(raw)
    form = dict(parse_qsl(raw, keep_blank_values=True, max_num_fields=100))
    return _object(form["payload"]) if "payload" in form else dict(form)


def _object(raw: str) -> Json:
    parsed = json.loads(raw)
    if not isinstance(parsed, dict):
        raise ValueError("not an object")
    return parsed
