from pathlib import Path

import pytest

from tests.adapters.playground.stage import ALERTS, ASHA, TOKEN, Stage, staged

PATHS = ("/", "/api/auth.test", "/playground/api/seats", "/response/x")


@pytest.mark.parametrize("path", PATHS)
@pytest.mark.parametrize(
    "host", ["evil.example", "evil.example:8080", "127.0.0.1.evil.example", "["]
)
async def test_a_name_of_another_machine_is_refused(stage: Stage, path: str, host: str) -> None:
    async with stage.http.get(f"{stage.base}{path}", headers={"Host": host}) as answer:
        assert answer.status == 403


@pytest.mark.parametrize("host", ["127.0.0.1", "127.0.0.1:8080", "localhost", "LOCALHOST:80"])
async def test_this_machine_is_served(stage: Stage, host: str) -> None:
    url = f"{stage.base}/playground/api/seats"
    async with stage.http.get(url, headers={"Host": host}) as answer:
        assert answer.status == 200


@pytest.mark.parametrize("origin", ["https://evil.example", "null", "http://127.0.0.1:1"])
async def test_another_page_cannot_act(stage: Stage, origin: str) -> None:
    url = f"{stage.base}/playground/api/message"
    body = {"seat": ASHA, "channel": ALERTS, "text": "Hello"}
    async with stage.http.post(url, json=body, headers={"Origin": origin}) as answer:
        assert answer.status == 403
    assert await stage.messages(ASHA, ALERTS) == []


async def test_its_own_page_can_act(stage: Stage) -> None:
    url = f"{stage.base}/playground/api/message"
    body = {"seat": ASHA, "channel": ALERTS, "text": "Hello"}
    async with stage.http.post(url, json=body, headers={"Origin": stage.base}) as answer:
        assert answer.status == 200


async def test_a_form_of_another_kind_is_refused(stage: Stage) -> None:
    url = f"{stage.base}/playground/api/reset"
    async with stage.http.post(url, data="{}", headers={"Content-Type": "text/plain"}) as answer:
        assert answer.status == 415
    assert stage.told == []


@pytest.mark.parametrize("body", ["{", "[]", '"x"'])
async def test_a_malformed_body_is_refused(stage: Stage, body: str) -> None:
    url = f"{stage.base}/playground/api/message"
    headers = {"Content-Type": "application/json"}
    async with stage.http.post(url, data=body, headers=headers) as answer:
        assert answer.status == 400
        assert "JSON" in (await answer.json())["error"]


async def test_every_answer_forbids_foreign_content(stage: Stage) -> None:
    async with stage.http.get(f"{stage.base}/playground/api/seats") as answer:
        assert "default-src 'self'" in answer.headers["Content-Security-Policy"]
        assert answer.headers["X-Content-Type-Options"] == "nosniff"


async def test_the_page_is_served_and_nothing_beside_it(stage: Stage) -> None:
    async with stage.http.get(f"{stage.base}/") as answer:
        assert answer.status == 200
        assert answer.content_type == "text/html"
    for path in ("/playground.py", "/..%2fplayground.py", "/page/index.html"):
        async with stage.http.get(f"{stage.base}{path}") as answer:
            assert answer.status == 404


async def test_the_bot_may_call_without_an_origin(tmp_path: Path) -> None:
    async with staged(tmp_path) as stage:
        headers = {"Authorization": f"Bearer {TOKEN}"}
        async with stage.http.post(f"{stage.base}/api/auth.test", headers=headers) as answer:
            assert (await answer.json())["ok"] is True
