"""Text objects, and the small objects made of them: options, confirmation dialogs."""

from typing import Any, Final

from adapters.playground.limits.report import Report

TEXT: Final = 3000


def check_text(report: Report, value: Any, pointer: str, most: int = TEXT) -> None:
    """A text object, plain or mrkdwn."""
    _check(report, value, pointer, most, plain_only=False)


def check_plain(report: Report, value: Any, pointer: str, most: int) -> None:
    """A text object that must be plain."""
    _check(report, value, pointer, most, plain_only=True)


def _check(report: Report, value: Any, pointer: str, most: int, *, plain_only: bool) -> None:
    found = Report()
    kinds = ("plain_text",) if plain_only else ("plain_text", "mrkdwn")
    kind = value.get("type") if isinstance(value, dict) else None
    extra = "verbatim" if kind == "mrkdwn" else "emoji"
    if found.is_object(value, pointer, ("type", "text"), (extra,)):
        if kind is not None:
            found.is_one_of(kind, f"{pointer}/type", kinds)
        if value.get("text") is not None:
            found.is_text(value["text"], f"{pointer}/text", most)
        if extra in value:
            found.is_flag(value[extra], f"{pointer}/{extra}")
    if found.messages:
        report.add("failed to match all allowed schemas", pointer)
        report.messages.extend(found.messages)


def check_option(report: Report, value: Any, pointer: str, *, mrkdwn: bool = False) -> None:
    """``mrkdwn``: check boxes and radio buttons may have formatted text."""
    keys = ("description", "url")
    if not report.is_object(value, pointer, ("text", "value"), keys):
        return
    check = check_text if mrkdwn else check_plain
    if value.get("text") is not None:
        check(report, value["text"], f"{pointer}/text", 75)
    if value.get("value") is not None:
        report.is_text(value["value"], f"{pointer}/value", 150)
    if "description" in value:
        check(report, value["description"], f"{pointer}/description", 75)
    if "url" in value:
        report.is_text(value["url"], f"{pointer}/url", 3000)


def check_confirm(report: Report, value: Any, pointer: str) -> None:
    if not report.is_object(value, pointer, ("title", "text", "confirm", "deny"), ("style",)):
        return
    for key, most in (("title", 100), ("confirm", 30), ("deny", 30)):
        if value.get(key) is not None:
            check_plain(report, value[key], f"{pointer}/{key}", most)
    if value.get("text") is not None:
        check_text(report, value["text"], f"{pointer}/text", 300)
    if "style" in value:
        report.is_one_of(value["style"], f"{pointer}/style", ("primary", "danger"))
