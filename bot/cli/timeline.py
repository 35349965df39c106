"""``ucb verify-timeline``."""

import argparse
from collections.abc import Mapping

from bot.app.visit import visit


async def verify(_: argparse.Namespace, environ: Mapping[str, str]) -> int:
    """Status 1, with the first broken place, when the chain does not hold."""
    async with visit(environ) as house:
        found = await house.storage.verify()
    if found.ok:
        print(f"The timeline is whole: {found.entries} entries checked.")
        return 0
    place = f"at entry {found.position}" if found.position else "beside the chain"
    print(f"The timeline is broken {place}: {found.problem}. {found.entries} entries were good.")
    return 1
