"""The HTTP side of the adapter: nothing is acted on before its token was found true."""

import json
import logging
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import Any, Final

from aiohttp import web
from botbuilder.core import InvokeResponse, TurnContext
from botbuilder.integration.aiohttp import CloudAdapter
from botbuilder.schema import Activity, ActivityTypes
from msrest.exceptions import DeserializationError

from adapters.chat.payloads import Malformed
from adapters.teams.sdk.keys import KeysUnavailable
from adapters.teams.sdk.validation import Refused, Validation

Json = dict[str, Any]
log = logging.getLogger(__name__)

_LARGEST: Final = 1024 * 1024
_TAKEN: Final = 202
_FAULT: Final = 500
_LOOPBACK: Final = frozenset({"127.0.0.1", "::1"})


@dataclass(frozen=True, slots=True)
class Reply:
    """The answer to an invoke activity. Of one to any other, only a fault is told: 500 and above
    asks Teams to try again."""

    body: Json = field(default_factory=dict)
    status: int = 200


class Gateway:
    """``open``: whether requests are taken; a closed gateway sends Teams to try again elsewhere.

    ``loopback_only``: requests from other machines are refused (the playground has no tokens).
    """

    def __init__(
        self,
        validation: Validation,
        take: Callable[[Json], Awaitable[Reply]],
        *,
        loopback_only: bool,
    ) -> None:
        self._cloud = CloudAdapter(validation)
        self._validation = validation
        self._take = take
        self._loopback_only = loopback_only
        self.open = True

    async def handle(self, request: web.Request) -> web.Response:
        if not self.open:
            return web.Response(status=503)
        if self._loopback_only and request.remote not in _LOOPBACK:
            return web.Response(status=403)
        try:
            body = await _body(request)
            activity = Activity().deserialize(body)
        except (ValueError, TypeError, AttributeError, RecursionError, DeserializationError):
            return web.Response(status=400)
        header = request.headers.get("Authorization", "")
        try:
            caller = await self._validation.authenticate_request(activity, header)
        except Refused as refused:
            log.warning("refused a request: %s", str(refused)[:200])
            return web.Response(status=401)
        except KeysUnavailable:
            return web.Response(status=503)
        return await self._turn(caller, activity, body)

    async def _turn(self, caller: Any, activity: Activity, body: Json) -> web.Response:
        is_invoke = activity.type == ActivityTypes.invoke
        replies: list[Reply] = []

        async def turn(context: TurnContext) -> None:
            reply = await self._take(body)
            replies.append(reply)
            if is_invoke:
                value = InvokeResponse(status=reply.status, body=reply.body)
                await context.send_activity(
                    Activity(type=ActivityTypes.invoke_response, value=value)
                )

        try:
            answered = await self._cloud.process_activity(caller, activity, turn)
        except Malformed as malformed:
            log.warning("refused a malformed request: %s", malformed)
            return web.Response(status=400)
        if answered is None:
            fault = next((reply.status for reply in replies if reply.status >= _FAULT), 0)
            return web.Response(status=fault or _TAKEN)
        return web.json_response(answered.body, status=answered.status)


async def _body(request: web.Request) -> Json:
    if request.content_type != "application/json" or (request.content_length or 0) > _LARGEST:
        raise ValueError("not JSON, or too large")
    body = json.loads(await request.read())
    if not isinstance(body, dict) or not isinstance(body.get("type"), str):
        raise ValueError("not an activity")
    return body
