"""Reads a request's body as far as the limit, and no further."""

import asyncio
from collections.abc import Collection

from aiohttp import ClientPayloadError, web

from adapters.intake.limits import SECONDS_TO_ARRIVE
from adapters.intake.problems import Problem, malformed, too_large


def content_type(request: web.Request, taken: Collection[str]) -> str:
    """Raises ``Problem`` for one that is not ``taken``, and for a packed body."""
    kind = request.content_type.lower()
    packed = request.headers.get("Content-Encoding", "identity").lower() != "identity"
    charset = (request.charset or "utf-8").lower().replace("_", "-")
    if kind not in taken or "Content-Type" not in request.headers:
        detail = f"Send {' or '.join(taken)}, and say so in Content-Type."
    elif packed:
        detail = "Send the body as it is, without Content-Encoding."
    elif charset not in ("utf-8", "utf8", "us-ascii") and not kind.startswith("message/"):
        detail = "Send UTF-8."
    else:
        return kind
    raise Problem(415, "content-type", "This kind of content is not taken here.", detail)


def refuse_large(request: web.Request, limit: int) -> None:
    """By what the headers say, before anything is read. Raises ``Problem``."""
    if (request.content_length or 0) > limit:
        raise too_large(limit)


async def read_body(request: web.Request, limit: int) -> bytes:
    """Raises ``Problem``."""
    refuse_large(request, limit)
    parts: list[bytes] = []
    length = 0
    try:
        async with asyncio.timeout(SECONDS_TO_ARRIVE):
            async for part in request.content.iter_any():
                length += len(part)
                if length > limit:
                    raise too_large(limit)
                parts.append(part)
    except TimeoutError:
        detail = f"The body must arrive within {SECONDS_TO_ARRIVE} s."
        raise Problem(408, "slow", "The request did not arrive in time.", detail) from None
    except (ClientPayloadError, web.PayloadAccessError, ConnectionError):
        raise malformed("The body ended before its end.") from None
    return b"".join(parts)
