"""The adapter behind a real HTTP server, and a Slack that sends it signed requests."""

import hashlib
import hmac
import json
import time
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode
from zoneinfo import ZoneInfo

from aiohttp import ClientSession, web
from aiohttp.test_utils import TestServer

from adapters.slack import SlackAdapter, SlackSettings
from adapters.slack.rendering.form import form_view
from bot.views.form import Form
from tests.adapters.slack.web_api import TEAM, TOKEN, SmallSlack
from tests.support.scripted_talk import ScriptedTalk

Json = dict[str, Any]
SECRET = "made-up-signing-secret"
LONDON = ZoneInfo("Europe/London")
USER = "UASHA"


@dataclass(frozen=True)
class Answered:
    status: int
    body: str

    @property
    def json(self) -> Json:
        return dict(json.loads(self.body))


@dataclass
class Workspace:
    slack: SmallSlack
    talk: ScriptedTalk
    adapter: SlackAdapter
    server: TestServer
    http: ClientSession

    async def send(
        self,
        body: str | bytes,
        *,
        kind: str = "application/x-www-form-urlencoded",
        secret: str = SECRET,
        at: str | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> Answered:
        raw = body.encode() if isinstance(body, str) else body
        stamp = at if at is not None else str(int(time.time()))
        signed = b"v0:" + stamp.encode() + b":" + raw
        signature = "v0=" + hmac.new(secret.encode(), signed, hashlib.sha256).hexdigest()
        sent = {
            "Content-Type": kind,
            "X-Slack-Request-Timestamp": stamp,
            "X-Slack-Signature": signature,
            **(headers or {}),
        }
        url = self.server.make_url("/slack/events")
        async with self.http.post(url, data=raw, headers=sent) as answer:
            return Answered(answer.status, await answer.text())

    async def interact(self, payload: Json) -> Answered:
        return await self.send(urlencode({"payload": json.dumps(payload)}))

    async def command(self, text: str = "", **other: str) -> Answered:
        form = {
            "command": "/ucb",
            "text": text,
            "team_id": TEAM,
            "user_id": USER,
            "trigger_id": "1.2.command",
            "response_url": self.slack.url("/respond/command"),
            **other,
        }
        return await self.send(urlencode(form))

    async def press(self, **other: Any) -> Answered:
        return await self.interact(pressing(self.slack.url("/respond/press"), **other))

    async def submit(self, view: Json, **other: Any) -> Answered:
        return await self.interact(
            {
                "type": "view_submission",
                "team": {"id": TEAM},
                "user": {"id": USER, "team_id": TEAM},
                "view": view,
                **other,
            }
        )


def pressing(response_url: str, /, **other: Any) -> Json:
    action = {
        "type": "button",
        "action_id": "press/0/approve",
        "block_id": "b1",
        "value": "case-1/7",
        "action_ts": "1700000000.000100",
    }
    return {
        "type": "block_actions",
        "team": {"id": TEAM},
        "user": {"id": USER, "team_id": TEAM},
        "container": {"type": "message", "message_ts": "1699.1", "channel_id": "C1"},
        "trigger_id": "1.2.press",
        "response_url": response_url,
        "actions": [action],
        **other,
    }


def filled(form: Form, entries: Mapping[str, Json], view_id: str = "V1") -> Json:
    """The view as Slack sends it back, with what was entered by field name."""
    view = form_view(form, LONDON, "/ucb")
    values: Json = {}
    for block in view["blocks"]:
        if block["type"] == "input":
            element = block["element"]
            name = block["block_id"].split("/", 2)[2]
            entry = {"type": element["type"], **entries.get(name, {})}
            values[block["block_id"]] = {element["action_id"]: entry}
    return {**view, "id": view_id, "hash": "hash-1", "state": {"values": values}}


@asynccontextmanager
async def workspace(**other: Any) -> AsyncIterator[Workspace]:
    slack, talk = SmallSlack(), ScriptedTalk()
    await slack.start()
    settings = SlackSettings(
        SECRET, TOKEN, TEAM, app_token=other.pop("app_token", None), api_url=slack.url("/api/")
    )
    adapter = SlackAdapter(settings, talk, LONDON, **{"pause": 0.0, "budget": 5.0, **other})
    app = web.Application()
    adapter.add_routes(app)
    server = TestServer(app)
    await server.start_server()
    await adapter.start()
    async with ClientSession() as http:
        yield Workspace(slack, talk, adapter, server, http)
    talk.gate.set()
    await adapter.close()
    await server.close()
    await slack.close()
