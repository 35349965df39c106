"""Very many customers, written by the databases' own ways, are kept as a commit keeps them."""

from collections.abc import Iterator
from pathlib import Path

import pytest

pytest.importorskip("numpy")

from adapters.screening import ScreeningKeys
from adapters.storage import MasterKey, Storage, open_storage
from benchmarks.bots import MASTER_KEY
from benchmarks.bulk import fill_bulk
from benchmarks.crowd import fill_customers
from benchmarks.prepared import prepared
from tests.support.databases import PostgresServer, behind_its_back

NUMBER = 60


@pytest.fixture(params=["sqlite", "postgresql"])
def urls(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[tuple[str, str]]:
    """Of two empty databases."""
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path}/bulk.db", f"sqlite:///{tmp_path}/commit.db"
        return
    server: PostgresServer = request.getfixturevalue("postgres")
    names = server.create(), server.create()
    yield server.url_of(names[0]), server.url_of(names[1])
    for name in names:
        server.drop(name)


async def opened(url: str) -> Storage:
    key = MasterKey.from_text(MASTER_KEY)
    return await open_storage(url, key, {}, key_maker=ScreeningKeys())


async def test_the_same_stands_in_the_tables(urls: tuple[str, str]) -> None:
    ready = prepared(NUMBER)
    await fill_bulk(urls[0], ready)
    await fill_customers(urls[1], ready.customers)
    for query in (
        "SELECT key, customer FROM customer_keys ORDER BY key, customer",
        "SELECT number, id, reference, found_by, merged_into FROM customers ORDER BY number",
        "SELECT position, stream, version, kind, by, subject FROM entries ORDER BY position",
        "SELECT position FROM chain_head",
    ):
        bulk, committed = (behind_its_back(url, query) for url in urls)
        assert bulk
        assert bulk == committed


async def test_everybody_is_read_and_found(urls: tuple[str, str]) -> None:
    ready = prepared(NUMBER)
    await fill_bulk(urls[0], ready.first(NUMBER - 1))
    storage = await opened(urls[0])
    last = ready.customers[NUMBER - 2]
    assert await storage.customers.get(last.id) == last
    (hit,) = await storage.customers.search(last.emails[0])
    assert hit.customer == last
    assert (await storage.verify()).entries == NUMBER - 1
    await storage.close()
