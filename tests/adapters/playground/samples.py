"""Block Kit parts for the tests."""

from typing import Any

Json = dict[str, Any]


def plain(text: str) -> Json:
    return {"type": "plain_text", "text": text}


def section(text: str = "Words", **more: Any) -> Json:
    return {"type": "section", "text": {"type": "mrkdwn", "text": text}, **more}


def button(action_id: str = "go", label: str = "Go", **more: Any) -> Json:
    return {"type": "button", "action_id": action_id, "text": plain(label), **more}


def actions(*elements: Json, block_id: str = "buttons") -> Json:
    return {"type": "actions", "block_id": block_id, "elements": list(elements)}


def option(value: str, label: str | None = None) -> Json:
    return {"text": plain(label or value), "value": value}


def asked(element: Json, block_id: str = "block", label: str = "Label", **more: Any) -> Json:
    return {
        "type": "input",
        "block_id": block_id,
        "label": plain(label),
        "element": {"action_id": "field", **element},
        **more,
    }


def typed(block_id: str = "block", **more: Any) -> Json:
    return asked({"type": "plain_text_input", **more}, block_id)


def modal(*blocks: Json, **more: Any) -> Json:
    return {
        "type": "modal",
        "callback_id": "form",
        "title": plain("A form"),
        "submit": plain("Send"),
        "blocks": list(blocks or [section()]),
        **more,
    }


def entered(block_id: str, kind: str, **state: Any) -> Json:
    return {block_id: {"field": {"type": kind, **state}}}
