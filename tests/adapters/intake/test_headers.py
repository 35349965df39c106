"""The first line of a CSV file names its columns, or is told what is wrong with it."""

from pathlib import Path

import pytest

from tests.adapters.intake.test_files import fault


def test_a_wrong_header_is_told_with_what_was_found_missing_and_meant(tmp_path: Path) -> None:
    said = fault(tmp_path, "Full Name,E-mail,Telephon,Date\nA,a@b.example,1,2\n")
    assert 'Found, parted by commas: "Full Name", "E-mail", "Telephon", "Date".' in said
    assert '"Full Name" is not known: write "name".' in said
    assert '"E-mail" is not known: write "email".' in said
    assert '"means" is missing: add it, or say --means for all rows.' in said
    assert "Columns are id, means, at, name, email" in said
    assert "None of them says who it was" in fault(tmp_path, "id,means\n1,phone\n")
    assert '"means" stands twice.' in fault(tmp_path, "name,means,means\nA,phone,email\n")


@pytest.mark.parametrize(
    ("sign", "called"), [(";", "semicolons"), ("\t", "tabs"), ("|", "upright bars")]
)
def test_a_wrong_header_is_parted_by_what_parts_it(sign: str, called: str, tmp_path: Path) -> None:
    """Though none of its columns is known."""
    said = fault(tmp_path, f"Full Nam{sign}Tel{sign}Town, if any{sign}\nA{sign}1{sign}{sign}\n")
    assert f'Found, parted by {called}: "Full Nam", "Tel", "Town, if any".' in said
    assert '"Town, if any" is not known: call it by one of the names below, or take it out.' in said


def test_a_header_that_nothing_parts_is_told_what_parts_columns(tmp_path: Path) -> None:
    remedy = "put commas, semicolons, tabs or upright bars between the columns"
    assert f'They seem to be parted by "^": {remedy}.' in fault(tmp_path, "name^email\nA^1\n")
    said = fault(tmp_path, "casey customer\nA\n")
    assert f"There is one column only. If there are more, {remedy}." in said
    assert "take it out" not in said
    assert '"nam" is not known: write "name".' in fault(tmp_path, "nam\nA\n")
    assert "There is one column only" not in fault(tmp_path, "name\nA\n")


@pytest.mark.parametrize("row", ["Casey,casey@d.example", "Casey;01632 960001;phone"])
def test_of_a_file_without_a_header_nobody_is_named(row: str, tmp_path: Path) -> None:
    """What the command prints may end in a log."""
    said = fault(tmp_path, f"{row}\n{row}\n")
    assert said.startswith(
        "The first line looks like a contact. Put the names of the columns above"
    )
    assert "Columns are id, means, at, name, email" in said
    assert "asey" not in said
