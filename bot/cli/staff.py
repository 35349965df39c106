"""``ucb staff import FILE`` and ``ucb staff list``."""

import argparse
from collections.abc import Mapping
from typing import Final

from bot.app.visit import visit
from bot.cli.policy import read_text
from bot.cli.staff_file import read_staff
from core.vocabulary.ids import OPERATOR

EVERYBODY: Final = 1_000_000


async def import_(options: argparse.Namespace, environ: Mapping[str, str]) -> int:
    text = read_text(options.file)
    async with visit(environ) as house:
        known = [m.id for m in await house.desk.directory.search("", limit=EVERYBODY)]
        members, problems = read_staff(text, house.policy, known)
        for problem in problems:
            print(f"{options.file}:{problem.line}: {problem.message}")
        if problems:
            print("Nothing was imported. Mend the file and run the command again.")
            return 1
        delivery = f"staff-import:{house.desk.ids.identifier()}"
        added = await house.register.record(OPERATOR, members, delivery)
    print(f"{len(members)} colleagues in the file: {added} recorded, the others had not changed.")
    return 0


async def list_(_: argparse.Namespace, environ: Mapping[str, str]) -> int:
    async with visit(environ) as house:
        members = await house.desk.directory.search("", limit=EVERYBODY)
        for member in members:
            roles = " ".join(sorted(member.roles))
            platforms = " ".join(sorted({account.platform for account in member.accounts}))
            manager = f"reports to {member.line_manager}" if member.line_manager else "top"
            grade = house.policy.grade_label(member.grade)
            facts = (member.id, member.name, grade, member.team, manager, roles, platforms or "-")
            print("\t".join(facts))
    if not members:
        print("The directory is empty. Fill it with: ucb staff import FILE.csv")
    return 0
