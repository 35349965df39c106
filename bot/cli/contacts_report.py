"""What an import says while it runs, and when it has ended."""

import csv
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from types import TracebackType
from typing import IO, Final, NoReturn, Self

from tqdm import tqdm

from bot.app.contact_files import Counts, RefusedRow
from bot.cli.trouble import Trouble
from bot.conversation.words.sentences import counted
from core.services.incoming import Became

MOST_SHOWN: Final = 20
COLUMNS: Final = ("line", "field", "problem", "remedy", "row")
_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r")


class Refusals:
    """Shows the first refused rows, without what stands in them; writes all of them into a file
    that nobody but its owner may read.
    """

    def __init__(self, path: str | None) -> None:
        self._path = path
        self._file: IO[str] | None = None
        self._shown: list[str] = []
        self._count = 0

    def __enter__(self) -> Self:
        if self._path:
            try:
                handle = os.open(self._path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
            except OSError as fault:
                raise Trouble(f"{self._path} cannot be written: {fault.strerror}.") from fault
            self._file = open(handle, "w", encoding="utf-8", errors="backslashreplace", newline="")
            csv.writer(self._file).writerow(COLUMNS)
        return self

    def __exit__(
        self, _: type[BaseException] | None, __: BaseException | None, ___: TracebackType | None
    ) -> None:
        if self._file:
            self._file.close()

    def add(self, row: RefusedRow) -> None:
        self._count += 1
        if self._file:
            raw = f"'{row.raw}" if row.raw.startswith(_FORMULA) else row.raw
            writer = csv.writer(self._file)
            for fault in row.faults:
                writer.writerow((row.line, fault.field, fault.problem, fault.remedy, raw))
        if self._count <= MOST_SHOWN:
            said = [
                f"{f'{f.field}: ' if f.field else ''}{f.problem} {f.remedy}" for f in row.faults
            ]
            self._shown.append(f"line {row.line}: {' '.join(said)}".strip())

    def shown(self) -> list[str]:
        more = self._count - len(self._shown)
        return [*self._shown, *([f"... and {counted(more, 'more row')}."] if more else [])]


class Bar:
    def __init__(self, bar: "tqdm[NoReturn]") -> None:
        self._bar = bar

    def show(self, done: int, counts: Counts) -> None:
        said = f"{counts.rows:,} rows, {counts.refused:,} refused"
        self._bar.set_postfix_str(said, refresh=False)
        self._bar.update(done - self._bar.n)


@contextmanager
def progress(size: int) -> Iterator[Bar]:
    """On standard error, and where that is a terminal alone."""
    bar: tqdm[NoReturn] = tqdm(total=size, unit="B", unit_scale=True, file=sys.stderr, disable=None)
    with bar:
        yield Bar(bar)


def summary(counts: Counts, dry_run: bool, refused_file: str | None) -> list[str]:
    kept = "would be kept" if dry_run else "kept"
    became = counts.became
    lines = [
        f"{counted(counts.rows, 'row')}: {counts.kept:,} {kept}, {counts.before:,} kept before, "
        f"{counts.refused:,} refused.",
        f"Of those {kept}: {became[Became.ALERTED]:,} alerted, {became[Became.ASKED]:,} asked of a "
        f"person, {became[Became.NOTHING]:,} of nobody under sanction.",
    ]
    if counts.unknown:
        lines.append(
            f"{counted(counts.unknown, 'row')} {kept} with a reference that no customer and no "
            f"case has, the first in line {counts.first_unknown}: nobody was looked for by it."
        )
    if dry_run:
        lines.append("This was a dry run: nothing has changed.")
    if counts.refused and refused_file:
        lines.append(f"The refused rows stand in {refused_file}. Mend them in a file of their own.")
    elif counts.refused:
        lines.append("For all refused rows with what stands in them: --refused FILE")
    return lines
