"""No log line, at any level, carries what people wrote or a secret."""

import io
import logging
from collections.abc import Iterator

import pytest

from tests.support.log_book import log_book

NARRATIVE = "Casey Customer shouted about the hedgehogs"
TOKEN = "xoxb-1234567890-canary"
SIGNING_SECRET = "8f742231b10e8888abcd99yyyzzz85a5"


@pytest.fixture
def log_file() -> Iterator[io.StringIO]:
    with log_book([SIGNING_SECRET]) as written:
        yield written


@pytest.mark.parametrize(
    "name",
    [
        "slack_sdk.web.async_base_client",
        "slack_bolt.AsyncApp",
        "sqlalchemy.engine.Engine",
        "aiosqlite",
        "asyncio",
        "psycopg",
        "a.library.of.tomorrow",
    ],
)
@pytest.mark.parametrize("level", [logging.DEBUG, logging.WARNING, logging.CRITICAL])
def test_libraries_never_print_payloads(log_file: io.StringIO, name: str, level: int) -> None:
    logger = logging.getLogger(name)
    logger.log(level, "Sending a request - params: %s", {"text": NARRATIVE, "token": TOKEN})
    logger.setLevel(logging.DEBUG)
    logger.log(level, f"{NARRATIVE} {TOKEN}")
    logger.setLevel(logging.NOTSET)
    assert NARRATIVE not in log_file.getvalue()
    assert TOKEN not in log_file.getvalue()
    assert f" {name}: (words withheld)" in log_file.getvalue()


def test_our_own_words_are_shown_on_one_line_without_tokens(log_file: io.StringIO) -> None:
    logging.getLogger("bot.dispatcher").info(
        "sent UCB-7K3F9Q\nwith %s and %s, Bearer %s", TOKEN, SIGNING_SECRET, "abcdefghijkl"
    )
    line = log_file.getvalue()
    assert line.count("\n") == 1
    assert "INFO bot.dispatcher: sent UCB-7K3F9Q with *** and ***, ***" in line


def test_a_database_address_shows_no_password(log_file: io.StringIO) -> None:
    logging.getLogger("bot").warning("cannot reach postgresql://ucb:hunter2@db.example/ucb")
    assert "postgresql://***@db.example/ucb" in log_file.getvalue()


def test_an_exception_tells_its_kind_and_place_but_not_its_words(log_file: io.StringIO) -> None:
    try:
        try:
            raise KeyError(NARRATIVE)
        except KeyError as fault:
            raise ValueError(TOKEN) from fault
    except ValueError:
        logging.getLogger("bot").exception("it failed")
    line = log_file.getvalue()
    assert "it failed [ValueError at bot/test_logs.py:" in line
    assert "from KeyError at bot/test_logs.py:" in line
    assert NARRATIVE not in line
    assert TOKEN not in line
    assert line.count("\n") == 1
