"""Whatever is done to the timeline behind the program's back is found, and where."""

from collections.abc import Callable
from typing import Any

import pytest

from adapters.storage import MasterKey, Storage, open_storage
from adapters.storage.sealing.chain import GENESIS, Link
from tests.adapters.storage.samples import case_change, contact, message, posting, report
from tests.support.databases import behind_its_back

Tamper = Callable[..., Any]
HASH_OF_LINK = "817e675a49c359baf2d08fdf23737149e2d6a3e6302e8b22743633e3dc271dad"


@pytest.fixture
async def long(storage: Storage) -> Storage:
    """Nine entries: 1 registers the customer, 2 to 9 are the case's."""
    await storage.store.commit(report())
    for version in range(2, 8):
        await storage.store.commit(case_change(version, contact(f"call {version}")))
    return storage


@pytest.fixture
def tamper(database_url: str) -> Tamper:
    def run(*statements: str, **parameters: object) -> Any:
        return behind_its_back(database_url, *statements, **parameters)

    return run


async def test_an_empty_timeline_is_whole(storage: Storage) -> None:
    verified = await storage.verify()
    assert (verified.ok, verified.entries, verified.position) == (True, 0, None)


async def test_an_untouched_timeline_is_whole(long: Storage) -> None:
    verified = await long.verify()
    assert (verified.ok, verified.entries, verified.problem) == (True, 9, "")


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("payload", "hash"),
        ("kind", "'contact-logged '"),
        ("stream", "'case:other'"),
        ("version", "77"),
        ("at", "'2025-03-04T10:00:00.000000+00:00'"),
        ('"by"', "'somebody-else'"),
        ("subject", "'c-other'"),
        ("hash", "previous"),
    ],
)
async def test_changed_content(long: Storage, tamper: Tamper, column: str, value: str) -> None:
    tamper(f"UPDATE entries SET {column} = {value} WHERE position = 5")  # noqa: S608
    verified = await long.verify()
    assert (verified.ok, verified.entries, verified.position) == (False, 4, 5)
    assert verified.problem == "the content was changed: it does not have its hash"


async def test_a_payload_that_is_no_payload(sqlite_url: str, master_key: MasterKey) -> None:
    """SQLite lets text stand where bytes should."""
    storage = await open_storage(sqlite_url, master_key, {})
    await storage.store.commit(report())
    behind_its_back(sqlite_url, "UPDATE entries SET payload = payload || hash WHERE position = 2")
    verified = await storage.verify()
    await storage.close()
    assert (verified.entries, verified.position) == (1, 2)
    assert verified.problem == "the entry is damaged: it cannot be read"


async def test_a_deleted_entry(long: Storage, tamper: Tamper) -> None:
    tamper("DELETE FROM entries WHERE position = 4")
    verified = await long.verify()
    assert (verified.entries, verified.position) == (3, 4)
    assert verified.problem == "the entry is missing"


async def test_a_deleted_first_entry(long: Storage, tamper: Tamper) -> None:
    tamper("DELETE FROM entries WHERE position = 1")
    verified = await long.verify()
    assert (verified.entries, verified.position) == (0, 1)


async def test_a_tail_cut_off(long: Storage, tamper: Tamper) -> None:
    tamper("DELETE FROM entries WHERE position > 7")
    verified = await long.verify()
    assert (verified.entries, verified.position) == (7, 8)
    assert "the chain goes on to 9" in verified.problem


async def test_a_tail_cut_off_with_the_head_set_back(long: Storage, tamper: Tamper) -> None:
    tamper(
        "DELETE FROM entries WHERE position > 7",
        "UPDATE chain_head SET position = 7, hash = (SELECT hash FROM entries WHERE position = 7)",
    )
    verified = await long.verify()
    assert (verified.ok, verified.position) == (False, None)
    assert "case-of-c-casey is ahead of its timeline" in verified.problem


async def test_two_entries_swapped(long: Storage, tamper: Tamper) -> None:
    tamper(
        "UPDATE entries SET position = 99 WHERE position = 5",
        "UPDATE entries SET position = 5 WHERE position = 6",
        "UPDATE entries SET position = 6 WHERE position = 99",
    )
    verified = await long.verify()
    assert (verified.entries, verified.position) == (4, 5)


