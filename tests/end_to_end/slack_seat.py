"""A seat in the local Slack: what is to be seen from it, and the requests it sends."""

import asyncio
import json
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import Any

from aiohttp import ClientSession, ClientTimeout

from tests.end_to_end.slack_parts import Block, words_of

PATIENCE = 20.0


class NotTaken(Exception):
    """The bot did not acknowledge. Its text is what Slack tells the person."""


class Changed(Exception):
    """What was to be pressed is not there any more."""


class SlackSeat:
    """Everything goes over the playground's own API at ``base``."""

    def __init__(self, http: ClientSession, base: str, seat: str) -> None:
        self._http = http
        self._base = f"{base}/playground/api"
        self._seat = seat

    async def message(
        self, place: str, words: tuple[str, ...], beneath: str = ""
    ) -> dict[str, Any]:
        """``beneath``: the timestamp of the message it replies to, "" for any message."""
        channel = (await self.places())[place]
        seen: list[dict[str, Any]] = []
        try:
            async with self.changes() as changes:
                async for _ in changes:
                    answer = await self.get("messages", channel=channel)
                    seen = answer["messages"]
                    for message in reversed(seen):
                        is_there = not beneath or message.get("thread_ts") == beneath
                        if is_there and all(word in words_of(message) for word in words):
                            return dict(message)
        except TimeoutError:
            texts = "\n---\n".join(words_of(m) for m in seen)
            raise AssertionError(f"never saw {words} in {place}, only:\n{texts}") from None
        raise AssertionError("the event stream ended")

    async def view_with(self, labels: tuple[str, ...]) -> Block:
        def has(view: Block) -> bool:
            shown = {b["label"]["text"] for b in view.get("blocks", ()) if "label" in b}
            return set(labels) <= shown

        return await self.view(has, labels)

    async def view(self, wanted: Callable[[Block], bool], words: tuple[str, ...]) -> Block:
        """The form on top, once it is the one that is wanted."""
        view: Block = {}
        try:
            async with self.changes() as changes:
                async for _ in changes:
                    views = await self.views()
                    view = views[-1] if views else {}
                    if views and wanted(view):
                        return view
        except TimeoutError:
            raise AssertionError(f"no form with {words}, only: {words_of(view)}") from None
        raise AssertionError("the event stream ended")

    @asynccontextmanager
    async def changes(self) -> AsyncIterator[AsyncIterator[None]]:
        """Yields once at once and then after every change the workspace announces."""
        async with (
            asyncio.timeout(PATIENCE),
            self._http.get(
                f"{self._base}/events",
                params={"seat": self._seat},
                timeout=ClientTimeout(total=None),
            ) as stream,
        ):

            async def ticks() -> AsyncIterator[None]:
                yield
                async for line in stream.content:
                    if line.startswith(b"data:"):
                        yield

            yield ticks()

    async def places(self) -> dict[str, str]:
        workspace = await self.get("workspace")
        channels = {c["name"]: c["id"] for c in workspace["channels"]}
        return {**channels, "direct": workspace["dms"][0]["id"]}

    async def views(self) -> list[dict[str, Any]]:
        return list((await self.get("views"))["views"])

    async def get(self, what: str, **query: str) -> dict[str, Any]:
        params = {"seat": self._seat, **query}
        async with self._http.get(f"{self._base}/{what}", params=params) as answer:
            body: dict[str, Any] = await answer.json()
            assert answer.status == 200, body
            return body

    async def post(self, what: str, **body: Any) -> dict[str, Any]:
        data = json.dumps({"seat": self._seat, **body})
        headers = {"Content-Type": "application/json"}
        async with self._http.post(f"{self._base}/{what}", data=data, headers=headers) as answer:
            result: dict[str, Any] = await answer.json()
            if answer.status == 502:
                raise NotTaken(result["error"])
            if answer.status == 404 and "Look again" in result["error"]:
                raise Changed
            assert answer.status == 200, result
            return result
