"""response_urls: by which the bot answers an action up to five times within 30 minutes."""

import secrets
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from aiohttp import web

from adapters.playground.errors import SlackError
from adapters.playground.messages import Messages
from adapters.playground.replies import carry_out

LIFETIME_SECONDS: Final = 30 * 60.0
MOST_USES: Final = 5
_KEPT: Final = 1000


@dataclass(slots=True)
class _Line:
    channel: str
    seat: str
    original: str | None
    until: float
    uses: int = 0


class ResponseUrls:
    """``elapsed``: seconds that only go forward, whatever the playground's clock is set to."""

    def __init__(self, messages: Messages, elapsed: Callable[[], float]) -> None:
        self._messages = messages
        self._elapsed = elapsed
        self._lines: dict[str, _Line] = {}

    def issue(self, base: str, channel: str, seat: str, original: str | None = None) -> str:
        """``base``: where the playground is reached. ``original``: the message acted on."""
        key = secrets.token_urlsafe(18)
        self._lines[key] = _Line(channel, seat, original, self._elapsed() + LIFETIME_SECONDS)
        while len(self._lines) > _KEPT:
            del self._lines[next(iter(self._lines))]
        return f"{base}/response/{key}"

    def add_routes(self, app: web.Application) -> None:
        app.router.add_post("/response/{key}", self._receive)

    async def _receive(self, request: web.Request) -> web.Response:
        try:
            reply = await request.json()
        except ValueError:
            return _answer("invalid_payload", 400)
        if not isinstance(reply, dict):
            return _answer("invalid_payload", 400)
        line = self._lines.get(request.match_info["key"])
        if line is None or self._elapsed() > line.until:
            return _answer("expired_url", 404)
        if line.uses >= MOST_USES:
            return _answer("used_url", 404)
        line.uses += 1
        found = self._messages.find(line.channel, line.original or "", line.seat)
        try:
            carry_out(self._messages, line.channel, line.seat, found, reply)
        except SlackError as error:
            return _answer(error.code, 400)
        return web.json_response({"ok": True})


def _answer(code: str, status: int) -> web.Response:
    return web.json_response({"ok": False, "error": code}, status=status)
