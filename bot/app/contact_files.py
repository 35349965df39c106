"""Files and mails of contacts, for the command line."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from adapters.intake.faults import Fault, Faulty
from adapters.intake.files import Counts, FileFault, Format, Import, RefusedRow, SourceFile, opened
from adapters.intake.limits import LARGEST_MAIL
from bot.app.house import House
from bot.app.intake import intake_desk
from core.services.incoming import Incoming, Receipt
from core.vocabulary.refusal import Refusal

FORMATS = tuple(each.value for each in Format)
__all__ = ["FORMATS", "Counts", "How", "RefusedRow", "contact_file", "import_contacts", "take_mail"]
OnProgress = Callable[[int, Counts], None]


@dataclass(frozen=True, slots=True)
class How:
    """``means``: of rows that name none, "" for none. ``dry_run``: nothing is kept."""

    source: str
    means: str = ""
    dry_run: bool = False


def contact_file(path: str, format_: str = "", encoding: str = "") -> SourceFile:
    """Raises ``FileFault``."""
    return opened(Path(path), Format(format_) if format_ else None, encoding or None)


async def import_contacts(
    house: House,
    master_key: str,
    file: SourceFile,
    how: How,
    on_refused: Callable[[RefusedRow], None],
    on_progress: OnProgress,
) -> Counts:
    """Raises ``FileFault``: before anything is kept, or when too much else comes in."""
    codes = [means.code for means in house.policy.means]
    if how.means and how.means not in codes:
        raise FileFault(f'--means "{how.means}" is not known. Use one of {", ".join(codes)}.')
    desk = intake_desk(house, master_key)
    importing = Import(
        desk.taker,
        house.desk.receipts,
        desk.reader,
        desk.clock,
        how.source,
        how.means,
        how.dry_run,
        on_refused,
        on_progress,
    )
    return await importing.run(file)


async def take_mail(
    house: House, master_key: str, path: Path, how: How
) -> tuple[Receipt, list[str]] | Fault:
    """What became of it, with the references of the alerts; or why it is not kept."""
    desk = intake_desk(house, master_key)
    try:
        with path.open("rb") as file:
            raw = file.read(LARGEST_MAIL + 1)
    except OSError as fault:
        return Fault("#", f"It cannot be read: {fault.strerror or 'it is no file'}.")
    if len(raw) > LARGEST_MAIL:
        return Fault("#", f"It is larger than {LARGEST_MAIL:,} bytes.")
    try:
        mail: Incoming = desk.mail_file(how.source, desk.reader.digest_of(raw)[:32], raw)
    except Faulty as faulty:
        return faulty.faults[0]
    (answer,) = await desk.taker.take_each((mail,), dry_run=how.dry_run)
    if isinstance(answer, Refusal):
        return Fault("#", answer.message, answer.remedy)
    return answer, (await desk.answers.result(answer)).alerts
