"""Slack's Web API and response URLs: one session, a time limit on every call, no repetition."""

from collections.abc import Mapping
from typing import Any, Final
from urllib.parse import urlsplit

import aiohttp
from slack_sdk.web.async_client import AsyncWebClient

from adapters.slack.quiet import library_logger
from adapters.slack.settings import SlackSettings

_SECONDS: Final = 10.0
_LOOPBACK: Final = frozenset({"127.0.0.1", "::1", "localhost"})


class NotTaken(Exception):
    """Slack did not take an answer sent to a response URL."""


class Web:
    """``client`` never tries again by itself, for that could post a message twice."""

    def __init__(self, settings: SlackSettings) -> None:
        self.client = AsyncWebClient(
            token=settings.bot_token,
            base_url=settings.api_url,
            timeout=int(_SECONDS),
            logger=library_logger(),
            retry_handlers=[],
        )
        if urlsplit(settings.api_url).hostname in _LOOPBACK:
            self.client.proxy = None

    async def open(self) -> None:
        self.client.session = aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=_SECONDS))

    async def close(self) -> None:
        if self.client.session:
            await self.client.session.close()

    async def respond(self, url: str, message: Mapping[str, Any]) -> None:
        """Show ``message`` to the person alone. Raises ``NotTaken`` or what aiohttp raises."""
        if self.client.session is None:
            raise NotTaken("closed")
        body = {"response_type": "ephemeral", "replace_original": False, **message}
        async with self.client.session.post(url, json=body, proxy=self.client.proxy) as answer:
            if answer.status != 200:
                raise NotTaken(f"http-{answer.status}")
