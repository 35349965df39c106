"""Reads a policy file, and refuses a broken one with every line and reason."""

import re
import tomllib
from importlib import resources

from core.policy.faults import PolicyFault, Problem
from core.policy.lines import Lines
from core.policy.model import Policy
from core.policy.reading import read_policy
from core.policy.table import Table

__all__ = ["PolicyFault", "Problem", "load_policy", "shipped_policy"]

_PLACE = re.compile(r" \(at (?:line (\d+), column \d+|end of document)\)$")


def load_policy(text: str) -> Policy:
    """The policy that ``text``, in TOML, states. Raises ``PolicyFault``."""
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise PolicyFault((_syntax_problem(str(error), text),)) from None
    problems: list[Problem] = []
    policy = read_policy(Table(data, Lines(text), problems))
    if problems:
        raise PolicyFault(tuple(sorted(problems, key=lambda problem: problem.line)))
    return policy


def shipped_policy() -> str:
    """The text of Natural England's policy file."""
    return resources.files("core.policy").joinpath("natural-england.toml").read_text("utf-8")


def _syntax_problem(error: str, text: str) -> Problem:
    place = _PLACE.search(error)
    line = int(place[1]) if place and place[1] else max(1, len(text.splitlines()))
    return Problem(line, f"This is not TOML: {_PLACE.sub('', error)}.")
