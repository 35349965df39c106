"""The staff file: every fault with its line, and a good file as colleagues."""

import pytest

from bot.cli.staff_file import read_staff
from core.policy.load import load_policy, shipped_policy
from core.vocabulary.ids import StaffId
from core.vocabulary.people import Role, StaffMember

POLICY = load_policy(shipped_policy())
HEADER = "id,name,email,grade,team,line_manager,roles\n"


def test_a_good_file_becomes_colleagues() -> None:
    text = HEADER + (
        "devi,Devi Director,devi@ucb.example,director,Operations,,director\n"
        '\nfran,"Focus, Fran",,manager,Customer Focus,devi,customer-focus; legal\n'
    )
    members, problems = read_staff(text, POLICY)
    assert problems == ()
    assert members[1] == StaffMember(
        id=StaffId("fran"),
        name="Focus, Fran",
        grade="manager",
        team="Customer Focus",
        line_manager=StaffId("devi"),
        roles=frozenset({Role.CUSTOMER_FOCUS, Role.LEGAL}),
    )


def test_columns_may_stand_in_any_order() -> None:
    text = "Name,ID,team,grade,roles,line_manager,email\nAsha Adviser,asha,Wetlands,adviser,,,\n"
    members, _ = read_staff(text, POLICY)
    assert [member.id for member in members] == ["asha"]


def test_a_line_manager_may_stand_in_the_directory_instead() -> None:
    text = HEADER + "asha,Asha Adviser,,adviser,Wetlands,morgan,\n"
    assert read_staff(text, POLICY)[1] != ()
    assert read_staff(text, POLICY, [StaffId("morgan")])[1] == ()


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ("", [(1, "nobody")]),
        (",,,,,,x\n", [(2, "id is"), (2, "name is"), (2, "grade is"), (2, "team is"), (2, "'x'")]),
        ("a b,A,,adviser,T,,\n", [(2, "id 'a b'")]),
        ("a,A,not-an-address,adviser,T,,\n", [(2, "email")]),
        ("a,A,,emperor,T,,\n", [(2, "grade 'emperor'")]),
        ("a,A,,adviser,T,b,\n", [(2, "line_manager 'b'")]),
        ("a,A,,adviser,T,,king\n", [(2, "role 'king'")]),
        ("a,A\n", [(2, "2 values")]),
        ("a,A,,adviser,T,,\nb,B,,adviser,T,,\nA,C,,adviser,T,,\n", [(4, "stands in line 2")]),
        ("a,A,x@y.zz,adviser,T,,\nb,B,X@y.zz,adviser,T,,\n", [(3, "email 'X@y.zz' stands")]),
        ("a,A,,adviser,T,b,\nb,B,,adviser,T,a,\n", [(2, "own manager"), (3, "own manager")]),
        ("a,A,,adviser,T,a,\n", [(2, "own manager")]),
        ('a,"A,,adviser,T,,\n', [(2, "CSV")]),
    ],
)
def test_every_fault_is_told_with_its_line(rows: str, expected: list[tuple[int, str]]) -> None:
    members, problems = read_staff(HEADER + rows, POLICY)
    assert members == ()
    assert [problem.line for problem in problems] == [line for line, _ in expected]
    for problem, (_, words) in zip(problems, expected, strict=True):
        assert words in problem.message


@pytest.mark.parametrize("text", ["", "id,name\n", "\ufeffid,name,email\n"])
def test_a_wrong_header_says_what_it_should_be(text: str) -> None:
    _, problems = read_staff(text, POLICY)
    assert [problem.line for problem in problems] == [1]
    assert "id,name,email,grade,team,line_manager,roles" in problems[0].message
