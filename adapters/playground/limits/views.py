"""Modals and home tabs."""

from typing import Any, Final

from adapters.playground.limits.blocks import HOME, MODAL, check_blocks
from adapters.playground.limits.report import Report
from adapters.playground.limits.text import check_plain

_SHARED: Final = ("private_metadata", "callback_id", "external_id")
_MODAL_ONLY: Final = ("close", "submit", "clear_on_close", "notify_on_close")
_LENGTHS: Final = {"private_metadata": 3000, "callback_id": 255, "external_id": 255}


def check_view(report: Report, view: Any, pointer: str) -> None:
    kind = view.get("type") if isinstance(view, dict) else None
    if kind not in ("modal", "home"):
        report.add(f"unsupported type: {kind}", f"{pointer}/type")
        return
    if kind == "home":
        report.is_object(view, pointer, ("type", "blocks"), _SHARED)
        check_blocks(report, view.get("blocks"), f"{pointer}/blocks", HOME)
    else:
        _check_modal(report, view, pointer)
    for key, most in _LENGTHS.items():
        if view.get(key) is not None:
            report.is_text(view[key], f"{pointer}/{key}", most, least=0)


def _check_modal(report: Report, view: dict[str, Any], pointer: str) -> None:
    required = ("type", "title", "blocks")
    known = (*_SHARED, *_MODAL_ONLY)
    report.is_object(view, pointer, required, known)
    for key in ("title", "close", "submit"):
        if view.get(key) is not None:
            check_plain(report, view[key], f"{pointer}/{key}", 24)
    for key in ("clear_on_close", "notify_on_close"):
        if key in view:
            report.is_flag(view[key], f"{pointer}/{key}")
    check_blocks(report, view.get("blocks"), f"{pointer}/blocks", MODAL)
    blocks = view.get("blocks")
    kinds = (
        [b.get("type") for b in blocks if isinstance(b, dict)] if isinstance(blocks, list) else []
    )
    if "input" in kinds and view.get("submit") is None:
        report.add("must define `submit` to use an `input` block in modals", pointer)
