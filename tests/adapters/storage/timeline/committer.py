"""A process of its own that commits until it is killed, and says what it was told is kept.

Arguments: the database's URL and the master key. Prints the name of every delivery kept.
"""

import asyncio
import sys
from itertools import count

from adapters.storage import MasterKey, open_storage
from core.vocabulary.customer import Customer
from core.vocabulary.ids import CustomerId
from tests.adapters.storage.samples import report
from tests.support.databases import CHANNELS


async def commit_on_and_on(url: str, key: str) -> None:
    storage = await open_storage(url, MasterKey.from_text(key), CHANNELS)
    for number in count():
        commit = report(Customer(CustomerId(f"c{number}"), f"CUS-{number}", f"Casey{number}"))
        await storage.store.commit(commit)
        print(commit.delivery, flush=True)  # noqa: T201


if __name__ == "__main__":
    asyncio.run(commit_on_and_on(*sys.argv[1:]))
