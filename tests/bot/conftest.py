"""``ucb contacts`` on a database of its own."""

from collections.abc import Callable
from pathlib import Path

import pytest

from adapters.storage import MasterKey
from bot.__main__ import main

Run = Callable[..., tuple[int, str, str]]
CONTACTS = (
    "name,email,means\n"
    "Casey Customer,casey@customer.example,email\n"
    "=Robin Roe,robin@@example,phone\n"
    "Ada Other,ada@example.org,phone\n"
)


@pytest.fixture
def environ(tmp_path: Path) -> dict[str, str]:
    return {
        "DATA_DIR": str(tmp_path),
        "UCB_MASTER_KEY": MasterKey.generate(),
        "TEAMS_CHANNEL_ALERTS": "19:alerts@thread.tacv2",
    }


@pytest.fixture
def contacts(environ: dict[str, str], capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs a command of the family: its status, what it printed, and its errors."""

    def run(*arguments: str) -> tuple[int, str, str]:
        status = main(("contacts", *arguments), environ)
        printed = capsys.readouterr()
        assert "Traceback" not in printed.out + printed.err
        return status, printed.out, printed.err

    return run


@pytest.fixture
def file(tmp_path: Path) -> str:
    path = tmp_path / "contacts.csv"
    path.write_text(CONTACTS)
    return str(path)
