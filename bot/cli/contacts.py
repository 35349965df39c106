"""``ucb contacts key``, ``ucb contacts import FILE`` and ``ucb contacts mail FILE.eml ...``.

Status 0: all are kept. 1: nothing could be done. 2: some were refused, the others are kept.
"""

import argparse
import os
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from bot.app.contact_files import How, contact_file, import_contacts, take_mail
from bot.app.visit import visit
from bot.cli.contacts_report import Refusals, summary
from bot.cli.contacts_report import progress as progress_bar
from bot.cli.trouble import Trouble
from bot.contact_keys import NAMING, is_name, is_source, new_secret
from bot.platforms import SLACK_CHANNELS, TEAMS_CHANNELS
from bot.settings import channels_of, read_storage
from core.services.incoming import Became
from core.services.messages import Channel

SOME_REFUSED: Final = 2
_BECAME: Final = {
    Became.NOTHING: "nobody under sanction",
    Became.ASKED: "colleagues are asked whether it was somebody under sanction",
    Became.ALERTED: "colleagues are alerted",
}


def key(options: argparse.Namespace, _: Mapping[str, str]) -> int:
    """The first line is what the settings need; the others are for people."""
    name: str = options.name
    if not is_name(name):
        raise Trouble(f'"{name}" cannot be the name of a key. {NAMING}')
    print(f"{name}={new_secret()}")
    print(
        f"\nAdd it to UCB_CONTACT_KEYS, after a comma where there is a key already, and restart "
        f"the bot.\nGive the name, {name}, and the secret behind the first = to whoever sends: "
        "docs/contacts.md is for them.\nTo replace a key: add the new one, let the sender change, "
        "take the old one out. Keys whose\nnames agree before the / are of one sender."
    )
    return 0


async def import_(options: argparse.Namespace, environ: Mapping[str, str]) -> int:
    how = _how(options, options.means)
    _require_somebody_to_tell(how, environ)
    file = contact_file(options.file, options.format or "", options.encoding or "")
    _report_elsewhere(options.refused, options.file)
    if file.is_windows and not options.encoding:
        print("Read as Windows-1252, since it is no UTF-8. If that is wrong: --encoding utf-8")
    master_key = read_storage(environ).master_key
    async with visit(environ) as house:
        with Refusals(options.refused) as refusals, progress_bar(file.size) as bar:
            counts = await import_contacts(house, master_key, file, how, refusals.add, bar.show)
    print("\n".join([*refusals.shown(), *summary(counts, how.dry_run, options.refused)]))
    return SOME_REFUSED if counts.refused else 0


async def mail(options: argparse.Namespace, environ: Mapping[str, str]) -> int:
    how = _how(options)
    _require_somebody_to_tell(how, environ)
    master_key = read_storage(environ).master_key
    refused = 0
    async with visit(environ) as house:
        for name in options.files:
            answer = await take_mail(house, master_key, Path(name), how)
            if not isinstance(answer, tuple):
                refused += 1
                print(f"{name}: {answer.problem} {answer.remedy}".strip())
                continue
            receipt, alerts = answer
            told = f" ({', '.join(alerts)})" if alerts else ""
            print(f"{name}: {_BECAME[receipt.became]}{told}")
    if refused == len(options.files):
        return 1
    return SOME_REFUSED if refused else 0


def _report_elsewhere(report: str | None, file: str) -> None:
    if report and os.path.realpath(report) == os.path.realpath(file):
        raise Trouble("The report of refused rows would overwrite the file itself. Name another.")


def _require_somebody_to_tell(how: How, environ: Mapping[str, str]) -> None:
    """Else an alert would stand that nobody reads."""
    if not how.dry_run and Channel.ALERTS not in channels_of(environ):
        names = " and ".join(each[Channel.ALERTS] for each in (SLACK_CHANNELS, TEAMS_CHANNELS))
        raise Trouble(
            f"No alerts channel is set, so nobody would read of an alert. Set {names} here as for "
            "the running bot, so far as it has them."
        )


def _how(options: argparse.Namespace, means: str | None = None) -> How:
    if not is_source(options.source):
        raise Trouble(f'"{options.source}" cannot be a --source. {NAMING}')
    return How(options.source, means or "", options.dry_run)
