"""A file as it lies there: its digest, its encoding, its lines, read as they are wanted."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from adapters.intake.files.encodings import BOM, OTHER_BOMS, WINDOWS, Guess
from adapters.intake.files.rows import FileFault, Format, Line

LONGEST_LINE: Final = 64 * 1024
ENDINGS: Final = {
    ".csv": Format.CSV,
    ".ndjson": Format.NDJSON,
    ".jsonl": Format.NDJSON,
}


@dataclass(frozen=True, slots=True)
class SourceFile:
    """``digest``: SHA-256 of all its bytes. ``size``: in bytes. ``encoding``: Python's name."""

    path: Path
    format: Format
    digest: bytes
    size: int
    encoding: str

    @property
    def is_windows(self) -> bool:
        return self.encoding == WINDOWS

    def lines(self) -> Iterator[Line]:
        """Raises ``FileFault``."""
        number, end = 0, 0
        try:
            with self.path.open("rb") as file:
                while raw := file.readline(LONGEST_LINE):
                    number += 1
                    end += len(raw)
                    is_cut = len(raw) == LONGEST_LINE and not raw.endswith(b"\n")
                    while is_cut and (rest := file.readline(LONGEST_LINE)):
                        end += len(rest)
                        if rest.endswith(b"\n"):
                            break
                    raw = raw.removeprefix(BOM) if number == 1 else raw
                    text = raw.decode(self.encoding, "surrogateescape").rstrip("\r\n")
                    yield Line(number, text, end, is_cut)
        except OSError as fault:
            raise _unreadable(self.path, fault) from None


def opened(path: Path, format_: Format | None = None, encoding: str | None = None) -> SourceFile:
    """Reads it once from end to end. Raises ``FileFault``."""
    digest, guess, size, first = hashlib.sha256(), Guess(), 0, True
    try:
        with path.open("rb") as file:
            while raw := file.readline(LONGEST_LINE):
                if first and raw.startswith(OTHER_BOMS):
                    raise FileFault(f"{path} is UTF-16. Save it as CSV in UTF-8, and try again.")
                digest.update(raw)
                size += len(raw)
                guess.look(raw.removeprefix(BOM) if first else raw)
                first = False
    except OSError as fault:
        raise _unreadable(path, fault) from None
    if not size:
        raise FileFault(f"{path} is empty.")
    chosen = format_ or ENDINGS.get(path.suffix.lower())
    if chosen is None:
        raise FileFault(f"{path} is neither .csv nor .ndjson. Say which it is: --format csv")
    if chosen is Format.NDJSON:
        encoding = "utf-8"
    return SourceFile(path, chosen, digest.digest(), size, encoding or guess.encoding)


def _unreadable(path: Path, fault: OSError) -> FileFault:
    return FileFault(f"{path} cannot be read: {fault.strerror or 'it is no file'}.")
