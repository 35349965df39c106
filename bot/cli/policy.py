"""``ucb policy show`` and ``ucb policy check FILE``."""

import argparse
from collections.abc import Mapping
from pathlib import Path

from bot.app.house import read_policy, usable_policy
from bot.cli.policy_text import MARK, policy_text
from bot.cli.trouble import Trouble
from bot.settings import read_policy_file
from core.policy.load import PolicyFault


def show(_: argparse.Namespace, environ: Mapping[str, str]) -> int:
    file = read_policy_file(environ)
    lines = list(policy_text(read_policy(file)))
    assumed = sum(line.endswith(MARK) for line in lines)
    print("\n".join(lines))
    print(f"\n{assumed} values are assumptions: the policy document is silent on them.")
    print(f"Policy file: {file or 'the one that ships with the bot'}")
    return 0


def check(options: argparse.Namespace, _: Mapping[str, str]) -> int:
    text = read_text(options.file)
    try:
        policy = usable_policy(text)
    except PolicyFault as fault:
        for problem in fault.problems:
            print(f"{options.file}:{problem.line}: {problem.message}")
        return 1
    print(f"{options.file}: good. {policy.title}, {policy.body}.")
    return 0


def read_text(path: str) -> str:
    """A file's text. Raises ``Trouble`` saying what is the matter with it."""
    try:
        return Path(path).read_text("utf-8-sig")
    except UnicodeDecodeError as fault:
        line = fault.object[: fault.start].count(b"\n") + 1
        raise Trouble(
            f"{path}:{line}: this is not UTF-8 text. Save the file anew as UTF-8 "
            "(in Excel: CSV UTF-8)."
        ) from fault
    except OSError as fault:
        raise Trouble(f"{path} cannot be read: {fault.strerror}.") from fault
