"""A local connector service: the Bot Connector REST protocol as Teams speaks it."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from itertools import count
from typing import Any

from aiohttp import web

Json = dict[str, Any]
_PATIENCE = 10.0
_LARGEST = 28 * 1024


@dataclass
class Person:
    """``id``: at Teams; ``object_id``: in the tenant's directory; ``chat``: with the bot."""

    name: str
    object_id: str
    tenant: str
    email: str = ""
    role: str = "user"
    home: str = ""
    principal: str = ""

    @property
    def id(self) -> str:
        return f"29:{self.object_id}"

    @property
    def chat(self) -> str:
        return f"a:{self.object_id}"

    def as_member(self) -> Json:
        return {
            "id": self.id,
            "aadObjectId": self.object_id,
            "name": self.name,
            "email": self.email,
            "userPrincipalName": self.principal or self.email,
            "tenantId": self.home or self.tenant,
            "userRole": self.role,
        }


@dataclass
class Message:
    conversation: str
    id: str
    activity: Json
    edits: int = 0

    @property
    def card(self) -> Json:
        content: Json = self.activity["attachments"][0]["content"]
        return content


@dataclass(frozen=True)
class Fault:
    status: int
    code: str | None = None
    retry_after: str | None = None
    after_keeping: bool = False


@dataclass
class Connector:
    """``absent``: conversations the bot is not in. ``faults``: for the next posts and updates."""

    people: dict[str, Person] = field(default_factory=dict)
    messages: list[Message] = field(default_factory=list)
    absent: set[str] = field(default_factory=set)
    blocked: set[str] = field(default_factory=set)
    faults: list[Fault] = field(default_factory=list)
    member_faults: list[Fault] = field(default_factory=list)
    opened: list[Json] = field(default_factory=list)
    looked_up: list[str] = field(default_factory=list)
    tokens: list[str] = field(default_factory=list)
    refused_tokens: set[str] = field(default_factory=set)
    _ids: Any = field(default_factory=lambda: count(1_700_000_000_000))
    _changed: asyncio.Condition = field(default_factory=asyncio.Condition)

    def add_routes(self, app: web.Application) -> None:
        base = "/uk/v3/conversations"
        app.router.add_post(base, self._guarded(self._open))
        app.router.add_post(base + "/{conversation}/activities", self._guarded(self._post))
        app.router.add_put(base + "/{conversation}/activities/{id}", self._guarded(self._update))
        app.router.add_get(base + "/{conversation}/members/{member}", self._guarded(self._member))

    async def wait_for(self, seen: Callable[[Message], bool]) -> Message:
        """The newest message that ``seen`` is true of, as soon as there is one."""
        async with asyncio.timeout(_PATIENCE), self._changed:
            while True:
                for message in reversed(self.messages):
                    if seen(message):
                        return message
                await self._changed.wait()

    async def in_chat(self, conversation: str, number: int = 1) -> Message:
        """The ``number``-th message of a conversation, as soon as it is there."""
        async with asyncio.timeout(_PATIENCE), self._changed:
            while True:
                there = [m for m in self.messages if m.conversation == conversation]
                if len(there) >= number:
                    return there[number - 1]
                await self._changed.wait()

    def delete(self, message: Message) -> None:
        self.messages.remove(message)

    async def _open(self, request: web.Request) -> web.Response:
        wanted = await request.json()
        self.opened.append(wanted)
        user = wanted["members"][0]["id"]
        person = next((p for p in self.people.values() if user in (p.id, p.object_id)), None)
        if person is None or person.tenant != wanted["channelData"]["tenant"]["id"]:
            return _error(404, "ConversationNotFound")
        if person.chat in self.absent:
            return _error(403, "BotNotInConversationRoster")
        return web.json_response({"id": person.chat}, status=201)

    async def _post(self, request: web.Request) -> web.Response:
        conversation = request.match_info["conversation"]
        if refusal := self._refusal(conversation, await request.read()):
            return refusal
        fault = self.faults.pop(0) if self.faults else None
        if fault and not fault.after_keeping:
            return _error(fault.status, fault.code, fault.retry_after)
        message = Message(conversation, str(next(self._ids)), await request.json())
        async with self._changed:
            self.messages.append(message)
            self._changed.notify_all()
        if fault:
            return _error(fault.status, fault.code, fault.retry_after)
        return web.json_response({"id": message.id}, status=201)

    async def _update(self, request: web.Request) -> web.Response:
        conversation, wanted = request.match_info["conversation"], request.match_info["id"]
        if refusal := self._refusal(conversation, await request.read()):
            return refusal
        if self.faults:
            fault = self.faults.pop(0)
            return _error(fault.status, fault.code, fault.retry_after)
        for message in self.messages:
            if (message.conversation, message.id) == (conversation, wanted):
                async with self._changed:
                    message.activity = await request.json()
                    message.edits += 1
                    self._changed.notify_all()
                return web.json_response({"id": wanted})
        return _error(404, "ActivityNotFoundInConversation")

    async def _member(self, request: web.Request) -> web.Response:
        self.looked_up.append(request.match_info["conversation"])
        if self.member_faults:
            fault = self.member_faults.pop(0)
            return _error(fault.status, fault.code, fault.retry_after)
        if request.match_info["conversation"] in self.absent:
            return _error(403, "BotNotInConversationRoster")
        wanted = request.match_info["member"]
        person = next((p for p in self.people.values() if wanted in (p.id, p.object_id)), None)
        if person is None:
            return _error(404, "MemberNotFoundInConversation")
        return web.json_response(person.as_member())

    def _refusal(self, conversation: str, body: bytes) -> web.Response | None:
        if conversation in self.absent:
            return _error(403, "BotNotInConversationRoster")
        if conversation in self.blocked:
            return _error(403, "ConversationBlockedByUser")
        if len(body) > _LARGEST:
            return _error(413, "MessageSizeTooBig")
        return None

    def _guarded(
        self, handler: Callable[[web.Request], Awaitable[web.Response]]
    ) -> Callable[[web.Request], Awaitable[web.Response]]:
        async def guarded(request: web.Request) -> web.Response:
            token = request.headers.get("Authorization", "").removeprefix("Bearer ")
            self.tokens.append(token)
            if not token.startswith("token-of-the-bot") or token in self.refused_tokens:
                return _error(401, "AuthorizationFailed")
            return await handler(request)

        return guarded


def _error(status: int, code: str | None, retry_after: str | None = None) -> web.Response:
    headers = {"Retry-After": retry_after} if retry_after else {}
    if code is None:
        return web.Response(status=status, headers=headers, text="<html>no</html>")
    told = {"error": {"code": code, "message": "no"}}
    return web.json_response(told, status=status, headers=headers)
