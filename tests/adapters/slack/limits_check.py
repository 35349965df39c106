"""A strict reading of Slack's limits, for anything the adapter would send."""

import json
import re
from collections.abc import Sequence
from typing import Any

from adapters.playground.limits import message_faults, option_faults, view_faults

Json = dict[str, Any]


def check_message(message: Json) -> None:
    assert 0 < len(message["text"]) <= 3000
    assert not message_faults(message["blocks"])
    assert len(json.dumps(message["blocks"], ensure_ascii=False)) <= 12_500
    _check_texts(message["blocks"])


def check_view(view: Json) -> None:
    assert not view_faults(view)
    assert len(json.dumps(view)) <= 250_000
    _check_texts(view["blocks"])


def check_options(options: Sequence[Json]) -> None:
    assert not option_faults(list(options))
    _check_texts(options)


def texts(part: Any) -> list[Json]:
    """Every text object in there."""
    if isinstance(part, dict):
        own = [part] if part.get("type") in ("plain_text", "mrkdwn") else []
        return own + [text for value in part.values() for text in texts(value)]
    if isinstance(part, list | tuple):
        return [text for value in part for text in texts(value)]
    return []


def words(part: Any) -> str:
    return "\n".join(text["text"] for text in texts(part))


def _check_texts(part: Any) -> None:
    for text in texts(part):
        assert text["text"].strip()
        assert len(text["text"].encode("utf-16-le")) // 2 <= 3000
        assert "<" not in text["text"]
        assert ">" not in text["text"]
        if text["type"] == "plain_text":
            assert text["emoji"] is False
        else:
            assert text["verbatim"] is True
            inside = text["text"].removeprefix("*").removesuffix("*")
            assert not set(inside) & set("*_~`&@#\n|")
            assert not re.search(r":\S+:", inside), "an emoji"
