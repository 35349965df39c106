"""Rows of a file are read whatever program wrote it; a bad row costs only itself."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from adapters.intake.files import FileFault, Format, Row, opened
from adapters.intake.files.csv_rows import csv_rows
from adapters.intake.files.json_rows import json_rows

HEADER = "name,email,means\n"


def rows(tmp_path: Path, content: str | bytes, name: str = "a.csv", means: str = "") -> list[Row]:
    file = tmp_path / name
    file.write_bytes(content.encode() if isinstance(content, str) else content)
    source = opened(file)
    read = csv_rows if source.format is Format.CSV else json_rows
    return list(read(source.lines(), means))


def fault(tmp_path: Path, content: str | bytes, name: str = "a.csv") -> str:
    with pytest.raises(FileFault) as caught:
        rows(tmp_path, content, name)
    return str(caught.value)


def good(found: list[Row]) -> list[int]:
    return [row.line for row in found if not row.faults]


def bad(found: list[Row]) -> dict[int, str]:
    return {row.line: row.faults[0].problem for row in found if row.faults}


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_spreadsheets_write_it_in_many_ways(
    delimiter: str, end: str, mark: bytes, tmp_path: Path
) -> None:
    lines = (
        "E-Mail,Name,Means".replace("E-Mail", "Email"),
        "c@d.example,Zoë,phone",
        ",Robin,letter",
    )
    text = end.join(line.replace(",", delimiter) for line in lines)
    assert [row.sent for row in rows(tmp_path, mark + text.encode())] == [
        {"emails": ["c@d.example"], "names": ["Zoë"], "means": "phone"},
        {"names": ["Robin"], "means": "letter"},
    ]


def test_windows_1252_is_read_as_what_it_is(tmp_path: Path) -> None:
    (row,) = rows(tmp_path, (HEADER + "Zoë O’Neill,z@d.example,phone\n").encode("cp1252"))
    assert row.sent["names"] == ["Zoë O’Neill"]


def test_half_a_character_costs_its_row_and_names_the_line_and_the_column(tmp_path: Path) -> None:
    """Among lines of UTF-8, or cut off in the middle of an accented letter."""
    for other in ("Zoë", "Zoe"):
        text = (
            f"{HEADER}{other},z@d.example,phone\n".encode()
            + b"Zo\xc3,a@b.example,phone\nA,,phone\n"
        )
        found = rows(tmp_path, text)
        assert good(found) == [2, 4]
        assert "Half a character stands in name:" in bad(found)[3]


def test_a_row_may_have_several_lines_and_several_addresses(tmp_path: Path) -> None:
    text = (
        "address,phone,phone,email,means\n"
        '"1 Mill Lane\r\nAnytown","01632 960001; 07700 900001",01632 960002,'
        "a@b.example;c@d.example,phone\n"
        '"He said ""hello""",,,e@f.example,email\n'
    )
    first, second = rows(tmp_path, text)
    assert first.sent == {
        "addresses": ["1 Mill Lane\nAnytown"],
        "phones": ["01632 960001", "07700 900001", "01632 960002"],
        "emails": ["a@b.example", "c@d.example"],
        "means": "phone",
    }
    assert (first.line, second.line) == (2, 4)
    assert second.sent["addresses"] == ['He said "hello"']


def test_a_quotation_mark_that_is_never_closed_costs_its_line_alone(tmp_path: Path) -> None:
    many = "".join(f"Robin,r{n}@d.example,phone\n" for n in range(100))
    found = rows(tmp_path, HEADER + 'A,a@b.example,phone\n"B,b@b.example,phone\n' + many)
    assert bad(found) == {3: "A quotation mark is opened here and never closed."}
    assert len(good(found)) == 101


def test_too_few_or_too_many_values_and_marks_that_do_not_fit(tmp_path: Path) -> None:
    text = HEADER + 'A,a@b.example\nA,a@b.example,phone,more\n"A"b,a@b.example,phone\nA,,phone,,\n'
    found = rows(tmp_path, text)
    assert bad(found) == {
        2: "There are 2 values; the header names 3 columns.",
        3: "There are 4 values; the header names 3 columns.",
        4: "The quotation marks do not fit together.",
    }
    assert good(found) == [5]


def test_a_line_longer_than_any_contact_is_not_read_to_its_end(tmp_path: Path) -> None:
    text = HEADER + "A," + "a" * 1_000_000 + ",phone\nB,b@b.example,phone\n"
    found = rows(tmp_path, text)
    assert bad(found) == {2: "This line is longer than any contact."}
    assert len(found[0].raw) < 70_000
    assert good(found) == [3]
    assert found[-1].end == len(text)


def test_blank_lines_and_blank_columns_do_not_count(tmp_path: Path) -> None:
    found = rows(tmp_path, "\nname,means,,\n\nA,phone,,\n , ,,\nB,phone\n")
    assert good(found) == [4, 6]


def test_a_file_that_cannot_be_read_at_all(tmp_path: Path) -> None:
    assert "is empty" in fault(tmp_path, "")
    assert "There is nothing in this file" in fault(tmp_path, "\n\n")
    assert "UTF-16" in fault(tmp_path, "name,means\nA,phone".encode("utf-16"))
    assert "--format csv" in fault(tmp_path, HEADER, "a.txt")
    with pytest.raises(FileFault, match="No such file"):
        opened(tmp_path / "nowhere.csv")
    with pytest.raises(FileFault, match="cannot be read"):
        opened(tmp_path)


def test_lines_of_json_with_one_that_is_none(tmp_path: Path) -> None:
    text = b'{"means": "phone"}\n\n{"means"\n[]\n{"a": "\xc3"}\n{"a": 1, "a": 2}\n{"x": 1}'
    found = rows(tmp_path, text, "a.ndjson", means="email")
    assert [(row.line, row.sent) for row in found if not row.faults] == [
        (1, {"means": "phone"}),
        (7, {"means": "email", "x": 1}),
    ]
    said = bad(found)
    assert list(said) == [3, 4, 5, 6]
    assert said[3] == "This is not JSON: Expecting ':' delimiter (column 9)."
    assert said[5] == "This is not UTF-8: half a character at byte 7."
    assert not any("line" in problem for problem in said.values())


@given(st.binary(max_size=300))
@settings(max_examples=300, derandomize=True, deadline=None)
def test_every_line_is_read_or_refused_with_its_number(
    tmp_path_factory: pytest.TempPathFactory, raw: bytes
) -> None:
    folder = tmp_path_factory.mktemp("any")
    for name, header in (("a.csv", HEADER.encode()), ("a.jsonl", b"")):
        try:
            found = rows(folder, header + raw, name)
        except FileFault:
            assert not raw or raw.startswith((b"\xff\xfe", b"\xfe\xff"))
            continue
        numbers = [row.line for row in found]
        assert numbers == sorted(set(numbers))
        assert all(row.raw for row in found)
        last = len((header + raw).split(b"\n"))
        assert all(1 <= number <= last for number in numbers)
