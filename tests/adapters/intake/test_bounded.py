"""However much stands in a body that may be as large, little is done because of it."""

import json

import pytest

from adapters.intake import limits
from adapters.intake.batches import read_batch
from adapters.intake.contact import Item
from adapters.intake.faults import Faulty, Unreadable
from adapters.intake.strict_json import read_json, read_json_line


def test_of_very_many_names_the_one_that_stands_twice_is_found() -> None:
    """In one pass: each beside each other would take hours."""
    names = [f"n{n}" for n in range(300_000)]
    body = "{" + ",".join(f'"{name}":1' for name in [*names, names[-1]]) + "}"
    with pytest.raises(Unreadable, match="'n299999' stands twice"):
        read_json(body.encode())


@pytest.mark.parametrize("line", [b"{}\n", b"{\n", b"\xff\n"])
def test_no_more_lines_are_read_than_a_batch_may_have(
    line: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    read = counted(monkeypatch)
    with pytest.raises(Faulty) as refused:
        read_batch(limits.LINES, line * 20_000, lambda sent: pytest.fail(str(sent)))
    assert "more than 500" in refused.value.faults[0].problem
    assert len(read) <= limits.MOST_AT_ONCE + 1


def counted(monkeypatch: pytest.MonkeyPatch) -> list[bytes]:
    """The lines that are read from now on."""
    read: list[bytes] = []

    def reading(raw: bytes) -> object:
        read.append(raw)
        return read_json_line(raw)

    monkeypatch.setattr("adapters.intake.batches.read_json_line", reading)
    return read


ITEM = Item(id="a", means="phone", name="Casey")


def test_a_batch_as_large_as_it_may_be_is_read() -> None:
    lines = b"\n".join(json.dumps({"id": str(n)}).encode() for n in range(limits.MOST_AT_ONCE))
    assert len(read_batch(limits.LINES, lines + b"\n\n\n", lambda _: ITEM)) == 500
