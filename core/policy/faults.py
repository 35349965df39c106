"""What can be wrong with a policy file."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Problem:
    """``line``: where in the file, counted from 1."""

    line: int
    message: str


class PolicyFault(Exception):
    """The policy file cannot be used. ``problems``: all that is wrong with it, in its order."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__("\n".join(f"line {p.line}: {p.message}" for p in problems))
        self.problems = problems
