"""Layout blocks, and on which surfaces each may stand."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final

from adapters.playground.limits import elements
from adapters.playground.limits.elements import check_element
from adapters.playground.limits.report import Report
from adapters.playground.limits.text import check_plain, check_text


@dataclass(frozen=True, slots=True)
class Surface:
    name: str
    most_blocks: int
    least_blocks: int = 0


MESSAGE: Final = Surface("message", 50)
MODAL: Final = Surface("modal", 100, least_blocks=1)
HOME: Final = Surface("home", 100)


def check_blocks(report: Report, blocks: Any, pointer: str, surface: Surface) -> None:
    seen: set[str] = set()
    items = report.is_list(blocks, pointer, surface.most_blocks, surface.least_blocks)
    for index, block in enumerate(items):
        place = f"{pointer}/{index}"
        _check_block(report, block, place)
        block_id = block.get("block_id") if isinstance(block, dict) else None
        if block_id is None:
            continue
        report.is_text(block_id, f"{place}/block_id", 255)
        if block_id in seen:
            report.add(f'`block_id` "{block_id}" already exists', f"{place}/block_id")
        seen.add(block_id)


def _check_block(report: Report, block: Any, pointer: str) -> None:
    name = block.get("type") if isinstance(block, dict) else None
    check = _BLOCKS.get(name) if isinstance(name, str) else None
    if check is None:
        report.add(f"unsupported type: {name}", f"{pointer}/type")
    else:
        check(report, block, pointer)


def _check_section(report: Report, block: dict[str, Any], pointer: str) -> None:
    _keys(report, block, pointer, (), ("text", "fields", "accessory", "expand"))
    if block.get("text") is None and block.get("fields") is None:
        report.add("must define either `text` or `fields`", pointer)
    if block.get("text") is not None:
        check_text(report, block["text"], f"{pointer}/text")
    if block.get("fields") is not None:
        for index, field in enumerate(report.is_list(block["fields"], f"{pointer}/fields", 10)):
            check_text(report, field, f"{pointer}/fields/{index}", 2000)
    if block.get("accessory") is not None:
        check_element(report, block["accessory"], f"{pointer}/accessory", elements.SECTION)


def _check_header(report: Report, block: dict[str, Any], pointer: str) -> None:
    _keys(report, block, pointer, ("text",), ())
    if block.get("text") is not None:
        check_plain(report, block["text"], f"{pointer}/text", 150)


def _check_divider(report: Report, block: dict[str, Any], pointer: str) -> None:
    _keys(report, block, pointer, (), ())


def _check_image(report: Report, block: dict[str, Any], pointer: str) -> None:
    _keys(report, block, pointer, ("image_url", "alt_text"), ("title",))
    for key, most in (("image_url", 3000), ("alt_text", 2000)):
        if block.get(key) is not None:
            report.is_text(block[key], f"{pointer}/{key}", most)
    if block.get("title") is not None:
        check_plain(report, block["title"], f"{pointer}/title", 2000)


def _check_context(report: Report, block: dict[str, Any], pointer: str) -> None:
    _keys(report, block, pointer, ("elements",), ())
    for index, part in enumerate(report.is_list(block.get("elements"), f"{pointer}/elements", 10)):
        place = f"{pointer}/elements/{index}"
        if isinstance(part, dict) and part.get("type") == "image":
            check_element(report, part, place, elements.CONTEXT)
        else:
            check_text(report, part, place)


def _check_actions(report: Report, block: dict[str, Any], pointer: str) -> None:
    _keys(report, block, pointer, ("elements",), ())
    seen: set[str] = set()
    for index, part in enumerate(report.is_list(block.get("elements"), f"{pointer}/elements", 25)):
        place = f"{pointer}/elements/{index}"
        check_element(report, part, place, elements.ACTIONS)
        action = part.get("action_id") if isinstance(part, dict) else None
        if action in seen:
            report.add(f'`action_id` "{action}" already exists', f"{place}/action_id")
        if action is not None:
            seen.add(action)


def _check_input(report: Report, block: dict[str, Any], pointer: str) -> None:
    _keys(report, block, pointer, ("label", "element"), ("hint", "optional", "dispatch_action"))
    for key in ("label", "hint"):
        if block.get(key) is not None:
            check_plain(report, block[key], f"{pointer}/{key}", 2000)
    for key in ("optional", "dispatch_action"):
        if key in block:
            report.is_flag(block[key], f"{pointer}/{key}")
    if block.get("element") is not None:
        check_element(report, block["element"], f"{pointer}/element", elements.INPUT)


def _keys(
    report: Report,
    block: dict[str, Any],
    pointer: str,
    required: tuple[str, ...],
    optional: tuple[str, ...],
) -> None:
    report.is_object(block, pointer, ("type", *required), ("block_id", *optional))


_BLOCKS: Final[dict[str, Callable[[Report, dict[str, Any], str], None]]] = {
    "section": _check_section,
    "header": _check_header,
    "divider": _check_divider,
    "image": _check_image,
    "context": _check_context,
    "actions": _check_actions,
    "input": _check_input,
}
