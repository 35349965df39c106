"""Takes the contacts of a file, as often as it takes: what is kept already is left alone."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice
from typing import Final

from adapters.intake.contact import KEY
from adapters.intake.desk import REUSED, fault_of
from adapters.intake.explaining import REMEDIES
from adapters.intake.faults import Fault, Faulty
from adapters.intake.files.csv_rows import csv_rows
from adapters.intake.files.json_rows import json_rows
from adapters.intake.files.rows import FileFault, Format, RefusedRow, Row
from adapters.intake.files.source_file import SourceFile
from adapters.intake.files.telling import refused as told
from adapters.intake.ports import Clock, Taker
from adapters.intake.reading import ContactReader
from core.services.incoming import Became, Incoming, Receipt, Receipts
from core.vocabulary.refusal import Refusal, Refused

AT_ONCE: Final = 500
_KEY: Final = re.compile(KEY)
_NO_TEXT: Final = Fault("#/id", "This must be a string.", "Write it in quotation marks.")
_BAD_ID: Final = Fault("#/id", "This is not in the form it must have.", REMEDIES["id"])


@dataclass
class Counts:
    """``before``: kept by an earlier run. ``unknown``: rows kept whose reference nobody has, and
    ``first_unknown`` the line of the first of them, from 1."""

    rows: int = 0
    before: int = 0
    refused: int = 0
    became: Counter[Became] = field(default_factory=Counter)
    unknown: int = 0
    first_unknown: int = 0

    @property
    def kept(self) -> int:
        return self.became.total()

    def keep(self, line: int, receipt: Receipt) -> None:
        self.became[receipt.became] += 1
        if receipt.unknown_reference:
            self.unknown += 1
            self.first_unknown = self.first_unknown or line


@dataclass(frozen=True, slots=True)
class Import:
    """``means``: of rows that name none. ``on_refused``: told of each row that is not kept.

    ``on_progress``: told of the bytes of the file that are done.
    """

    taker: Taker
    receipts: Receipts
    reader: ContactReader
    clock: Clock
    source: str
    means: str = ""
    dry_run: bool = False
    on_refused: Callable[[RefusedRow], None] = lambda _: None
    on_progress: Callable[[int, Counts], None] = lambda _, __: None

    async def run(self, file: SourceFile) -> Counts:
        """Raises ``FileFault``: before anything is kept, or when too much else comes in."""
        read = csv_rows if file.format is Format.CSV else json_rows
        name = self.reader.digest_of(file.digest)[:32]
        counts = Counts()
        for rows in _batches(read(file.lines(), self.means)):
            await self._take(name, rows, counts)
            self.on_progress(rows[-1].end, counts)
        self.on_progress(file.size, counts)
        return counts

    async def _take(self, name: str, rows: Sequence[Row], counts: Counts) -> None:
        counts.rows += len(rows)
        keys = [_key(name, row) for row in rows]
        good = [key for key, row in zip(keys, rows, strict=True) if not row.faults]
        kept = await self.receipts.of_keys(self.source, good)
        new: list[tuple[Row, Incoming]] = []
        refused: list[tuple[Row, tuple[Fault, ...]]] = []
        for key, row in zip(keys, rows, strict=True):
            receipt = kept.get(key)
            if receipt and "id" not in row.sent:
                counts.before += 1
                continue
            read = self._read(key, row)
            if not isinstance(read, Incoming):
                refused.append((row, read))
            elif receipt is None:
                new.append((row, read))
            elif receipt.digest == read.digest:
                counts.before += 1
            else:
                refused.append((row, (REUSED,)))
        for (row, _), answer in zip(new, await self._answers(new), strict=True):
            if isinstance(answer, Receipt):
                counts.keep(row.line, answer)
            else:
                refused.append((row, (fault_of(answer),)))
        for row, faults in sorted(refused, key=lambda each: each[0].line):
            counts.refused += 1
            self.on_refused(told(row, faults))

    async def _answers(self, new: Sequence[tuple[Row, Incoming]]) -> tuple[Receipt | Refusal, ...]:
        if not new:
            return ()
        try:
            return await self.taker.take_each([each for _, each in new], dry_run=self.dry_run)
        except Refused as refused:
            again = "Run the command again: what is kept is left alone."
            raise FileFault(f"{refused.refusal.message} {again}") from refused

    def _read(self, key: str, row: Row) -> Incoming | tuple[Fault, ...]:
        if row.faults:
            return row.faults
        now = self.clock.now()
        sent = row.sent
        if "id" in sent:
            if not isinstance(sent["id"], str):
                return (_NO_TEXT,)
            if not _KEY.fullmatch(sent["id"]):
                return (_BAD_ID,)
            sent = {name: value for name, value in sent.items() if name != "id"}
        try:
            contact = self.reader.contact(sent, now)
        except Faulty as faulty:
            return faulty.faults
        return self.reader.incoming(contact, self.source, key, now)


def _key(name: str, row: Row) -> str:
    """The row's own id; else the file and the line, so that the same file again is known."""
    given = row.sent.get("id")
    return given if isinstance(given, str) else f"{name}-{row.line}"


def _batches(rows: Iterable[Row]) -> Iterator[list[Row]]:
    each = iter(rows)
    while batch := list(islice(each, AT_ONCE)):
        yield batch
