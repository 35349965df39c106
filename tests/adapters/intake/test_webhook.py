"""A contact that another machine tells of is kept once, whatever is sent how often."""

import json
from dataclasses import replace

import pytest

from core.services.alerting.incoming_contacts import IncomingContacts
from tests.adapters.intake.serving import CASEY, KEYS, NOBODY, PATH, opened_door


async def test_a_contact_of_somebody_under_sanction_is_alerted() -> None:
    async with opened_door() as door:
        answer = await door.sender.one(CASEY)
        (alert,) = door.casey.alerts
        assert (answer.status, answer.body["became"]) == (202, "alerted")
        assert answer.body["alerts"] == [alert.reference]
        assert answer.body["key"] == "key-1"
        assert answer.headers["Location"] == answer.body["result"]
        assert b"asey" not in answer.raw


async def test_a_contact_of_anybody_else_becomes_nothing() -> None:
    async with opened_door() as door:
        answer = await door.sender.one(NOBODY)
        assert (answer.status, answer.body["became"], answer.body["alerts"]) == (202, "nothing", [])
        assert door.casey.alerts == []


async def test_a_likeness_is_asked_about() -> None:
    async with opened_door() as door:
        answer = await door.sender.one({"means": "phone", "name": "Casey Customer"})
        assert answer.body["became"] == "asked"


async def test_the_result_can_be_read_again_by_its_source_alone() -> None:
    async with opened_door() as door:
        sent = (await door.sender.one(CASEY)).body
        other_key = replace(door.sender, key="crm/2027")
        assert (await door.sender.get(sent["result"])).body == sent
        assert (await other_key.get(sent["result"])).body == sent
        others = await replace(door.sender, key="phones").get(sent["result"])
        assert (others.status, others.body["type"]) == (404, "urn:ucb:problem:not-found")
        assert (await door.sender.get(f"{PATH}/nothing-like-it")).status == 404


@pytest.mark.parametrize("name", ["%00", "a%00b", "%ff", "%ed%a0%80", "a%2fb", "a" * 33, "%C3%A9"])
async def test_what_cannot_be_a_result_is_none(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Not every database takes every character, even to look for it."""

    async def never(*_: object) -> None:
        raise AssertionError("it is looked for")

    monkeypatch.setattr(IncomingContacts, "receipt", never)
    async with opened_door() as door:
        answer = await door.sender.get(f"{PATH}/{name}")
        assert (answer.status, answer.body["type"]) == (404, "urn:ucb:problem:not-found")


async def test_the_same_again_changes_nothing_whichever_key_signs_and_however_it_is_laid_out() -> (
    None
):
    async with opened_door() as door:
        first = await door.sender.one(CASEY)
        kept = door.casey.kept
        laid_out = json.dumps(dict(reversed(CASEY.items())), indent=2).encode()
        again = await replace(door.sender, key="crm/2027").send(PATH, laid_out, "key-1")
        in_a_batch = await door.sender.many(CASEY | {"id": "key-1"})
        assert (again.status, again.body) == (first.status, first.body)
        assert in_a_batch.body["kept"] == [first.body | {"index": 0}]
        assert door.casey.kept == kept


async def test_another_contact_under_the_same_key_is_refused_and_the_first_stands() -> None:
    async with opened_door() as door:
        await door.sender.one(CASEY)
        kept = door.casey.kept
        other = await door.sender.one(NOBODY)
        assert (other.status, other.body["type"]) == (409, "urn:ucb:problem:key-reused")
        assert door.casey.kept == kept


async def test_two_sources_may_use_the_same_key() -> None:
    async with opened_door() as door:
        await door.sender.one(CASEY)
        other = await replace(door.sender, key="phones").one(NOBODY)
        assert (other.status, other.body["became"]) == (202, "nothing")


async def test_a_mail_is_known_by_its_header() -> None:
    mail = b"From: Casey Customer <casey@example.org>\r\nSubject: Hello\r\n\r\nbody-canary"
    async with opened_door() as door:
        answer = await door.sender.send(PATH, mail, "mail-1", "message/rfc822")
        assert (answer.status, answer.body["became"]) == (202, "alerted")
        assert door.casey.alerts[0].means == "email"
        assert "canary" not in repr(door.casey.memory.store)
        again = await door.sender.send(PATH, mail, "mail-1", "message/rfc822")
        assert again.body == answer.body


async def test_without_keys_the_routes_say_how_to_open_them() -> None:
    async with opened_door(keys={}) as door:
        for answer in (
            await door.sender.one(CASEY),
            await door.sender.get("/webhooks/openapi.json"),
        ):
            assert answer.status == 404
            assert "ucb contacts key" in answer.body["detail"]


async def test_the_description_is_read_by_anybody_and_names_the_means_of_the_policy() -> None:
    async with opened_door() as door:
        async with door.sender.http.get(f"{door.sender.url}/webhooks/openapi.json") as answer:
            told = await answer.json()
        assert told["openapi"] == "3.1.0"
        means = told["components"]["schemas"]["Contact"]["properties"]["means"]
        assert {"phone", "email"} <= set(means["enum"])
        assert not any(secret in json.dumps(told) for secret in KEYS.values())


async def test_what_is_kept_is_not_to_be_guessed_from_its_digest() -> None:
    """Of who is nobody under sanction, nothing personal is kept, not even to be tried out."""
    async with opened_door() as door:
        await door.sender.one(NOBODY)
        (receipt,) = door.casey.memory.store.receipts.values()
        contact = door.desk.reader.contact(NOBODY, door.casey.memory.clock.now())
        stranger = type(door.desk.reader)(door.desk.reader.shapes, "another secret")
        assert receipt.digest == door.desk.reader.digest(contact)
        assert receipt.digest != stranger.digest(contact)


async def test_what_fails_within_is_not_acknowledged(caplog: pytest.LogCaptureFixture) -> None:
    async with opened_door() as door:
        door.casey.memory.store.keep = None  # type: ignore[method-assign, assignment]
        answer = await door.sender.one(CASEY)
        assert (answer.status, answer.headers["Retry-After"]) == (503, "10")
        assert answer.headers["Content-Type"] == "application/problem+json"
        assert "casey" not in caplog.text
