"""What an import says while it runs, and of the rows that it refused."""

import csv
import fcntl
import os
import pty
import re
import struct
import subprocess
import sys
import termios
from pathlib import Path

from tests.bot.conftest import CONTACTS, Run


def test_refused_rows_are_written_as_they_were_for_their_owner_alone(
    contacts: Run, file: str, tmp_path: Path
) -> None:
    report = tmp_path / "refused.csv"
    contacts("import", file, "--refused", str(report))
    header, row = list(csv.reader(report.open(newline="")))
    assert header == ["line", "field", "problem", "remedy", "row"]
    assert (row[0], row[1]) == ("3", "email")
    assert row[4] == "'=Robin Roe,robin@@example,phone", "no formula, for a spreadsheet"
    assert report.stat().st_mode & 0o077 == 0


def test_the_report_never_takes_the_place_of_the_file(contacts: Run, file: str) -> None:
    status, _, errors = contacts("import", file, "--refused", file)
    assert (status, "would overwrite" in errors) == (1, True)
    assert Path(file).read_text() == CONTACTS


def test_progress_is_shown_on_a_terminal_alone(
    contacts: Run, environ: dict[str, str], file: str
) -> None:
    assert contacts("import", "--dry-run", file)[2] == ""
    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 40, 100, 0, 0))
    command = (sys.executable, "-m", "bot", "contacts", "import", "--dry-run", file)
    done = subprocess.run(command, env=environ, stdout=subprocess.PIPE, stderr=theirs, check=False)
    shown = os.read(ours, 10_000).decode()
    os.close(theirs)
    os.close(ours)
    assert (done.returncode, b"%" in done.stdout) == (2, False)
    assert "3 rows, 1 refused" in shown


def test_many_refused_rows_are_counted_not_all_shown(contacts: Run, tmp_path: Path) -> None:
    file = tmp_path / "contacts.csv"
    file.write_text("name,means\n" + "A,smoke\n" * 50)
    _, said, _ = contacts("import", str(file))
    assert len(re.findall(r"^line \d+", said, re.MULTILINE)) == 20
    assert "... and 30 more rows." in said
