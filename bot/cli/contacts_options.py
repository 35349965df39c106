"""The options of ``ucb contacts``."""

import argparse
from collections.abc import Callable
from typing import Any

from bot.app.contact_files import FORMATS
from bot.cli import contacts

STATUS = "Status 0: all kept. 1: nothing could be done. 2: some refused, the others kept."


def add(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    def one(name: str, help_: str, command: Callable[..., Any]) -> argparse.ArgumentParser:
        added = commands.add_parser(name, help=help_, description=f"{help_}. {STATUS}")
        added.set_defaults(command=command)
        return added

    key = one("key", "make a key for somebody who tells the bot of contacts", contacts.key)
    key.add_argument("name", metavar="NAME", nargs="?", default="crm", help="such as crm/2026")

    file = one("import", "take the contacts of a CSV or NDJSON file", contacts.import_)
    file.add_argument("file", metavar="FILE")
    file.add_argument("--format", choices=FORMATS, help="else by the file's ending")
    file.add_argument("--encoding", choices=("utf-8", "cp1252"), help="else as it looks")
    file.add_argument("--means", metavar="CODE", help="means of contact of rows that name none")
    file.add_argument("--refused", metavar="REPORT.csv", help="write the refused rows there")
    _common(file, "import")

    mail = one("mail", "take mails, of which only the header is looked at", contacts.mail)
    mail.add_argument("files", metavar="FILE.eml", nargs="+")
    _common(mail, "mail")


def _common(parser: argparse.ArgumentParser, source: str) -> None:
    parser.add_argument(
        "--source", default=source, metavar="NAME", help=f"who tells us (default: {source})"
    )
    parser.add_argument("--dry-run", action="store_true", help="say what would happen")
