"""What a person reads, and can choose, in the cards of Teams."""

import re
from collections.abc import Mapping
from typing import Any

from tests.support.adaptive_reading import elements, words
from tests.support.teams_connector import Message

Json = dict[str, Any]


def shown(message: Message) -> str:
    """What stands in the chat, and what the notification of it says."""
    card = words(message.card) if message.activity.get("attachments") else ""
    return f"{message.activity['summary']}\n{card}"


def holds(text: str, wanted: tuple[str, ...]) -> bool:
    return all(each in text for each in wanted)


def label_of(element: Json) -> str:
    return str(element["label"])


def choice(choices: list[Json], wanted: str) -> str:
    plain = {re.sub(r"\\(.)", r"\1", c["title"]): str(c["value"]) for c in choices}
    found = [value for title, value in plain.items() if wanted.casefold() in title.casefold()]
    assert found, (wanted, list(plain))
    return found[0]


def problems(dialog: Json, labels: set[str]) -> Mapping[str, str]:
    """What stands in red beside the fields of a form that came back."""
    red = [
        "".join(run["text"] for run in e["inlines"])
        for e in elements(dialog)
        if e["type"] == "RichTextBlock" and e["inlines"][0].get("color") == "Attention"
    ]
    told = {}
    for line in red:
        label = next((name for name in labels if line.startswith(name)), "")
        told[label] = line.removeprefix(label).lstrip(": ")
    return told
