"""The API behind the page, under ``/playground/api/``: what a person in a seat sees and does."""

from collections.abc import Awaitable, Callable, Mapping
from typing import Final

from aiohttp import web

from adapters.playground.local_slack import LocalSlack
from adapters.playground.page_api import (
    forms,
    interactions,
    outside,
    reading,
    talking,
    time_travel,
)
from adapters.playground.page_api.asking import Ask, PageError, read_ask
from adapters.playground.workspace import Json

Handler = Callable[[LocalSlack, Ask], Awaitable[Json]]
_ROOT: Final = "/playground/api"

_READ: Final[Mapping[str, Handler]] = {**reading.HANDLERS, **outside.READ}
_DO: Final[Mapping[str, Handler]] = {
    **talking.HANDLERS,
    **interactions.HANDLERS,
    **forms.HANDLERS,
    **time_travel.HANDLERS,
    **outside.HANDLERS,
}


class PageApi:
    def __init__(self, slack: LocalSlack) -> None:
        self._slack = slack

    def add_routes(self, app: web.Application) -> None:
        for name, handler in _READ.items():
            app.router.add_get(f"{_ROOT}/{name}", self._answering(handler))
        for name, handler in _DO.items():
            app.router.add_post(f"{_ROOT}/{name}", self._answering(handler))
        app.router.add_get(f"{_ROOT}/events", self._stream)

    def _answering(
        self, handler: Handler
    ) -> Callable[[web.Request], Awaitable[web.StreamResponse]]:
        async def answer(request: web.Request) -> web.Response:
            try:
                return web.json_response(
                    await handler(self._slack, await read_ask(request)),
                    headers={"Cache-Control": "no-store"},
                )
            except PageError as error:
                return web.json_response({"error": error.sentence}, status=error.status)

        return answer

    async def _stream(self, request: web.Request) -> web.StreamResponse:
        seat = self._slack.workspace.seat(request.query.get("seat", ""))
        if seat is None:
            return web.json_response({"error": "There is no such seat."}, status=404)
        return await self._slack.hub.serve(request, seat.user)
