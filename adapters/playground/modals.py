"""The forms that stand open in front of each person: a stack of at most three views."""

import copy
import json
import secrets
from typing import Any, Final

from adapters.playground import form_state
from adapters.playground.blocks import furnished
from adapters.playground.clock import PlaygroundClock
from adapters.playground.database import Database
from adapters.playground.errors import SlackError
from adapters.playground.stream import Hub
from adapters.playground.workspace import APP_ID, BOT_ID, Json, Workspace

MOST_VIEWS: Final = 3


class Modals:
    """Views are given as Slack accepted them and kept as Slack's own view objects."""

    def __init__(
        self, database: Database, workspace: Workspace, hub: Hub, clock: PlaygroundClock
    ) -> None:
        self._database = database
        self._workspace = workspace
        self._hub = hub
        self._clock = clock

    def stack(self, seat: str) -> list[Json]:
        """Bottom to top; the last one is what the person sees."""
        rows = self._database.rows("SELECT body FROM views WHERE seat = ? ORDER BY place", (seat,))
        return [json.loads(body) for (body,) in rows]

    def find(self, view_id: str) -> tuple[str, Json] | None:
        """Whose it is, and the view."""
        row = self._database.row("SELECT seat, body FROM views WHERE id = ?", (view_id,))
        return (row[0], json.loads(row[1])) if row else None

    def find_external(self, external_id: str) -> tuple[str, Json] | None:
        row = self._database.row(
            "SELECT seat, body FROM views WHERE json_extract(body, '$.external_id') = ?",
            (external_id,),
        )
        return (row[0], json.loads(row[1])) if row else None

    def open(self, seat: str, given: Json) -> Json:
        """A new stack, in the place of whatever was open."""
        self._refuse_double(given, besides=[view["id"] for view in self.stack(seat)])
        self._database.change("DELETE FROM views WHERE seat = ?", (seat,))
        return self._add(seat, given, ())

    def push(self, seat: str, given: Json) -> Json:
        below = self.stack(seat)
        if not below:
            raise SlackError("not_found")
        if len(below) >= MOST_VIEWS:
            raise SlackError("push_limit_reached")
        self._refuse_double(given, besides=())
        return self._add(seat, given, below)

    def update(self, seat: str, old: Json, given: Json) -> Json:
        """Redraw a view; what was typed stays where an input kept its ids."""
        self._refuse_double(given, besides=[old["id"]])
        view = self._drawn(old["id"], given)
        view["root_view_id"] = old["root_view_id"]
        view["previous_view_id"] = old["previous_view_id"]
        view["state"] = {"values": form_state.carried_over(old["state"]["values"], view["blocks"])}
        self._keep(view)
        self._tell(seat)
        return view

    def remember(self, view: Json, state: form_state.Values) -> Json:
        """Keep what was entered; the page has it already, so nothing is announced."""
        view["state"] = {"values": state}
        self._keep(view)
        return view

    def remove(self, seat: str, view: Json) -> None:
        """Take a view away, with those above it; the one below shows again."""
        ids = [each["id"] for each in self.stack(seat)]
        for view_id in ids[ids.index(view["id"]) :] if view["id"] in ids else ():
            self._database.change("DELETE FROM views WHERE id = ?", (view_id,))
        self._tell(seat)

    def clear(self, seat: str) -> None:
        self._database.change("DELETE FROM views WHERE seat = ?", (seat,))
        self._tell(seat)

    def home(self, seat: str) -> Json | None:
        row = self._database.row("SELECT body FROM homes WHERE seat = ?", (seat,))
        return json.loads(row[0]) if row else None

    def publish_home(self, seat: str, given: Json) -> Json:
        old = self.home(seat)
        view = self._drawn(old["id"] if old else _new_id(), given)
        self._database.change(
            "INSERT OR REPLACE INTO homes VALUES (?, ?)", (seat, json.dumps(view))
        )
        return view

    def _add(self, seat: str, given: Json, below: Any) -> Json:
        view = self._drawn(_new_id(), given)
        view["root_view_id"] = below[0]["id"] if below else view["id"]
        view["previous_view_id"] = below[-1]["id"] if below else None
        self._database.change(
            "INSERT INTO views VALUES (?, ?, ?, ?)",
            (view["id"], seat, len(below), json.dumps(view)),
        )
        self._tell(seat)
        return view

    def _drawn(self, view_id: str, given: Json) -> Json:
        blocks = furnished(given["blocks"])
        own = {key: value for key, value in copy.deepcopy(given).items() if value is not None}
        return {
            "private_metadata": "",
            "callback_id": "",
            "external_id": "",
            "title": {"type": "plain_text", "text": "UCB"},
            "close": None,
            "submit": None,
            "clear_on_close": False,
            "notify_on_close": False,
            **own,
            "id": view_id,
            "team_id": self._workspace.team,
            "app_id": APP_ID,
            "app_installed_team_id": self._workspace.team,
            "bot_id": BOT_ID,
            "root_view_id": view_id,
            "previous_view_id": None,
            "blocks": blocks,
            "state": {"values": form_state.state_of(blocks, {})},
            "hash": f"{int(self._clock.now().timestamp())}.{secrets.token_hex(4)}",
        }

    def _refuse_double(self, given: Json, besides: Any) -> None:
        external = given.get("external_id")
        other = self.find_external(external) if external else None
        if other is not None and other[1]["id"] not in besides:
            raise SlackError("duplicate_external_id")

    def _keep(self, view: Json) -> None:
        self._database.change(
            "UPDATE views SET body = ? WHERE id = ?", (json.dumps(view), view["id"])
        )

    def _tell(self, seat: str) -> None:
        self._hub.publish({"type": "views"}, [seat])


def _new_id() -> str:
    return f"V{secrets.token_hex(5).upper()}"
