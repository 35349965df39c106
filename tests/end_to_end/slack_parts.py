"""What a person reads, and can choose, in Slack's blocks."""

from typing import Any, Final

Block = dict[str, Any]

_INITIAL: Final = {
    "initial_value": "value",
    "initial_option": "selected_option",
    "initial_options": "selected_options",
    "initial_date_time": "selected_date_time",
    "initial_date": "selected_date",
    "initial_time": "selected_time",
}
_NOT_READ: Final = {"metadata", "state", "confirm", "initial_option", "initial_options"}


def words_of(part: object) -> str:
    """Every word a person reads in a message or a view."""
    if isinstance(part, dict):
        own = [part["text"]] if isinstance(part.get("text"), str) else []
        rest = [words_of(value) for key, value in part.items() if key not in _NOT_READ]
        return "\n".join([*own, *rest]).strip()
    if isinstance(part, list):
        return "\n".join(filter(None, map(words_of, part)))
    return ""


def inputs(view: Block) -> list[Block]:
    return [block for block in view.get("blocks", ()) if block["type"] == "input"]


def elements(block: Block) -> list[Block]:
    return [*block.get("elements", ()), *([block["accessory"]] if "accessory" in block else ())]


def buttons(message: Block) -> list[tuple[Block, Block]]:
    """Each button with the block it stands in."""
    return [
        (block, element)
        for block in message["blocks"]
        for element in elements(block)
        if element["type"] == "button"
    ]


def as_it_came(element: Block) -> Block:
    """What an input sends that nobody touched."""
    for given, sent in _INITIAL.items():
        if given in element:
            return {sent: element[given]}
    return {"selected_options": []} if element["type"] == "checkboxes" else {}


def option(options: list[Block], label: str) -> Block:
    found = [o for o in options if label.casefold() in o["text"]["text"].casefold()]
    assert found, (label, [o["text"]["text"] for o in options])
    return found[0]
