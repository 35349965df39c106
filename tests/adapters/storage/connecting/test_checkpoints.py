"""SQLite's log is written back into its file beside the work, not by whoever commits."""

import sqlite3
from pathlib import Path

import pytest

from adapters.storage import MasterKey, Storage, open_storage
from adapters.storage.connecting import checkpoints
from tests.adapters.storage.samples import report
from tests.support.databases import CHANNELS


async def opened(path: Path, monkeypatch: pytest.MonkeyPatch) -> Storage:
    monkeypatch.setattr(checkpoints, "_PAUSE", 0)
    return await open_storage(
        f"sqlite:///{path}", MasterKey.from_text(MasterKey.generate()), CHANNELS
    )


async def written_back(storage: Storage) -> None:
    kept = storage._database._checkpoints
    assert kept is not None
    assert kept._task is not None
    await kept._task


def entries_in_the_file_alone(path: Path, aside: Path) -> int:
    """Without the log."""
    aside.write_bytes(path.read_bytes())
    connection = sqlite3.connect(aside)
    (number,) = connection.execute("SELECT count(*) FROM entries").fetchone()
    connection.close()
    return int(number)


async def test_what_was_committed_is_soon_in_the_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "ucb.db"
    storage = await opened(path, monkeypatch)
    await storage.store.commit(report())
    assert (tmp_path / "ucb.db-wal").stat().st_size > 0
    await written_back(storage)
    assert entries_in_the_file_alone(path, tmp_path / "aside.db") == 3
    await storage.close()


async def test_a_log_that_cannot_be_written_back_stops_nobody(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def fails(_: str) -> None:
        raise sqlite3.OperationalError("disk I/O error at the place of Casey Customer")

    storage = await opened(tmp_path / "ucb.db", monkeypatch)
    monkeypatch.setattr(checkpoints, "_checkpoint", fails)
    await storage.store.commit(report())
    await written_back(storage)
    assert (await storage.verify()).entries == 3
    await storage.close()
    assert caplog.messages == ["the log was not written back: OperationalError"]
