"""Whoever asks at the wrong place, or in the wrong way, is answered as everybody else is."""

import pytest

from tests.adapters.intake.serving import BATCH, PATH, Answer, Served, opened_door


async def asked(door: Served, method: str, path: str) -> Answer:
    async with door.sender.http.request(method, f"{door.sender.url}{path}", data=b"x") as answer:
        return Answer(answer.status, await answer.read(), dict(answer.headers))


@pytest.mark.parametrize(
    ("method", "path", "allowed"),
    [
        ("GET", PATH, "POST"),
        ("PUT", PATH, "POST"),
        ("GET", BATCH, "POST"),
        ("DELETE", f"{PATH}/0f8e", "GET"),
        ("POST", f"{PATH}/0f8e", "GET"),
        ("POST", "/webhooks/openapi.json", "GET"),
        ("OPTIONS", PATH, "POST"),
    ],
)
async def test_another_method_is_told_which_there_is(method: str, path: str, allowed: str) -> None:
    async with opened_door() as door:
        answer = await asked(door, method, path)
        assert (answer.status, answer.headers["Allow"]) == (405, allowed)
        assert answer.headers["Content-Type"] == "application/problem+json"
        assert (answer.body["type"], answer.body["status"]) == ("urn:ucb:problem:method", 405)
        assert allowed in answer.body["detail"]


@pytest.mark.parametrize(
    "path", [f"{PATH}/", f"{PATH}/0f8e/more", f"{BATCH}/", "/webhooks/", "/webhooks/contact"]
)
async def test_another_path_is_told_where_to_look(path: str) -> None:
    async with opened_door() as door:
        for method in ("GET", "POST"):
            answer = await asked(door, method, path)
            assert answer.status == 404
            assert answer.headers["Content-Type"] == "application/problem+json"
            assert answer.body["type"] == "urn:ucb:problem:no-such-path"
            assert "/webhooks/openapi.json" in answer.body["detail"]


async def test_without_keys_every_path_says_how_to_open_it() -> None:
    async with opened_door(keys={}) as door:
        for method, path in (("GET", PATH), ("POST", f"{PATH}/nowhere/at/all")):
            answer = await asked(door, method, path)
            assert answer.status == 404
            assert "ucb contacts key" in answer.body["detail"]
