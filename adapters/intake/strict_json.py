"""JSON that means one thing: UTF-8, no name twice in an object, no numbers that are none."""

import json
from collections import Counter
from typing import Any, Final

from adapters.intake.faults import Unreadable

DEEPEST: Final = 20
"""Levels of brackets. What we read has three."""


def read_json(raw: bytes) -> object:
    """Raises ``Unreadable``."""
    return _read(raw, is_line=False)


def read_json_line(raw: bytes) -> object:
    """One of many lines: which one, whoever asks knows. Raises ``Unreadable``."""
    return _read(raw, is_line=True)


def _read(raw: bytes, *, is_line: bool) -> object:
    text = _utf8(raw, is_line=is_line)
    try:
        found: object = _decoder.decode(text)
    except json.JSONDecodeError as fault:
        line = "" if is_line else f"line {fault.lineno}, "
        raise Unreadable(f"This is not JSON: {fault.msg} ({line}column {fault.colno}).") from None
    except RecursionError:
        raise _too_deep() from None
    except ValueError as fault:
        raise Unreadable(f"This is not JSON we can read: {_said(fault)}.") from None
    if _depth(found) > DEEPEST:
        raise _too_deep()
    if "\\u" in text and _has_half_a_character(found):
        raise Unreadable("This is not JSON we can read: an escape stands for half a character.")
    return found


def _utf8(raw: bytes, *, is_line: bool) -> str:
    """A byte order mark is not part of it. Raises ``Unreadable``."""
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as fault:
        number = raw.count(b"\n", 0, fault.start) + 1
        line = "" if is_line else f" (line {number})"
        raise Unreadable(
            f"This is not UTF-8: half a character at byte {fault.start}{line}."
        ) from None


class _Ambiguous(ValueError):
    """The message is ours."""


def _said(fault: ValueError) -> str:
    return str(fault) if isinstance(fault, _Ambiguous) else "it holds a number of too many digits"


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        counts = Counter(name for name, _ in pairs)
        twice = next(name for name, count in counts.items() if count > 1)
        shown = ascii(twice[:40])
        raise _Ambiguous(f"the name {shown} stands twice in one object")
    return found


def _constant(name: str) -> None:
    raise _Ambiguous(f"{name} is not a number in JSON")


def _has_half_a_character(found: object) -> bool:
    try:
        json.dumps(found, ensure_ascii=False).encode()
    except UnicodeEncodeError:
        return True
    return False


def _depth(found: object) -> int:
    level: list[object] = [found]
    depth = 0
    while level:
        depth += 1
        if depth > DEEPEST:
            break
        level = [
            child
            for each in level
            for child in (
                each.values() if isinstance(each, dict) else each if isinstance(each, list) else ()
            )
        ]
    return depth


def _too_deep() -> Unreadable:
    return Unreadable(f"This JSON is nested more than {DEEPEST} levels deep.")


_decoder: Final = json.JSONDecoder(object_pairs_hook=_object, parse_constant=_constant)
