"""Of many contacts in one request the good are kept, and each of the others is named."""

import json

import pytest

from tests.adapters.intake.serving import BATCH, CASEY, NOBODY, opened_door


async def test_of_a_batch_the_good_are_kept_and_the_bad_are_named() -> None:
    async with opened_door() as door:
        bad = {"id": "b", "means": "phone", "email": "casey@example.org"}
        sent = (CASEY | {"id": "a"}, bad, "nonsense", NOBODY | {"id": "c"})
        answer = await door.sender.many(*sent)
        assert answer.status == 202
        kept = [(k["index"], k["key"], k["became"]) for k in answer.body["kept"]]
        assert kept == [(0, "a", "alerted"), (3, "c", "nothing")]
        first, second = answer.body["refused"]
        assert [(each["index"], each.get("key")) for each in (first, second)] == [
            (1, "b"),
            (2, None),
        ]
        assert first["errors"][0] == {
            "pointer": "#/email",
            "detail": "There is no such field.",
            "remedy": "Did you mean emails?",
        }
        assert second["errors"][0]["detail"] == "This must be an object."


async def test_a_batch_again_with_the_bad_ones_mended_keeps_those_alone() -> None:
    async with opened_door() as door:
        first = await door.sender.many(CASEY | {"id": "a"}, {"id": "b", "means": "phone"})
        alerts = door.casey.alerts
        again = await door.sender.many(CASEY | {"id": "a"}, NOBODY | {"id": "b"})
        assert again.body["refused"] == []
        assert again.body["kept"][0] == first.body["kept"][0]
        assert door.casey.alerts == alerts
        assert len(door.casey.memory.store.receipts) == 2


async def test_in_a_batch_an_id_for_two_contacts_is_refused_the_second_time() -> None:
    async with opened_door() as door:
        answer = await door.sender.many(CASEY | {"id": "a"}, NOBODY | {"id": "a"})
        assert [kept["index"] for kept in answer.body["kept"]] == [0]
        (refused,) = answer.body["refused"]
        assert (refused["index"], refused["key"]) == (1, "a")
        assert refused["errors"] == [
            {
                "pointer": "#/id",
                "detail": "Another contact was kept under this id before.",
                "remedy": "Give every contact its own.",
            }
        ]


async def test_a_batch_of_which_nothing_is_good_is_a_problem_with_every_place() -> None:
    async with opened_door() as door:
        answer = await door.sender.many({"id": "a"}, {"means": "fax", "emails": ["a@b.example"]})
        assert (answer.status, answer.headers["Content-Type"]) == (422, "application/problem+json")
        places = [error["pointer"] for error in answer.body["errors"]]
        assert places == ["#/0/means", "#/1/means", "#/1/id"]
        assert [error.get("key") for error in answer.body["errors"]] == ["a", None, None]


@pytest.mark.parametrize("name", ["casey@customer.example", "a" * 201, 4711, "", ["a"]])
async def test_a_name_that_is_none_is_not_repeated(name: object) -> None:
    """It may be anything, and a personal one too."""
    async with opened_door() as door:
        good = CASEY | {"id": "good"}
        answer = await door.sender.many(good, CASEY | {"id": name})
        (refused,) = answer.body["refused"]
        assert (refused["index"], "key" in refused) == (1, False)
        assert b"customer.example" not in answer.raw


async def test_lines_of_json_are_a_batch_too_and_a_broken_line_costs_only_itself() -> None:
    async with opened_door() as door:
        good = json.dumps(CASEY | {"id": "a"}).encode()
        half = json.dumps(NOBODY | {"id": "b"}).encode().replace(b"Robin", b"Robin\xc3")
        last = json.dumps(NOBODY | {"id": "c"}).encode()
        body = b"\r\n".join((good, b"", half, b"{", last, b""))
        answer = await door.sender.send(BATCH, body, kind="application/x-ndjson")
        assert [kept["key"] for kept in answer.body["kept"]] == ["a", "c"]
        said = [(r["index"], r["errors"][0]["detail"]) for r in answer.body["refused"]]
        assert [(index, detail[:16]) for index, detail in said] == [
            (1, "This is not UTF-"),
            (2, "This is not JSON"),
        ]
        assert not any("line" in detail for _, detail in said), "each is a line already"


async def test_of_a_batch_whose_ids_are_all_taken_each_is_named() -> None:
    async with opened_door() as door:
        await door.sender.many(CASEY | {"id": "a"}, CASEY | {"id": "b"})
        answer = await door.sender.many(NOBODY | {"id": "a"}, NOBODY | {"id": "b"})
        assert answer.status == 409
        named = [(error["pointer"], error["key"]) for error in answer.body["errors"]]
        assert named == [("#/0/id", "a"), ("#/1/id", "b")]


@pytest.mark.parametrize("count", [0, 501])
async def test_a_batch_has_one_contact_at_least_and_500_at_most(count: int) -> None:
    async with opened_door() as door:
        answer = await door.sender.many(*(NOBODY | {"id": str(n)} for n in range(count)))
        assert (answer.status, door.casey.memory.store.receipts) == (422, {})
