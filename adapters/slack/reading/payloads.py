"""What Slack sends; anything else is ``Malformed``."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from adapters.chat.payloads import Body, Malformed, optional_text, text
from adapters.slack.carrying.private_metadata import origin

_CONVERSATIONS: Final = ("directmessage", "mpdm-")


@dataclass(frozen=True, slots=True)
class Place:
    """Where an answer can go: what Slack gave us to reach this person at this moment.

    ``view``: the modal in which it happened, as Slack sent it. ``channel``: where they are, or
    where they opened the view; "" in a direct message.
    """

    user: str
    trigger: str = ""
    response_url: str = ""
    view: Body | None = None
    channel: str = ""


@dataclass(frozen=True, slots=True)
class Press:
    """``container``: the message's ts or the view's id; ``at``: Slack's time of the press."""

    place: Place
    container: str
    action_id: str
    value: str
    at: str


@dataclass(frozen=True, slots=True)
class Suggestion:
    place: Place
    action_id: str
    query: str


def from_workspace(body: Body, team: str) -> bool:
    """Whether everything in the request that names a workspace names ``team``, and something does.

    In a shared channel, or across an organisation, the person's own workspace may be another.
    """
    interactive = isinstance(body.get("user"), Mapping)
    named = [optional_text(body, "team_id")]
    if body.get("team") is not None:
        named.append(optional_text(body, "team", "id"))
    if interactive:
        named.append(optional_text(body, "user", "team_id"))
    return {name for name in named if name} == {team}


def command_place(body: Body) -> Place:
    return Place(
        user=text(body, "user_id"),
        trigger=text(body, "trigger_id"),
        response_url=optional_text(body, "response_url"),
        channel=_shared(optional_text(body, "channel_id"), optional_text(body, "channel_name")),
    )


def place(body: Body) -> Place:
    """Where a shortcut, a press, a submission or a type-ahead came from."""
    view = body.get("view")
    if view is not None and not isinstance(view, Mapping):
        raise Malformed("view")
    here = _shared(optional_text(body, "channel", "id"), optional_text(body, "channel", "name"))
    return Place(
        user=text(body, "user", "id"),
        trigger=optional_text(body, "trigger_id"),
        response_url=optional_text(body, "response_url"),
        view=view,
        channel=here or (origin(view) if view else ""),
    )


def press(body: Body) -> Press:
    actions = body.get("actions")
    if not isinstance(actions, list) or not actions or not isinstance(actions[0], Mapping):
        raise Malformed("actions")
    action = actions[0]
    container = optional_text(body, "container", "view_id") or optional_text(
        body, "container", "message_ts"
    )
    return Press(
        place=place(body),
        container=container or optional_text(body, "view", "id"),
        action_id=text(action, "action_id"),
        value=optional_text(action, "value"),
        at=text(action, "action_ts"),
    )


def _shared(channel: str, name: str) -> str:
    """A channel's id; "" for what Slack calls so too: a conversation between some people."""
    is_channel = channel.startswith(("C", "G")) and not name.startswith(_CONVERSATIONS)
    return channel if is_channel else ""


def suggestion(body: Body) -> Suggestion:
    return Suggestion(place(body), text(body, "action_id"), optional_text(body, "value"))