async def test_an_entry_rewritten_with_a_hash_that_fits_it(long: Storage, tamper: Tamper) -> None:
    rewrite(tamper, 5, by="somebody-else")
    verified = await long.verify()
    assert (verified.entries, verified.position) == (5, 6)
    assert verified.problem == "it does not follow the entry before it"


async def test_the_last_entry_rewritten_with_a_hash_that_fits_it(
    long: Storage, tamper: Tamper
) -> None:
    rewrite(tamper, 9, by="somebody-else")
    verified = await long.verify()
    assert (verified.entries, verified.position) == (9, 9)
    assert verified.problem == "it is not the entry that the head names"


async def test_an_entry_written_past_the_head(long: Storage, tamper: Tamper) -> None:
    tamper(
        'INSERT INTO entries SELECT 10, stream, version + 1, kind, at, "by", subject, payload,'
        " hash, hash FROM entries WHERE position = 9"
    )
    verified = await long.verify()
    assert (verified.entries, verified.position) == (9, 10)
    assert verified.problem == "it stands after the head of the chain"


async def test_a_missing_head(long: Storage, tamper: Tamper) -> None:
    tamper("DELETE FROM chain_head")
    verified = await long.verify()
    assert (verified.ok, verified.problem) == (False, "the head of the chain is missing")


async def test_a_payload_that_does_not_open_though_its_hash_fits(
    long: Storage, tamper: Tamper
) -> None:
    """Somebody who can compute the whole chain anew still has no data key."""
    rewrite(tamper, 9, payload=b"\x01" + bytes(60), head=True)
    verified = await long.verify()
    assert (verified.entries, verified.position) == (8, 9)
    assert verified.problem.startswith("the content cannot be read: does not decrypt")


async def test_a_data_key_that_was_replaced(long: Storage, tamper: Tamper) -> None:
    tamper("UPDATE data_keys SET wrapped = payload FROM entries WHERE entries.position = 1")
    verified = await long.verify()
    assert (verified.entries, verified.position) == (0, 1)


async def test_a_long_timeline_is_read_in_batches(
    storage: Storage,
) -> None:
    await storage.store.commit(report())
    for start in range(2, 1202, 400):
        await storage.store.commit(case_change(start, *[contact()] * 400))
    await storage.store.commit(posting(message("m")))
    verified = await storage.verify()
    assert (verified.ok, verified.entries) == (True, 1203)


async def test_another_master_key_does_not_open_the_database(
    long: Storage, database_url: str
) -> None:
    with pytest.raises(Exception, match="written with another master key"):
        await open_storage(database_url, MasterKey.from_text(MasterKey.generate()), {})
    assert (await long.verify()).ok


def test_the_hash_does_not_change_between_versions_of_the_program() -> None:
    link = Link(
        1,
        "case:1",
        1,
        "case-opened",
        "2025-03-03T10:00:00.000000+00:00",
        "asha",
        "c-casey",
        b"\x00sealed",
        GENESIS,
    )
    assert link.hash.hex() == HASH_OF_LINK
    fields: list[Any] = list(link)
    for number, value in enumerate(fields):
        other = value + 1 if isinstance(value, int) else value + value[:1]
        assert Link._make([*fields[:number], other, *fields[number + 1 :]]).hash != link.hash


def rewrite(tamper: Tamper, position: int, *, head: bool = False, **changes: Any) -> None:
    """Change an entry and give it the hash that it then has; ``head``: and the head with it."""
    rows = tamper(f"SELECT * FROM entries WHERE position = {position}")  # noqa: S608
    row = rows[0]._mapping
    values = {name: row[name] for name in Link._fields} | changes
    values |= {name: bytes(values[name]) for name in ("payload", "previous")}
    link = Link(**values)
    tamper(
        'UPDATE entries SET payload = :payload, "by" = :by, hash = :hash WHERE position = :at',
        payload=link.payload,
        by=link.by,
        hash=link.hash,
        at=position,
    )
    if head:
        tamper("UPDATE chain_head SET hash = :hash", hash=link.hash)
