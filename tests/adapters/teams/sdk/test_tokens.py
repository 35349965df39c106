"""Nothing is acted on before its token was found true: the SDK's validation is tested here,
since nobody mends it any more."""

import time
from typing import Any

import pytest

from tests.adapters.teams.conftest import Enter, Room
from tests.support.teams_cloud import Json, Reply
from tests.support.teams_issuer import APP, FORGED, Issuer

HOUR = 3600


async def says(room: Room, token: str | None, **changed: Any) -> Reply:
    """``token`` "" for none at all."""
    said = {**room.cloud.activity(room.asha, "message", text="help"), **changed}
    return await room.cloud.send({k: v for k, v in said.items() if v is not None}, token)


async def refused(room: Room, token: str | None, **changed: Any) -> None:
    reply = await says(room, token, **changed)
    assert reply.status == 401
    assert reply.body is None
    await room.adapter.close()
    assert room.talk.asked == []


async def test_a_valid_token_is_let_in(room: Room) -> None:
    assert (await says(room, None)).status == 202
    await room.adapter.close()
    assert [asked.details for asked in room.talk.asked] == [("help",)]


@pytest.mark.parametrize(
    "claims",
    [
        {"exp": int(time.time()) - HOUR},
        {"exp": None},
        {"nbf": int(time.time()) + HOUR},
        {"aud": "99999999-2222-3333-4444-555555555555"},
        {"aud": None},
        {"aud": [APP, "another"]},
        {"iss": "https://sts.windows.net/d6d49420-f39b-4df7-a1dc-d59a935871db/"},
        {"iss": "https://evil.example"},
        {"iss": None},
        {"serviceurl": "https://evil.example/"},
        {"serviceurl": None},
    ],
    ids=lambda claims: " ".join(f"{k}={str(v)[:30]}" for k, v in claims.items()),
)
async def test_a_token_with_a_false_claim_is_refused(room: Room, claims: Json) -> None:
    await refused(room, room.cloud.issuer.sign(room.cloud.service_url, **claims))


async def test_a_token_signed_with_another_key_is_refused(room: Room) -> None:
    await refused(room, room.cloud.issuer.sign(room.cloud.service_url, key=FORGED))


async def test_a_token_that_is_not_signed_is_refused(room: Room) -> None:
    await refused(room, room.cloud.issuer.sign(room.cloud.service_url, algorithm="none"))


async def test_a_token_signed_with_the_public_key_as_a_secret_is_refused(room: Room) -> None:
    token = room.cloud.issuer.sign(
        room.cloud.service_url,
        algorithm="HS256",
        key="public-key" * 8,  # type: ignore[arg-type]
    )
    await refused(room, token)


@pytest.mark.parametrize("token", ["", "rubbish", "a.b.c", "e30.e30.e30"])
async def test_no_token_or_rubbish_is_refused(room: Room, token: str) -> None:
    await refused(room, token)


async def test_a_token_of_another_bot_is_refused(room: Room) -> None:
    """The SDK takes such tokens for bots that call each other ("skills")."""
    token = room.cloud.issuer.sign(room.cloud.service_url, ver="2.0", azp="another-bot")
    await refused(room, token)


async def test_an_unknown_key_is_refused_and_not_looked_for_again_and_again(room: Room) -> None:
    issuer: Issuer = room.cloud.issuer
    await says(room, None)
    for number in range(3):
        token = issuer.sign(room.cloud.service_url, key_id=f"forged-{number}")
        assert (await says(room, token)).status == 401
    assert issuer.fetched == 1


@pytest.mark.parametrize("endorsements", [["webchat"], [], None])
async def test_a_key_not_endorsed_for_teams_is_refused(
    room: Room, endorsements: list[str] | None
) -> None:
    room.cloud.issuer.endorsements = endorsements
    assert (await says(room, None)).status in (401, 503)
    await room.adapter.close()
    assert room.talk.asked == []


async def test_another_channel_of_the_same_bot_is_refused(room: Room) -> None:
    await refused(room, None, channelId="webchat")


async def test_an_activity_without_a_service_url_is_refused(room: Room) -> None:
    """The SDK would not compare the claim then."""
    activity = room.cloud.activity(room.asha, "message", text="help")
    token = room.cloud.issuer.sign(activity.pop("serviceUrl"))
    assert (await room.cloud.send({**activity, "serviceUrl": ""}, token)).status == 401


async def test_while_the_issuer_is_down_teams_is_asked_to_come_again(room: Room) -> None:
    room.cloud.issuer.is_down = True
    assert (await says(room, None)).status == 503


@pytest.mark.parametrize(
    "body",
    [b"", b"{", b"[]", b'{"type": 7}', b'{"type": "message", "timestamp": "not a time"}'],
)
async def test_malformed_bodies_are_refused(room: Room, body: bytes) -> None:
    headers = {"Content-Type": "application/json"}
    async with room.cloud.http.post(room.cloud.bot, data=body, headers=headers) as answer:
        assert answer.status in (400, 401)


async def test_a_huge_body_is_refused(room: Room) -> None:
    reply = await says(room, None, text="x" * 1_200_000)
    assert reply.status in (400, 413)


async def test_a_malformed_activity_is_refused_with_a_valid_token(room: Room) -> None:
    assert (await says(room, None, conversation={"id": 7})).status in (400, 500)
    assert (await says(room, None, conversation=None)).status == 400
    assert (await says(room, None, entities={"a": 1})).status == 400


async def test_the_playground_alone_needs_no_token(enter: Enter) -> None:
    room = await enter(playground=True, start=False)
    assert (await says(room, "")).status == 202
    await room.adapter.close()
    assert len(room.talk.asked) == 0  # the local connector wants a token, so nobody was known


async def test_answers_never_leave_without_encryption(enter: Enter) -> None:
    room = await enter(service_url="https://smba.example/teams/")
    await refused(room, None)
