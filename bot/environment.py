"""Reads environment variables and collects everything that is wrong with them."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final

LOG_LEVELS: Final = ("DEBUG", "INFO", "WARNING", "ERROR")


class SettingsFault(Exception):
    """The settings cannot be used. ``problems``: one sentence each, variable and remedy named."""

    def __init__(self, problems: tuple[str, ...]) -> None:
        super().__init__("; ".join(problems))
        self.problems = problems


class Reader:
    """Reads variables and collects what is wrong with them. A blank variable counts as unset."""

    def __init__(self, environ: Mapping[str, str]) -> None:
        self._environ = environ
        self.problems: list[str] = []

    def get(self, name: str, default: str = "") -> str:
        return self._environ.get(name, "").strip() or default

    def required(self, name: str, remedy: str, starts: tuple[str, ...] = ("",)) -> str:
        value = self.get(name)
        if not value:
            self.problems.append(f"{name} is not set. {remedy}")
        elif not value.startswith(starts):
            self.problems.append(f"{name} should start with {' or '.join(starts)}. {remedy}")
        return value

    def port(self, default: int) -> int:
        return self.number("PORT", default, 1, 65535)

    def number(self, name: str, default: int, least: int, most: int) -> int:
        value = self.get(name, str(default))
        if value.isascii() and value.isdigit() and len(value) < 10 and least <= int(value) <= most:
            return int(value)
        self.problems.append(f"{name} must be a number from {least} to {most}, such as {default}.")
        return default

    def log_level(self, default: str) -> str:
        value = self.get("LOG_LEVEL", default).upper()
        if value in LOG_LEVELS:
            return value
        self.problems.append(f"LOG_LEVEL must be one of {', '.join(LOG_LEVELS)}.")
        return default

    def one_of(self, name: str, choices: Sequence[str]) -> str:
        """In the spelling of ``choices``; the first where nothing is set."""
        value = self.get(name, choices[0])
        for choice in choices:
            if choice.lower() == value.lower():
                return choice
        self.problems.append(f"{name} must be one of {', '.join(choices)}.")
        return choices[0]

    def address(self, name: str) -> str:
        """Of a server, "" when unset. Only on this machine may it do without encryption."""
        value = self.get(name)
        if value and not value.startswith(("https://", "http://127.0.0.1", "http://localhost")):
            self.problems.append(f"{name} must start with https://.")
        return value

    def file(self, name: str) -> Path | None:
        value = self.get(name)
        if value and not Path(value).is_file():
            self.problems.append(f"{name} names {value}, which is not a file that can be read.")
        return Path(value) if value else None

    def done(self) -> None:
        if self.problems:
            raise SettingsFault(tuple(self.problems))
