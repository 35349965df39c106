"""When a mail came is for our own servers to say, not for whoever wrote it."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from adapters.intake.faults import Faulty
from adapters.intake.mail import read_mail
from tests.adapters.intake.serving import PATH, opened_door
from tests.core.story import CASEY

NOW = datetime(2026, 3, 3, 12, tzinfo=UTC)
MONDAY = "Mon, 02 Mar 2026 09:00:00 +0100"
LONG_AGO = "Mon, 02 Apr 2001 09:00:00 +0000"
AT_EIGHT = datetime(2026, 3, 2, 8, tzinfo=UTC)
OURS = f"Received: from gateway.example by mx.body.example (TLS1.3; 256 bits)\r\n\tfor us; {MONDAY}"
THEIRS = f"Received: from home.example by gateway.example; {LONG_AGO}"


def came(*fields: str) -> datetime:
    header = "\r\n".join((*fields, "From: casey@customer.example"))
    return read_mail(f"{header}\r\n\r\n".encode()).came(NOW)


@pytest.mark.parametrize("date", [LONG_AGO, "Mon, 02 Mar 2099 09:00:00 +0000", "yesterday"])
def test_of_a_file_the_server_that_received_it_last_says_when(date: str) -> None:
    assert came(OURS, THEIRS, f"Date: {date}") == AT_EIGHT
    assert came(f"Date: {date}", f"{OURS} (CET)", THEIRS) == AT_EIGHT


@pytest.mark.parametrize(
    "at", ["by mx.body.example", "; soon", "; Mon, 02 Mar 2099 09:00:00 +0000"]
)
def test_where_that_server_says_nothing_that_can_be_it_is_now(at: str) -> None:
    """What stands below it, anybody may have written."""
    assert came(f"Received: {at}", THEIRS, f"Date: {LONG_AGO}") == NOW


@pytest.mark.parametrize(
    ("written", "at"),
    [
        (MONDAY, AT_EIGHT),
        ("Mon, 02 Mar 2026 09:00:00 -0000", datetime(2026, 3, 2, 9, tzinfo=UTC)),
        ("Mon, 02 Mar 2099 09:00:00 +0000", NOW),
        ("Tue, 03 Mar 2026 12:04:00 +0000", NOW),
        ("Mon, 02 Mar 1926 09:00:00 +0000", NOW),
        ("yesterday", NOW),
        ("9" * 5000, NOW),
    ],
)
def test_a_file_that_no_server_received_has_its_date(written: str, at: datetime) -> None:
    assert came(f"Date: {written}") == at


def test_a_file_that_says_nothing_of_when_is_of_now() -> None:
    assert came() == NOW


@given(st.binary(max_size=200))
@settings(max_examples=200, derandomize=True, deadline=None)
def test_whatever_stands_there_it_is_a_moment_that_has_been(raw: bytes) -> None:
    for prefix in (b"Date: ", b"Received: ", b"Received: x; "):
        try:
            at = read_mail(b"From: a@b.example\r\n" + prefix + raw).came(NOW)
        except Faulty:
            continue
        assert datetime(1970, 1, 1, tzinfo=UTC) <= at <= NOW


async def test_over_http_it_came_as_it_arrives_whatever_its_header_says() -> None:
    """So no sender hides in the past, and none makes an alert of every mail."""
    async with opened_door() as door:
        now = door.casey.memory.clock.now()
        for number in range(12):
            date = format(now - timedelta(hours=2 * number), "%a, %d %b %Y %H:%M:%S +0000")
            for lines in (f"Date: {date}", f"Received: by x; {LONG_AGO}\r\nDate: {LONG_AGO}"):
                mail = f"From: <{CASEY.emails[0]}>\r\n{lines}\r\n\r\n".encode()
                answer = await door.sender.send(PATH, mail, f"{number}{lines[0]}", "message/rfc822")
                assert (answer.status, answer.body["became"]) == (202, "alerted")
        (alert,) = door.casey.alerts
        assert alert.last_at == now
