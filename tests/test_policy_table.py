"""docs/policy.md: nothing of the document is missing, and whatever it names exists."""

import ast
import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from pkgutil import resolve_name
from typing import Any, Final

import pytest

from bot.conversation.commands import NAMES
from core.policy.load import shipped_policy

ROOT: Final = Path(__file__).parent.parent
PAGE: Final = (ROOT / "docs" / "policy.md").read_text("utf-8")
FAULTS: Final = PAGE.partition("## Plain input faults")[2]

DOCUMENT: Final = (
    *("Introduction", "Scope", "Responsibilities", "Our expectations of customers"),
    "Our position and process",
    "1. Identify behaviour as unacceptable",
    "2. Sanctions on unacceptable behaviour",
    "3. Publish, share and report sanctions",
    "4. Review sanctions",
    "5. Disengage",
    "6. Publish, share and report - disengaged",
    "7. Review disengagement",
    *("Extreme behaviour", "Agents / contractors", "Site owners", "Appeals", "Further information"),
    *(f"Annex A, {row}" for row in ("Threatening", "Bullying", "Discriminatory", "Abusive")),
    *(f"Annex A, {row}" for row in ("Frequency", "Repetition", "Duration", "Nature")),
    *(f"Annex B, row {number}" for number in range(1, 7)),
    "Annex B, sign-off level",
)
"""Its sections and the rows of its annexes, in its own order."""

REFUSING: Final = ("refuse", "Refusal")


@dataclass(frozen=True)
class Row:
    part: str
    says: str
    assumed: tuple[str, ...]
    rules: tuple[str, ...]
    commands: tuple[str, ...]
    tests: tuple[str, ...]

    def __str__(self) -> str:
        return f"{self.part}: {self.says}"


def read_rows() -> Iterator[Row]:
    for line in PAGE.splitlines():
        if line.startswith("| ") and not line.startswith("| Part |"):
            part, says, *cells = (cell.strip() for cell in line.strip("|").split(" | "))
            yield Row(part, says, *map(named, cells))


def named(text: str) -> tuple[str, ...]:
    return tuple(re.findall(r"`([^`]+)`", text))


ROWS: Final = tuple(read_rows())
each_row: Final = pytest.mark.parametrize("row", ROWS, ids=str)


def refusals() -> Iterator[str]:
    """Every rule that some decision refuses by, read from the core itself."""
    for folder in ("case", "services"):
        for file in (ROOT / "core" / folder).rglob("*.py"):
            yield from _refusals(ast.parse(file.read_text("utf-8")))


def _refusals(tree: ast.Module) -> Iterator[str]:
    """The first words given to what makes a refusal, and whatever is assigned to ``rule``."""
    makers = {*REFUSING, *_makers(tree)}
    for node in ast.walk(tree):
        match node:
            case ast.Call(func=ast.Name(id=name), args=[first, *_]) if name in makers:
                yield from _texts(first)
            case ast.Assign(targets=[ast.Name(id="rule")], value=value):
                yield from _texts(value)
            case ast.Assign(targets=[ast.Tuple(elts=names)], value=ast.Tuple(elts=values)):
                for target, value in zip(names, values, strict=True):
                    if isinstance(target, ast.Name) and target.id == "rule":
                        yield from _texts(value)


def _makers(tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        match node:
            case ast.FunctionDef(
                name=name,
                args=ast.arguments(args=[ast.arg("rule", ast.Name(id="str")), *_]),
            ):
                yield name


def _texts(node: ast.expr) -> Iterator[str]:
    for each in ast.walk(node):
        if isinstance(each, ast.Constant) and isinstance(each.value, str):
            yield each.value


@cache
def defined_in(path: str) -> frozenset[str]:
    tree = ast.parse((ROOT / path).read_text("utf-8"))
    defined = (ast.FunctionDef, ast.AsyncFunctionDef)
    return frozenset(node.name for node in tree.body if isinstance(node, defined))


def keys(table: dict[str, Any], above: str = "") -> Iterator[tuple[str, bool]]:
    """The name of every value of the policy file, and whether its table is an assumption.

    Of several tables of one kind, each goes by its code or the behaviour it is about.
    """
    assumed = bool(table.get("assumption"))
    for key, value in table.items():
        name = f"{above}{key}"
        yield name, assumed
        match value:
            case dict():
                yield from keys(value, f"{name}.")
            case [dict(), *_]:
                for each in value:
                    called = each.get("code", each.get("behaviour", ""))
                    yield from keys(each, f"{name}.{called}." if called else f"{name}.")


KEYS: Final = tuple(keys(tomllib.loads(shipped_policy())))
RULES: Final = frozenset(refusals())


def test_every_part_of_the_document_has_its_rows_in_order() -> None:
    assert tuple(dict.fromkeys(row.part for row in ROWS)) == DOCUMENT


@each_row
def test_its_rules_are_in_the_core(row: Row) -> None:
    assert row.rules
    for rule in row.rules:
        assert rule in RULES or (rule.startswith("core.") and resolve_name(rule)), rule


@each_row
def test_its_commands_are_in_the_chat(row: Row) -> None:
    assert row.commands
    for command in row.commands:
        assert command.removeprefix("/ucb ") in NAMES, command


@each_row
def test_its_tests_are_there(row: Row) -> None:
    assert row.tests
    for test in row.tests:
        path, _, name = test.partition("::")
        assert name in defined_in(path), test


@each_row
def test_what_it_assumes_is_in_the_policy_file(row: Row) -> None:
    assert set(row.assumed) <= {name for name, _ in KEYS}


def test_every_assumption_of_the_policy_file_is_named() -> None:
    tables = {name.rpartition(".")[0] for name, assumed in KEYS if assumed}
    assert len(tables) > 15
    told = [key for row in ROWS for key in row.assumed]
    silent = {t for t in tables if not any(f"{key}.".startswith(f"{t}.") for key in told)}
    assert silent == set()


def test_every_rule_of_the_core_is_in_the_table_or_a_plain_input_fault() -> None:
    in_table = {rule for row in ROWS for rule in row.rules}
    faults = set(named(FAULTS))
    assert len(RULES) > 130
    assert faults <= RULES
    assert faults & in_table == set()
    assert RULES - in_table - faults == set()


def test_every_rule_of_the_core_is_met_by_some_test() -> None:
    tests = "".join(file.read_text("utf-8") for file in (ROOT / "tests").rglob("test_*.py"))
    assert {rule for rule in RULES if f'"{rule}"' not in tests} == set()


def test_the_operator_guide_tells_every_section_of_the_policy_file() -> None:
    guide = (ROOT / "docs" / "operator-guide.md").read_text("utf-8")
    sections = set(tomllib.loads(shipped_policy()))
    told = set(re.findall(r"^\| `\[{1,2}([a-z_]+)\]{1,2}` \|", guide, re.MULTILINE))
    assert told == sections


def test_the_user_guide_tells_of_every_command() -> None:
    guide = (ROOT / "docs" / "user-guide.md").read_text("utf-8")
    told = set(re.findall(r"`/ucb ([a-z]+)", guide))
    assert set(NAMES) - told == {"help"}
