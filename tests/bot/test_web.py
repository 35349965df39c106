"""The health of the server, as a load balancer and a container see it."""

from collections.abc import Awaitable, Callable

import aiohttp
import pytest

from bot.app.web import served, web_app
from tests.bot.serving import free_port


async def _ready() -> bool:
    return True


async def _away() -> bool:
    return False


async def _broken() -> bool:
    raise OSError("the pool is gone")


@pytest.mark.parametrize(("check", "status"), [(_ready, 200), (_away, 503), (_broken, 503)])
async def test_readiness_follows_the_database_and_liveness_does_not(
    check: Callable[[], Awaitable[bool]], status: int
) -> None:
    port = free_port()
    async with served(web_app(check), "127.0.0.1", port), aiohttp.ClientSession() as http:
        async with http.get(f"http://127.0.0.1:{port}/readyz") as answer:
            assert answer.status == status
        async with http.get(f"http://127.0.0.1:{port}/healthz") as answer:
            assert answer.status == 200
