"""On which line of a TOML text a table or key stands, which ``tomllib`` does not tell."""

import re

Path = tuple[str | int, ...]
"""The way to a value: names of keys, and the index (from 0) in an array of tables."""

_HEADER = re.compile(r"\s*(\[\[?)\s*([\w.\"' -]+?)\s*\]")
_KEY = re.compile(r"\s*([\w.\"' -]+?)\s*=")


class Lines:
    def __init__(self, text: str) -> None:
        self._lines: dict[Path, int] = {(): 1}
        self._latest: dict[Path, int] = {}
        here: Path = ()
        for number, line in enumerate(text.splitlines(), start=1):
            if header := _HEADER.match(line):
                here = self._enter(_names(header[2]), is_array=header[1] == "[[")
                self._lines.setdefault(here, number)
                if header[1] == "[[":  # an array of tables begins with its first
                    self._lines.setdefault(here[:-1], number)
            elif key := _KEY.match(line):
                self._lines.setdefault((*here, *_names(key[1])), number)

    def line(self, path: Path) -> int:
        """The line of ``path``, or of the nearest thing around it that has one."""
        while path not in self._lines:
            path = path[:-1]
        return self._lines[path]

    def _enter(self, names: list[str], *, is_array: bool) -> Path:
        """The path a header opens; inside an array of tables it means the latest of them."""
        path: Path = ()
        for name in names[:-1]:
            path = self._in_latest((*path, name))
        path = (*path, names[-1])
        if is_array:
            self._latest[path] = self._latest.get(path, -1) + 1
        return self._in_latest(path)

    def _in_latest(self, path: Path) -> Path:
        return (*path, self._latest[path]) if path in self._latest else path


def _names(dotted: str) -> list[str]:
    return [part.strip().strip("\"'") for part in dotted.split(".")]
