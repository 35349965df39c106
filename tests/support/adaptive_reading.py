"""Reads cards as a person does."""

from collections.abc import Iterator
from typing import Any

Json = dict[str, Any]


def words(part: Any) -> str:
    """Every word a person reads on a card, line by line."""
    if isinstance(part, list):
        return "\n".join(filter(None, map(words, part)))
    if not isinstance(part, dict):
        return ""
    match part.get("type"):
        case "TextBlock":
            return str(part["text"])
        case "RichTextBlock":
            return "".join(inline["text"] for inline in part["inlines"])
        case _:
            shown = ("body", "items", "actions", "title", "label", "choices", "card")
            own = [str(part[k]) for k in ("title", "label") if isinstance(part.get(k), str)]
            parts = [words(part[k]) for k in shown if isinstance(part.get(k), list | dict)]
            return "\n".join(filter(None, [*own, *parts]))


def elements(part: Any) -> Iterator[Json]:
    """Every element and action, from the top."""
    if isinstance(part, list):
        for each in part:
            yield from elements(each)
    elif isinstance(part, dict):
        if "type" in part:
            yield part
        for key in ("body", "items", "actions", "card", "inlines"):
            yield from elements(part.get(key))


def inputs(card: Json) -> dict[str, Json]:
    """By id."""
    return {e["id"]: e for e in elements(card) if e["type"].startswith("Input.")}


def button(card: Json, title: str) -> Json:
    found = [e for e in elements(card) if e.get("title") == title and "Action" in e["type"]]
    assert found, (title, [e.get("title") for e in elements(card) if "Action" in e["type"]])
    return found[-1]


def data(card: Json, title: str) -> Json:
    """The data of a button, as Teams sends it."""
    sent: Json = button(card, title)["data"]
    return {key: value for key, value in sent.items() if key != "msteams"}
