"""Many contacts in one request: a list in JSON, or a line of JSON for each."""

import re
from collections.abc import Callable, Iterator
from itertools import islice
from typing import Final, NamedTuple

from adapters.intake.contact import KEY, Item
from adapters.intake.faults import Fault, Faulty, Unreadable
from adapters.intake.limits import LINES, MOST_AT_ONCE
from adapters.intake.strict_json import read_json, read_json_line


class Bad(NamedTuple):
    """One that cannot be taken. ``key``: its sender's name for it, "" for none."""

    key: str
    faults: tuple[Fault, ...]


Each = tuple[int, Item | Bad]
_KEY: Final = re.compile(KEY)
_TOO_MANY: Final = Fault(
    "#", f"There are more than {MOST_AT_ONCE} contacts.", "Send the rest in another batch."
)
_NONE: Final = Fault("#", "There is no contact in it.", "Send one at least.")
_NO_LIST: Final = Fault("#", "This must be a list.", "Put the contacts into [ ].")


def read_batch(kind: str, raw: bytes, read: Callable[[object], Item]) -> list[Each]:
    """Each with its place, read or with its faults. Raises ``Unreadable`` or ``Faulty``."""
    sent = list(islice(_lines(raw), MOST_AT_ONCE + 1)) if kind == LINES else _list(raw)
    if not sent:
        raise Faulty(_NONE)
    if len(sent) > MOST_AT_ONCE:
        raise Faulty(_TOO_MANY)
    return [(index, _one(each, read)) for index, each in enumerate(sent)]


def _list(raw: bytes) -> list[object]:
    sent = read_json(raw)
    if not isinstance(sent, list):
        raise Faulty(_NO_LIST)
    return sent


def _lines(raw: bytes) -> Iterator[object]:
    """Blank lines do not count."""
    for line in raw.split(b"\n"):
        if line.strip():
            try:
                yield read_json_line(line)
            except Unreadable as fault:
                yield fault


def _one(sent: object, read: Callable[[object], Item]) -> Item | Bad:
    if isinstance(sent, Unreadable):
        return Bad("", (Fault("#", str(sent), "Mend this line, and send it again."),))
    try:
        return read(sent)
    except Faulty as faulty:
        return Bad(_key(sent), faulty.faults)


def _key(sent: object) -> str:
    """What is no name as it must be may be anything: it is not repeated."""
    given = sent.get("id") if isinstance(sent, dict) else None
    return given if isinstance(given, str) and _KEY.fullmatch(given) else ""
