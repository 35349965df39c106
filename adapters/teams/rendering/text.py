"""Plain text as elements of an Adaptive Card."""

from typing import Any

from adapters.chat.text import EMPTY
from adapters.teams.rendering import limits
from adapters.teams.rendering.escape import fitted, is_harmless, safe

Json = dict[str, Any]


def run(text: str, **style: object) -> Json:
    return {"type": "TextRun", "text": text or EMPTY, **style}


def line(*runs: Json, **style: object) -> Json:
    return {"type": "RichTextBlock", "inlines": list(runs), **style}


def lines(text: str, *, before: str = "", **style: object) -> list[Json]:
    """One element for each line, since a run cannot hold a line break. Empty lines are kept as
    space between."""
    shown: list[Json] = []
    spacing = "Default"
    for piece in safe(text).strip("\n").split("\n"):
        if not piece.strip():
            spacing = "Medium"
            continue
        shown.append(line(run(before + piece, **style), spacing=spacing))
        spacing, before = "None", ""
    return shown


def heading(text: str, size: str) -> Json:
    """A heading screen readers know as one, where Markdown cannot spoil the words."""
    words = fitted(text, limits.LABEL)
    if is_harmless(words):
        look = {"size": size, "weight": "Bolder", "wrap": True, "style": "heading"}
        return {"type": "TextBlock", "text": words, **look}
    return line(run(words, size=size, weight="Bolder"))
