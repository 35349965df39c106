"""Only what is signed, just now, by a key that is known, is looked at at all."""

import json
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from adapters.intake.signing import Request, signature
from tests.adapters.intake.serving import BATCH, CASEY, PATH, opened_door, refused
from tests.support.clock import SetClock

DOCUMENTED = Path(__file__).parents[3] / "docs" / "contacts.md"
BODY = json.dumps(CASEY).encode()


async def test_a_wrong_signature_and_an_unknown_key_are_answered_alike() -> None:
    async with opened_door() as door:
        wrong = await refused(door, status=401, code="signature", X_UCB_Signature="v1=" + "0" * 64)
        unknown = await refused(door, status=401, code="signature", X_UCB_Key="crm/2025")
        others = await refused(door, status=401, code="signature", X_UCB_Key="phones")
        no_hex = await refused(door, status=401, code="signature", X_UCB_Signature="\u00e9")
        assert wrong == unknown == others == no_hex


@pytest.mark.parametrize("minutes", [-6, 6])
async def test_an_old_timestamp_is_told_apart_with_a_remedy(minutes: int) -> None:
    async with opened_door() as door:
        elsewhere = SetClock(door.casey.memory.clock.now() + timedelta(minutes=minutes))
        answer = await replace(door.sender, clock=elsewhere).one(CASEY)
        assert answer.status == 401
        assert "NTP" in answer.body["detail"]
        assert door.casey.memory.store.receipts == {}


@pytest.mark.parametrize("stamp", ["", "soon", "\u0661\u0662", "-1", "9" * 40])
async def test_a_timestamp_that_is_none_is_old(stamp: str) -> None:
    async with opened_door() as door:
        await refused(door, status=401, code="signature", X_UCB_Timestamp=stamp)


async def test_a_signature_counts_for_its_method_path_key_and_body_alone() -> None:
    async with opened_door() as door:
        http, url = door.sender.http, door.sender.url
        headers = door.sender.signed("POST", PATH, "key-1", BODY)
        headers["Content-Type"] = "application/json"
        replays = (
            http.get(f"{url}{PATH}/anything", headers=headers),
            http.post(f"{url}{BATCH}", headers=headers, data=BODY),
            http.post(f"{url}{PATH}?a=b", headers=headers, data=BODY),
            http.post(f"{url}{PATH}", headers=headers | {"Idempotency-Key": "key-2"}, data=BODY),
            http.post(f"{url}{PATH}", headers=headers, data=BODY + b" "),
        )
        for replay in replays:
            async with replay as answer:
                assert answer.status == 401
        assert door.casey.memory.store.receipts == {}


async def test_no_part_of_a_body_passes_for_a_key_that_was_signed() -> None:
    """Colons part what is signed: none may stand in a key, of whatever request."""
    body = b'{"id": "a", "means": "phone"}\n' + json.dumps(CASEY | {"id": "b"}).encode()
    async with opened_door() as door:
        headers = door.sender.signed("POST", BATCH, "", body)
        headers["Content-Type"] = "application/x-ndjson"
        first, _, rest = body.partition(b":")
        shifted = headers | {"Idempotency-Key": f":{first.decode()}"}
        url = f"{door.sender.url}{BATCH}"
        async with door.sender.http.post(url, headers=shifted, data=rest) as answer:
            assert answer.status in (400, 401)
        assert door.casey.memory.store.receipts == {}


@pytest.mark.parametrize(
    "name", ["Idempotency-Key", "X-UCB-Key", "X-UCB-Timestamp", "X-UCB-Signature"]
)
async def test_a_header_that_comes_twice_says_nothing(name: str) -> None:
    """Whatever stands between may have looked at the other."""
    async with opened_door() as door:
        headers = door.sender.signed("POST", PATH, "key-1", BODY)
        headers["Content-Type"] = "application/json"
        twice = [*headers.items(), (name, headers[name])]
        url = f"{door.sender.url}{PATH}"
        async with door.sender.http.post(url, headers=twice, data=BODY) as answer:
            assert answer.status == 400
            assert f"{name} must come once" in (await answer.json(content_type=None))["detail"]
        assert door.casey.memory.store.receipts == {}


def test_what_is_signed_stays_as_it_is_documented() -> None:
    """Worked out by hand: printf 'v1:...' | openssl dgst -sha256 -hmac SECRET."""
    request = Request("POST", "/webhooks/contacts", "call-1", b'{"means":"phone"}')
    made = signature("s" * 32, "1772442000", request)
    assert made in DOCUMENTED.read_text("utf-8")
    assert made == "v1=8501c569cb81f6c900daa29fa62f464729547f0c006acc4769cb689e1af1a485"
