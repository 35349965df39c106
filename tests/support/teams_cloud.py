"""A local Teams: its issuer, its connector service, and activities as people bring them about."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from itertools import count
from typing import Any

from aiohttp import ClientSession, web

from tests.support.teams_connector import Connector, Person
from tests.support.teams_issuer import APP, Issuer

Json = dict[str, Any]

TENANT = "aaaaaaaa-0000-0000-0000-000000000001"
OTHER_TENANT = "bbbbbbbb-0000-0000-0000-000000000002"
CHANNEL = "19:alerts@thread.tacv2"
GROUP = "19:group@thread.v2"
BOT = f"28:{APP}"


def person(first: str, tenant: str = TENANT, **more: str) -> Person:
    """``asha``: Asha, asha@ucb.example, with the directory id ``oid-asha``."""
    mail = f"{first}@ucb.example"
    return Person(first.capitalize(), f"oid-{first}", tenant, **{"email": mail, **more})


@dataclass
class Reply:
    status: int
    body: Json | None

    @property
    def task(self) -> Json:
        assert self.status == 200, self.status
        assert self.body is not None
        task: Json = self.body["task"]
        return task

    @property
    def card(self) -> Json:
        """The card of the dialog that was answered."""
        assert self.task["type"] == "continue", self.task
        content: Json = self.task["value"]["card"]["content"]
        return content


@dataclass
class Cloud:
    """``bot``: where the bot takes activities."""

    http: ClientSession
    url: str
    issuer: Issuer = field(default_factory=Issuer)
    connector: Connector = field(default_factory=Connector)
    bot: str = ""
    _ids: Any = field(default_factory=lambda: count(1))

    @property
    def service_url(self) -> str:
        return f"{self.url}/uk/"

    def join(self, *people: Person) -> None:
        self.connector.people.update((p.id, p) for p in people)

    def activity(self, who: Person, kind: str, where: str = "", **more: Any) -> Json:
        """``where``: "" for the private chat, or the id of a channel or group chat."""
        is_channel = where.split(";")[0].endswith("tacv2")
        scope = "channel" if is_channel else "groupChat" if where else "personal"
        channel = {"channel": {"id": where.split(";")[0]}} if is_channel else {}
        return {
            "type": kind,
            "id": f"f:{next(self._ids)}",
            "channelId": "msteams",
            "serviceUrl": self.service_url,
            "from": {"id": who.id, "name": who.name, "aadObjectId": who.object_id},
            "recipient": {"id": BOT, "name": "UCB"},
            "conversation": {
                "id": where or who.chat,
                "conversationType": scope,
                "tenantId": who.tenant,
            },
            "channelData": {"tenant": {"id": who.tenant}, **channel},
            "timestamp": datetime.now(UTC).isoformat(),
            **more,
        }

    async def says(self, who: Person, text: str, where: str = "", **more: Any) -> Reply:
        return await self.send(self.activity(who, "message", where, text=text, **more))

    async def invokes(self, who: Person, name: str, value: Json, where: str = "") -> Reply:
        return await self.send(self.activity(who, "invoke", where, name=name, value=value))

    async def send(self, activity: Json, token: str | None = None, **headers: str) -> Reply:
        """``token``: one of the issuer's unless given; "" for none."""
        signed = self.issuer.sign(activity["serviceUrl"]) if token is None else token
        bearer = {"Authorization": f"Bearer {signed}"} if signed else {}
        async with self.http.post(self.bot, json=activity, headers={**bearer, **headers}) as got:
            is_json = got.content_type == "application/json"
            return Reply(got.status, await got.json() if is_json else None)


@asynccontextmanager
async def cloud() -> AsyncIterator[Cloud]:
    app = web.Application()
    runner = web.AppRunner(app)
    async with ClientSession() as http:
        local = Cloud(http, "")
        local.issuer.add_routes(app)
        local.connector.add_routes(app)
        local.url = await serve(runner)
        try:
            yield local
        finally:
            await runner.cleanup()


async def serve(runner: web.AppRunner) -> str:
    """Start on a free port of this machine; returns the address."""
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    host, port = runner.addresses[0][:2]
    return f"http://{host}:{port}"
