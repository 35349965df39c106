"""Cuts what is more than Slack shows, between blocks that belong together, and says so."""

import json
from collections.abc import Callable, Sequence
from itertools import chain
from typing import Any

from adapters.chat.words import cut_short
from adapters.slack.rendering import limits
from adapters.slack.rendering.blocks import Group
from adapters.slack.rendering.escape import plain

Json = dict[str, Any]


def cut(
    head: Sequence[Json],
    body: Sequence[Group],
    foot: Sequence[Json],
    note: Json,
    *,
    blocks: int,
    total: int,
    weigh: Callable[[Sequence[Json]], int],
) -> list[Json]:
    """``head`` and ``foot`` whole, and of ``body`` what fits, with ``note`` where it was cut."""
    everything = [*head, *chain.from_iterable(body), *foot]
    if len(everything) <= blocks and weigh(everything) <= total:
        return everything
    kept: list[Json] = []
    ends = [note, *foot]
    room, weight = blocks - len(head) - len(ends), total - weigh([*head, *ends])
    for group in body:
        room, weight = room - len(group), weight - weigh(group)
        if room < 0 or weight < 0:
            break
        kept += group
    return [*head, *kept, *ends]


def cut_note(command: str) -> Json:
    return {"type": "context", "elements": [plain(cut_short(command), limits.CONTEXT)]}


def lightest(
    foot: list[Json], blocks: int, total: int, weigh: Callable[[Sequence[Json]], int]
) -> list[Json]:
    """The first rows of buttons that leave room for what they are about."""
    while foot and (len(foot) > blocks or weigh(foot) > total):
        elements = foot[-1]["elements"]
        if len(elements) == 1:
            foot = foot[:-1]
        else:
            foot = [*foot[:-1], {**foot[-1], "elements": elements[:-1]}]
    return foot


def characters(blocks: Sequence[Json]) -> int:
    return len(json.dumps(blocks, ensure_ascii=False))


def octets(blocks: Sequence[Json]) -> int:
    return len(json.dumps(blocks))
