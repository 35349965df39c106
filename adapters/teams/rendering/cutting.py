"""Cuts what is more than Teams shows, between elements that belong together, and says so."""

import json
from collections.abc import Mapping, Sequence
from itertools import chain
from typing import Any, Final

from adapters.chat.words import cut_short
from adapters.teams.rendering import limits
from adapters.teams.rendering.blocks import Group
from adapters.teams.rendering.text import lines

Json = dict[str, Any]

VERSION: Final = "1.5"
"""The newest that Teams shows in messages and dialogs alike."""


def framed(
    head: Sequence[Json], body: Sequence[Group], foot: Sequence[Json], frame: Json, command: str
) -> Json:
    """``head``, ``foot`` and ``frame`` whole, and of ``body`` what fits, with a note."""
    everything = [*head, *chain.from_iterable(body), *foot]
    if _weight({**frame, "body": everything}) <= _ROOM:
        return _whole(everything, frame)
    note = lines(cut_short(command), size="Small", isSubtle=True)
    kept: list[Json] = []
    left = _ROOM - _weight({**frame, "body": [*head, *note, *foot]})
    for group in body:
        left -= _weight(group) + 1
        if left < 0:
            break
        kept += group
    return _whole([*head, *kept, *note, *foot], frame)


def _weight(part: object) -> int:
    """Bytes as JSON, as aiohttp and the SDK write it."""
    return len(json.dumps(part))


_ENVELOPE: Final = {
    "type": "AdaptiveCard",
    "$schema": "http://adaptivecards.io/schemas/adaptive-card.json",
    "version": VERSION,
}
_ROOM: Final = limits.CARD - _weight(_ENVELOPE)


def _whole(body: list[Json], frame: Mapping[str, Any]) -> Json:
    return {**_ENVELOPE, **frame, "body": body, "msteams": {"width": "Full"}}
