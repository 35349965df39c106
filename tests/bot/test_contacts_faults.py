"""Faults of a file are told in the file's own words, and in its own order."""

from pathlib import Path

import pytest

from tests.bot.conftest import Run
from tests.support.policies import NATURAL_ENGLAND


def test_faults_of_a_file_are_told_by_its_own_columns_in_the_order_of_its_lines(
    contacts: Run, tmp_path: Path
) -> None:
    """Some are found when a row is read, others only when it is taken."""
    file = tmp_path / "contacts.csv"
    file.write_text(
        "ID,Name,name,Phone,phone,Means\n"
        "a1,,A,,,phone\n"
        "a1,,B,,,phone\n"
        "a2,,,,,phone\n"
        "a3,,,01632 960001,01632 960002; none of ours,phone\n"
        f"a4,,{'C' * 151},,,phone\n"
        "a5,,D,,,smoke\n"
        "a b,,E,,,phone\n"
        "a1,,F,,,phone\n"
    )
    _, said, _ = contacts("import", str(file))
    assert [line for line in said.splitlines() if line.startswith("line ")] == [
        "line 3: ID: Another contact was kept under this id before. Give every contact its own.",
        "line 4: Nothing says who it was. Fill in at least one of Name, Phone.",
        "line 5: Phone 3: This is not in the form it must have. A number has digits. "
        "Leave out what is no number.",
        "line 6: Name: This is longer than 150 characters. Shorten it, or leave it out.",
        "line 7: Means: This is not a means of contact that we know. Use one of "
        f"{', '.join(means.code for means in NATURAL_ENGLAND.means)}.",
        "line 8: ID: This is not in the form it must have. Use 1 to 200 of the letters A to Z, "
        "digits, and the signs . _ ~ -",
        "line 9: ID: Another contact was kept under this id before. Give every contact its own.",
    ]


def test_a_number_that_was_withheld_costs_nothing_but_itself(contacts: Run, tmp_path: Path) -> None:
    file = tmp_path / "calls.csv"
    file.write_text("name,phone\nA,withheld\n,Anonymous; 01632 960001\n,private\n")
    _, said, _ = contacts("import", str(file), "--means", "phone")
    assert said.splitlines()[:2] == [
        "line 4: Nothing says who it was. Fill in at least one of name, phone.",
        "3 rows: 2 kept, 0 kept before, 1 refused.",
    ]


def test_of_lines_of_json_the_fields_are_named_as_they_are(contacts: Run, tmp_path: Path) -> None:
    file = tmp_path / "contacts.ndjson"
    file.write_text(
        '{"means": "phone", "id": "a", "emails": ["a@b.example", "c"]}\n'
        '{"means": "phone"}\n{"means":\n{"means": "phone", "id": 4711, "name": "A"}\n'
    )
    _, said, _ = contacts("import", str(file))
    first, second, third, fourth, *_ = said.splitlines()
    assert first.startswith("line 1: emails 2: ")
    assert second.startswith("line 2: Nothing says who it was. Give at least one of name, names")
    assert third == "line 3: This is not JSON: Expecting value (column 10). Mend it."
    assert fourth == "line 4: id: This must be a string. Write it in quotation marks."


def test_formats_are_offered_in_plain_words(
    contacts: Run, file: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit):
        contacts("import", "--format", "xml", file)
    assert "invalid choice: 'xml' (choose from 'csv', 'ndjson')" in capsys.readouterr().err
