"""A table of the policy file that hands out checked values and notes what is wrong with them."""

import re
from collections.abc import Mapping
from typing import Any, Final

from core.policy.faults import Problem
from core.policy.lines import Lines, Path

LABEL_LENGTH: Final = 75
"""The longest text that every chat platform shows beside a check box."""

_CODE = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_MISSING: Final = object()


class Table:
    """A wrong value is noted in ``problems`` and a harmless one of its type given instead."""

    def __init__(
        self, data: Mapping[str, Any], lines: Lines, problems: list[Problem], path: Path = ()
    ) -> None:
        self._data = data
        self._lines = lines
        self._problems = problems
        self._path = path
        self._seen: set[str] = set()

    def text(self, key: str, *, longest: int = 300) -> str:
        value = self._get(key, str, "a text")
        if value is None:
            return ""
        if not value.strip():
            self.wrong(key, f"{key} is empty.")
        elif len(value) > longest:
            self.wrong(key, f"{key} has {len(value)} characters, {longest} at most are allowed.")
        return str(value)

    def code(self, key: str = "code") -> str:
        value = self.text(key, longest=40)
        if value.strip() and not _CODE.fullmatch(value):
            self.wrong(key, f'{key} "{value}" may hold only small letters, digits and hyphens.')
        return str(value)

    def flag(self, key: str) -> bool:
        """False where it is not stated."""
        return bool(self._get(key, bool, "true or false", default=False))

    def whole(self, key: str, *, least: int, most: int, default: int | None = None) -> int:
        absent = _MISSING if default is None else default
        value = self._get(key, int, "a whole number", default=absent)
        if value is None:
            return least
        if not least <= value <= most:
            self.wrong(key, f"{key} is {value}, it must be from {least} to {most}.")
        return int(value)

    def words(self, key: str) -> tuple[str, ...]:
        value = self._get(key, list, "a list of texts")
        if value is None:
            return ()
        if not all(isinstance(word, str) for word in value):
            self.wrong(key, f"{key} must be a list of texts.")
            return ()
        return tuple(value)

    def wholes(self, key: str) -> tuple[int, ...]:
        value = self._get(key, list, "a list of whole numbers")
        if value is None:
            return ()
        if not all(type(number) is int for number in value):
            self.wrong(key, f"{key} must be a list of whole numbers.")
            return ()
        return tuple(value)

    def has(self, key: str) -> bool:
        return key in self._data

    def table(self, key: str) -> "Table":
        value = self._get(key, dict, f"a table, [{self._dotted(key)}]")
        return self._inner(value or {}, (key,), is_there=value is not None)

    def tables(self, key: str) -> tuple["Table", ...]:
        """One or more ``[[key]]``."""
        kind = f"a list of tables, [[{self._dotted(key)}]]"
        value = self._get(key, list, kind)
        if value is None:
            return ()
        if not value or not all(isinstance(item, dict) for item in value):
            self.wrong(key, f"{key} must be {kind}, with one at least.")
            return ()
        return tuple(self._inner(item, (key, i)) for i, item in enumerate(value))

    def wrong(self, key: str | None, message: str) -> None:
        path = self._path if key is None else (*self._path, key)
        self._problems.append(Problem(self._lines.line(path), message))

    def close(self) -> None:
        """Nothing may be left that was not asked for: a key spelt wrongly is not ignored."""
        for key in self._data:
            if key not in self._seen:
                self.wrong(key, f'"{self._dotted(key)}" is not a key of a policy file.')

    def _get(self, key: str, kind: type, called: str, default: Any = _MISSING) -> Any:
        self._seen.add(key)
        value = self._data.get(key, default)
        if value is _MISSING:
            self.wrong(None, f'"{self._dotted(key)}" is missing.')
            return None
        if type(value) is not kind:
            self.wrong(key, f"{key} must be {called}.")
            return None
        return value

    def _inner(self, data: Mapping[str, Any], way: Path, *, is_there: bool = True) -> "Table":
        # Of a table that is missing, that alone is said, not each key it would have had.
        problems = self._problems if is_there else []
        return Table(data, self._lines, problems, (*self._path, *way))

    def _dotted(self, key: str) -> str:
        return ".".join(str(part) for part in (*self._path, key) if isinstance(part, str))
