"""What is not signed, too much, or not what it says it is changes nothing and is told clearly."""

import asyncio
import json
from dataclasses import replace
from pathlib import Path

import pytest

from adapters.intake import limits
from adapters.intake.gate import Gate
from tests.adapters.intake.serving import BATCH, CASEY, KEYS, PATH, Served, opened_door, refused

DOCUMENTED = Path(__file__).parents[3] / "docs" / "contacts.md"
BODY = json.dumps(CASEY).encode()


async def test_a_request_without_a_key_of_its_own_is_told_to_name_itself() -> None:
    async with opened_door() as door:
        for key in ("", "a b", "k" * 201):
            answer = await door.sender.one(CASEY, key)
            assert answer.status == 400
            assert "Idempotency-Key is needed for a contact" in answer.body["detail"]


@pytest.mark.parametrize(
    ("body", "said"),
    [
        (b'{"name": "Cas\xc3', "half a character at byte 13 (line 1)"),
        (b'{"means":\n"phone"', "(line 2, column 8)"),
        (b'{"means": "phone", "means": "email"}', "'means' stands twice"),
        (b'{"means": NaN}', "NaN is not a number"),
        (b'{"means": -Infinity}', "-Infinity is not a number"),
        (b'{"means": ' + b"9" * 5000 + b"}", "too many digits"),
        (b"[" * 30 + b"]" * 30, "nested more than 20"),
        (b"[" * 100_000, "nested more than 20"),
        (b'{"a":' * 50_000, "nested more than 20"),
        (rb'{"name": "Casey \ud800"}', "half a character"),
        (rb'{"\udfff": "Casey"}', "half a character"),
        (b"", "not JSON"),
        (b"\xff\xfe{\x00}\x00", "not UTF-8"),
    ],
    ids=range(13),
)
async def test_json_that_means_nothing_or_two_things(body: bytes, said: str) -> None:
    async with opened_door() as door:
        for path in (PATH, BATCH):
            answer = await door.sender.send(path, body, "key-1")
            assert (answer.status, answer.body["type"]) == (400, "urn:ucb:problem:malformed")
            assert said in answer.body["detail"]


@pytest.mark.parametrize(
    "kind",
    ["text/plain", "application/xml", "application/x-ndjson", "application/json; charset=utf-16"],
)
async def test_another_kind_of_content_is_not_taken(kind: str) -> None:
    async with opened_door() as door:
        answer = await door.sender.send(PATH, BODY, "key-1", kind)
        assert (answer.status, answer.body["type"]) == (415, "urn:ucb:problem:content-type")


async def test_a_packed_body_is_not_unpacked() -> None:
    async with opened_door() as door:
        await refused(door, status=415, code="content-type", Content_Encoding="gzip")


async def begins(door: Served, path: str, framing: str, body: bytes = b"") -> bytes:
    """Sends the beginning of a request, and no more. Returns the first line of the answer."""
    headers = door.sender.signed("POST", path, "key-1", b"")
    headers |= {"Host": "here", "Content-Type": "application/json"}
    lines = [f"{name}: {value}" for name, value in headers.items()]
    head = "\r\n".join((f"POST {path} HTTP/1.1", *lines, framing, "", ""))
    port = int(door.sender.url.rpartition(":")[2])
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.write(head.encode() + body)
    async with asyncio.timeout(10):
        first = await reader.readline()
        writer.write_eof()
        await reader.read()
    writer.close()
    return first


@pytest.mark.parametrize(("path", "length"), [(PATH, 50_000_000), (BATCH, 5_242_881)])
async def test_what_says_it_is_too_large_is_not_read(path: str, length: int) -> None:
    """It is answered though nothing but its header ever arrives."""
    async with opened_door() as door:
        first = await begins(door, path, f"Content-Length: {length}")
        assert first.startswith(b"HTTP/1.1 413 ")


async def test_what_does_not_say_its_size_is_read_as_far_as_the_limit() -> None:
    """It is answered though it never ends."""
    async with opened_door() as door:
        chunk = b"100000\r\n" + b" " * 0x100000 + b"\r\n"
        first = await begins(door, PATH, "Transfer-Encoding: chunked", chunk * 2)
        assert first.startswith(b"HTTP/1.1 413 ")


async def test_what_ends_before_its_end_is_not_kept() -> None:
    async with opened_door() as door:
        await begins_and_leaves(door)
        assert (await door.sender.one(CASEY)).status == 202
        assert len(door.casey.memory.store.receipts) == 1


async def begins_and_leaves(door: Served) -> None:
    headers = door.sender.signed("POST", PATH, "key-2", BODY)
    headers["Content-Type"] = "application/json"
    lines = [f"{name}: {value}" for name, value in headers.items()]
    head = "\r\n".join(
        (f"POST {PATH} HTTP/1.1", "Host: here", *lines, "Content-Length: 99", "", "")
    )
    port = int(door.sender.url.rpartition(":")[2])
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.write(head.encode() + BODY)
    writer.write_eof()
    await reader.read()
    writer.close()


async def test_the_largest_batch_that_fits_is_taken() -> None:
    """Larger than what other requests may be."""
    address = {"means": "letter", "addresses": ["Mill Lane 1, Anytown, " + "x" * 270] * 20}
    sent = [address | {"id": str(n)} for n in range(500)]
    assert 2_000_000 < len(json.dumps(sent)) < limits.LARGEST_BATCH
    async with opened_door() as door:
        answer = await door.sender.many(*sent)
        assert (answer.status, len(answer.body["kept"])) == (202, 500)


async def test_who_has_too_many_requests_in_hand_waits() -> None:
    async with opened_door(gate=Gate(of_one=0)) as door:
        answer = await door.sender.one(CASEY)
        assert (answer.status, answer.headers["Retry-After"]) == (429, "1")
        assert door.casey.memory.store.receipts == {}


async def test_the_others_are_served_while_one_waits() -> None:
    gate = Gate(of_one=1)
    async with opened_door(gate=gate) as door:
        with gate.somebody("crm/2026"):
            assert (await door.sender.one(CASEY)).status == 429
            assert (await replace(door.sender, key="phones").one(CASEY)).status == 202
        assert (await door.sender.one(CASEY)).status == 202


async def test_no_answer_and_no_log_repeats_what_was_sent(
    caplog: pytest.LogCaptureFixture,
) -> None:
    async with opened_door() as door:
        bad = {"means": "fax-canary", "emails": ["canary"], "at": "canary", "phones": "canary"}
        answer = await door.sender.one(bad)
        assert answer.status == 422
        assert len(answer.body["errors"]) == 4
        assert b"canary" not in answer.raw
        assert "canary" not in caplog.text
        assert not any(secret in caplog.text for secret in KEYS.values())
