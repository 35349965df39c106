"""What an app posts as a message: checked as Slack checks it."""

import json
from typing import Any, Final, NamedTuple

from adapters.playground.blocks import MOST_TEXT, furnished, text_length
from adapters.playground.errors import SlackError
from adapters.playground.limits import message_faults, view_faults
from adapters.playground.workspace import Json

MOST_CHARACTERS: Final = 40_000
_LARGEST_VIEW: Final = 250_000
_LARGEST_METADATA: Final = 8_000


class Content(NamedTuple):
    """``None``: not given."""

    text: str | None
    blocks: list[Json] | None


def checked_content(text: Any, blocks: Any) -> Content:
    """Raises ``SlackError`` for what Slack would not post."""
    if text is not None and not isinstance(text, str):
        raise SlackError("invalid_arguments", ["[ERROR] must be a string [json-pointer:/text]"])
    if text is not None and len(text) > MOST_CHARACTERS:
        raise SlackError("msg_too_long")
    if blocks is not None and not isinstance(blocks, list):
        raise SlackError("invalid_blocks_format")
    if not text and not blocks:
        raise SlackError("no_text")
    if blocks is None:
        return Content(text, None)
    if faults := message_faults(blocks):
        raise SlackError("invalid_blocks", faults)
    if text_length(blocks) > MOST_TEXT:
        raise SlackError("msg_blocks_too_long")
    return Content(text, furnished(blocks))


def checked_view(view: Any, kind: str) -> Json:
    """``kind``: "modal" or "home". Raises ``SlackError`` for what Slack would not show."""
    if not isinstance(view, dict):
        raise SlackError("invalid_arguments", ["[ERROR] must be an object [json-pointer:/view]"])
    if len(json.dumps(view)) > _LARGEST_VIEW:
        raise SlackError("view_too_large")
    if faults := view_faults(view):
        raise SlackError("invalid_arguments", faults)
    if view["type"] != kind:
        raise SlackError(
            "invalid_arguments", [f"[ERROR] unsupported type: {view['type']} [json-pointer:/view]"]
        )
    return view


def checked_metadata(metadata: Any) -> Json | None:
    """An event type with its payload; an empty object removes what was there."""
    if metadata is None or metadata == {}:
        return None
    if not isinstance(metadata, dict):
        raise SlackError("invalid_metadata_format")
    named = isinstance(metadata.get("event_type"), str) and bool(metadata["event_type"])
    if not named or not isinstance(metadata.get("event_payload"), dict):
        raise SlackError("invalid_metadata_schema")
    if len(json.dumps(metadata)) > _LARGEST_METADATA:
        raise SlackError("metadata_too_large")
    return metadata
