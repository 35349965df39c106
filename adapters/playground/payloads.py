"""What Slack tells the bot when a person does something, in Slack's own shapes."""

from typing import Final

from adapters.playground.clock import PlaygroundClock
from adapters.playground.form_state import Values
from adapters.playground.messages import Message
from adapters.playground.response_urls import ResponseUrls
from adapters.playground.seats import Seat
from adapters.playground.triggers import Triggers
from adapters.playground.workspace import APP_ID, BOT_ID, BOT_USER, DOMAIN, Json, Workspace, handle

_TOKEN: Final = "playground"  # noqa: S105 - Slack's retired verification token


class Payloads:
    """``base``: under which address the bot reaches the playground."""

    def __init__(
        self,
        workspace: Workspace,
        clock: PlaygroundClock,
        triggers: Triggers,
        response_urls: ResponseUrls,
    ) -> None:
        self._workspace = workspace
        self._clock = clock
        self._triggers = triggers
        self._response_urls = response_urls

    def command(
        self, seat: Seat, channel: str, command: str, text: str, base: str
    ) -> dict[str, str]:
        return {
            "token": _TOKEN,
            "team_id": self._workspace.team,
            "team_domain": DOMAIN,
            "channel_id": channel,
            "channel_name": self._workspace.channel_name(channel),
            "user_id": seat.user,
            "user_name": handle(seat),
            "command": command,
            "text": text,
            "api_app_id": APP_ID,
            "is_enterprise_install": "false",
            "response_url": self._response_urls.issue(base, channel, seat.user),
            "trigger_id": self._triggers.issue(seat.user),
        }

    def global_shortcut(self, seat: Seat, callback_id: str) -> Json:
        return {
            **self._interaction("shortcut", seat),
            "callback_id": callback_id,
            "action_ts": self._action_ts(),
        }

    def message_shortcut(self, seat: Seat, callback_id: str, message: Message, base: str) -> Json:
        return {
            **self._interaction("message_action", seat),
            "callback_id": callback_id,
            "action_ts": self._action_ts(),
            "channel": self._channel(message.channel),
            "message_ts": message.ts,
            "message": message_object(self._workspace, message),
            "response_url": self._response_urls.issue(base, message.channel, seat.user, message.ts),
        }

    def message_action(
        self, seat: Seat, message: Message, action: Json, state: Values, base: str
    ) -> Json:
        """Somebody pressed or chose something in a message. Slack keeps back ephemeral ones."""
        ephemeral = message.only_for is not None
        shown = {} if ephemeral else {"message": message_object(self._workspace, message)}
        return {
            **self._interaction("block_actions", seat),
            "container": {
                "type": "message",
                "message_ts": message.ts,
                "channel_id": message.channel,
                "is_ephemeral": ephemeral,
            },
            "channel": self._channel(message.channel),
            **shown,
            "state": {"values": state},
            "response_url": self._response_urls.issue(base, message.channel, seat.user, message.ts),
            "actions": [{**action, "action_ts": self._action_ts()}],
        }

    def view_action(self, seat: Seat, view: Json, action: Json) -> Json:
        return {
            **self._interaction("block_actions", seat),
            "container": {"type": "view", "view_id": view["id"]},
            "view": view,
            "actions": [{**action, "action_ts": self._action_ts()}],
        }

    def view_submission(self, seat: Seat, view: Json) -> Json:
        return {**self._interaction("view_submission", seat), "view": view, "response_urls": []}

    def view_closed(self, seat: Seat, view: Json, *, cleared: bool) -> Json:
        payload = self._interaction("view_closed", seat)
        del payload["trigger_id"]
        return {**payload, "view": view, "is_cleared": cleared}

    def suggestion(self, seat: Seat, view: Json, block_id: str, action_id: str, query: str) -> Json:
        payload = self._interaction("block_suggestion", seat)
        del payload["trigger_id"]
        return {
            **payload,
            "container": {"type": "view", "view_id": view["id"]},
            "view": view,
            "block_id": block_id,
            "action_id": action_id,
            "value": query,
        }

    def message_event(self, message: Message) -> Json:
        """The Events API's report of what a person said."""
        kind = "im" if self._workspace.partner(message.channel) else "channel"
        event = {
            **message_object(self._workspace, message),
            "channel": message.channel,
            "channel_type": kind,
            "event_ts": message.ts,
        }
        return {
            "token": _TOKEN,
            "type": "event_callback",
            "team_id": self._workspace.team,
            "api_app_id": APP_ID,
            "event_id": f"Ev{message.channel}{message.ts.replace('.', '')}",
            "event_time": int(float(message.ts)),
            "event": event,
            "event_context": f"EC{message.channel}",
            "is_ext_shared_channel": False,
            "authorizations": [
                {
                    "enterprise_id": None,
                    "team_id": self._workspace.team,
                    "user_id": BOT_USER,
                    "is_bot": True,
                    "is_enterprise_install": False,
                }
            ],
        }

    def _interaction(self, kind: str, seat: Seat) -> Json:
        team = self._workspace.team
        return {
            "type": kind,
            "token": _TOKEN,
            "api_app_id": APP_ID,
            "team": {"id": team, "domain": DOMAIN},
            "enterprise": None,
            "is_enterprise_install": False,
            "user": {
                "id": seat.user,
                "username": handle(seat),
                "name": handle(seat),
                "team_id": team,
            },
            "trigger_id": self._triggers.issue(seat.user),
        }

    def _channel(self, channel: str) -> Json:
        return {"id": channel, "name": self._workspace.channel_name(channel)}

    def _action_ts(self) -> str:
        return f"{self._clock.now().timestamp():.6f}"


def message_object(workspace: Workspace, message: Message, *, with_metadata: bool = False) -> Json:
    """A message as the Web API and the payloads show it."""
    bot = {"bot_id": BOT_ID, "app_id": APP_ID} if message.by_bot else {}
    blocks = {"blocks": list(message.blocks)} if message.blocks else {}
    edited = {"edited": {"user": message.user, "ts": message.ts}} if message.edited else {}
    files = {"files": list(message.files)} if message.files else {}
    thread = {"thread_ts": message.thread} if message.thread else {}
    metadata = {"metadata": message.metadata} if with_metadata and message.metadata else {}
    return {
        "type": "message",
        "user": message.user,
        "text": message.text,
        "ts": message.ts,
        "team": workspace.team,
        **bot,
        **blocks,
        **edited,
        **files,
        **thread,
        **metadata,
    }
