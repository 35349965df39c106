"""Reading blocks that were accepted: their elements, their size, the ids Slack adds."""

import copy
import secrets
from collections.abc import Iterator, Sequence
from typing import Any, Final

from adapters.playground.workspace import Json

MOST_TEXT: Final = 13_200
"""Characters in all the blocks of one message. Slack does not document it; apps that reported
``msg_blocks_too_long`` measured it."""

_PASSIVE: Final = frozenset({"image", "mrkdwn", "plain_text"})


def furnished(blocks: Sequence[Json]) -> list[Json]:
    """A copy with the block and action ids that Slack makes up where the app gave none."""
    own: list[Json] = copy.deepcopy(list(blocks))
    for block in own:
        block.setdefault("block_id", secrets.token_urlsafe(4))
        for element in elements(block):
            element.setdefault("action_id", secrets.token_urlsafe(4))
    return own


def elements(block: Json) -> list[Json]:
    """The interactive elements of a block."""
    found = [*block.get("elements", ())]
    found += [block[key] for key in ("accessory", "element") if block.get(key)]
    return [element for element in found if element["type"] not in _PASSIVE]


def every_element(blocks: Sequence[Json]) -> Iterator[tuple[Json, Json]]:
    """Each interactive element with the block it stands in."""
    for block in blocks:
        for element in elements(block):
            yield block, element


def find_element(blocks: Sequence[Json], block_id: str, action_id: str) -> Json | None:
    for block, element in every_element(blocks):
        if (block["block_id"], element["action_id"]) == (block_id, action_id):
            return element
    return None


def options(element: Json) -> list[Json]:
    """All choices an element lists, grouped or not."""
    groups = element.get("option_groups", ())
    return [*element.get("options", ()), *(o for group in groups for o in group["options"])]


def text_length(part: Any) -> int:
    if isinstance(part, dict):
        own = len(part["text"]) if isinstance(part.get("text"), str) else 0
        return own + sum(text_length(value) for value in part.values())
    if isinstance(part, list):
        return sum(text_length(value) for value in part)
    return 0
