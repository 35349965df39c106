"""What the bot says of its own door holds: schemathesis tries it on a real socket, signed."""

import asyncio
import json
import threading
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any, cast

import pytest
import requests
import schemathesis
from hypothesis import settings
from hypothesis import strategies as st
from schemathesis.specs.openapi.checks import negative_data_rejection

from adapters.intake import Shapes
from adapters.intake.describe import description
from adapters.intake.gate import Gate
from adapters.intake.signing import Request, signed_headers
from bot.app.web import served
from tests.adapters.intake.serving import KEYS, intake_app
from tests.bot.serving import free_port
from tests.core.services.alerting.contacts import answering
from tests.support.policies import NATURAL_ENGLAND

NAME = "crm/2026"


class Signer(requests.auth.AuthBase):
    """Signs a request as it goes out."""

    def __call__(self, prepared: requests.PreparedRequest) -> requests.PreparedRequest:
        body = prepared.body or b""
        said = Request(
            prepared.method or "",
            prepared.path_url,
            str(prepared.headers.get("Idempotency-Key", "")),
            body.encode() if isinstance(body, str) else cast(bytes, body),
        )
        prepared.headers.update(signed_headers(NAME, KEYS[NAME], NOW.timestamp(), said))
        return prepared


NOW = datetime(9998, 1, 1, tzinfo=UTC)


@pytest.fixture(scope="module")
def url() -> Iterator[str]:
    """Of a server in a thread of its own: schemathesis waits for its answers."""
    port = free_port()
    loop = asyncio.new_event_loop()
    up = threading.Event()
    stop = asyncio.Event()

    async def serve() -> None:
        casey = await answering(NATURAL_ENGLAND)
        casey.memory.clock.time = NOW
        app, _ = intake_app(casey, KEYS, Gate())
        async with served(app, "127.0.0.1", port):
            up.set()
            await stop.wait()

    thread = threading.Thread(target=lambda: loop.run_until_complete(serve()))
    thread.start()
    assert up.wait(20)
    yield f"http://127.0.0.1:{port}"
    loop.call_soon_threadsafe(stop.set)
    thread.join(20)
    loop.close()


WORDS = st.text("abcxyz", min_size=1, max_size=20)
MAILS = st.builds("From: {} <{}@customer.example>\r\n\r\n{}".format, WORDS, WORDS, st.text())
ITEMS = st.fixed_dictionaries({"means": st.just("phone"), "id": WORDS, "name": WORDS})
MOMENTS = st.datetimes(datetime(1971, 1, 1), datetime(9997, 1, 1))  # noqa: DTZ001

schemathesis.openapi.media_type("message/rfc822", MAILS.map(str.encode))
schemathesis.openapi.media_type(
    "application/x-ndjson",
    st.lists(ITEMS, min_size=1).map(lambda all_: "\n".join(map(json.dumps, all_)).encode()),
)
schemathesis.openapi.format("date-time", MOMENTS.map(lambda at: f"{at.isoformat()}Z"))

SHAPES = Shapes.of(means.code for means in NATURAL_ENGLAND.means)
schema = schemathesis.openapi.from_dict(description(SHAPES))
SEEN: set[tuple[str | None, int]] = set()
SIGNED = ("X-UCB-Key", "X-UCB-Timestamp", "X-UCB-Signature")


def test_whose_a_refusal_is_may_be_left_out_and_is_never_null() -> None:
    for model in ("RefusedItem", "FieldProblem"):
        told = schema.raw_schema["components"]["schemas"][model]
        assert told["properties"]["key"]["type"] == "string"
        assert "default" not in told["properties"]["key"]
        assert "key" not in told["required"]


def test_it_is_what_the_bot_serves(url: str) -> None:
    assert requests.get(f"{url}/webhooks/openapi.json", timeout=20).json() == schema.raw_schema


@schema.parametrize()
@settings(max_examples=40, derandomize=True, deadline=None)
def test_the_description_holds(case: schemathesis.Case[Any], url: str) -> None:
    """Signed, but where it is tried without what says who signed. Of a batch the good ones are
    kept: of those nothing is at fault but an id that was used before."""
    is_signed = all(name in (case.headers or {}) for name in SIGNED)
    is_batch = case.path.endswith("/batch")
    answer = case.call_and_validate(
        base_url=url,
        auth=Signer() if is_signed else None,
        excluded_checks=[negative_data_rejection] if is_batch else [],
    )
    if is_batch and answer.status_code == 202:
        assert case.meta
        places = {e["pointer"] for each in answer.json()["refused"] for e in each["errors"]}
        assert case.meta.generation.mode.is_negative or places <= {"#/id"}
    SEEN.add((case.media_type, answer.status_code))


def test_all_kinds_of_content_were_taken_and_refused() -> None:
    """So that what is above has tried more than the doors' being shut."""
    for kind in ("application/json", "message/rfc822", "application/x-ndjson"):
        assert (kind, 202) in SEEN
    assert {("application/json", 401), ("application/json", 422)} <= SEEN
    assert {(None, 401), (None, 404)} <= SEEN
