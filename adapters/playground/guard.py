"""Keeps the playground to this machine and to its own page.

A page elsewhere could point its own host name at 127.0.0.1 (DNS rebinding) or post here from a
browser tab. The first is stopped by the Host header, the second by Origin.
"""

from collections.abc import Awaitable, Callable
from typing import Final
from urllib.parse import urlsplit

from aiohttp import web

_LOOPBACK: Final = frozenset({"127.0.0.1", "localhost"})

_HEADERS: Final = {
    "Content-Security-Policy": (
        "default-src 'self'; img-src 'self' data:; base-uri 'none'; "
        "form-action 'none'; frame-ancestors 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
}


@web.middleware
async def guard(
    request: web.Request, handler: Callable[[web.Request], Awaitable[web.StreamResponse]]
) -> web.StreamResponse:
    if _host_name(request.host) not in _LOOPBACK:
        return _refusal("The playground answers to 127.0.0.1 and localhost only.")
    origin = request.headers.get("Origin")
    if origin is not None and origin != f"{request.scheme}://{request.host}":
        return _refusal("The playground takes requests from its own page only.")
    return await handler(request)


async def add_headers(_request: web.Request, response: web.StreamResponse) -> None:
    """Runs before each answer is sent, streams included."""
    for name, value in _HEADERS.items():
        response.headers.setdefault(name, value)


def _host_name(host: str) -> str | None:
    try:
        return urlsplit(f"//{host}").hostname
    except ValueError:
        return None


def _refusal(sentence: str) -> web.Response:
    return web.json_response({"error": sentence}, status=403)
