"""Slack's Web API, as far as the bot calls it: ``/api/<method>``."""

import hmac
from collections.abc import Awaitable, Callable, Mapping
from typing import Final

from aiohttp import web

from adapters.playground.errors import SlackError
from adapters.playground.local_slack import LocalSlack
from adapters.playground.web_api import chat, conversations, files, users, views
from adapters.playground.web_api.arguments import Arguments, read_arguments
from adapters.playground.workspace import Json

Method = Callable[[LocalSlack, Arguments], Awaitable[Json]]

_METHODS: Final[Mapping[str, Method]] = {
    **chat.METHODS,
    **conversations.METHODS,
    **files.METHODS,
    **users.METHODS,
    **views.METHODS,
}

_SCOPES: Final = "chat:write,commands,files:write,im:write,users:read,users:read.email"


class WebApi:
    def __init__(self, slack: LocalSlack, token: str) -> None:
        self._slack = slack
        self._token = token

    def add_routes(self, app: web.Application) -> None:
        app.router.add_route("*", "/api/{method}", self._call)

    async def _call(self, request: web.Request) -> web.Response:
        try:
            body = {"ok": True, **await self._result(request)}
        except SlackError as error:
            body = {"ok": False, "error": error.code}
            if error.messages:
                body["response_metadata"] = {"messages": list(error.messages)}
        return web.json_response(body, headers={"X-OAuth-Scopes": _SCOPES})

    async def _result(self, request: web.Request) -> Json:
        arguments = await read_arguments(request)
        self._check(arguments.token)
        method = _METHODS.get(request.match_info["method"])
        if method is None:
            raise SlackError("unknown_method")
        return await method(self._slack, arguments)

    def _check(self, token: str) -> None:
        if not token:
            raise SlackError("not_authed")
        if not hmac.compare_digest(token.encode(), self._token.encode()):
            raise SlackError("invalid_auth")
