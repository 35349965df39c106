"""The issuer's keys: fetched seldom, never lost, and new ones found when they are needed."""

import pytest

from adapters.teams.sdk.keys import KeyRing, KeysUnavailable
from adapters.teams.sdk.tokens import KeptTokens, TokenRefused
from tests.support.teams_cloud import Cloud, cloud

DAY, MINUTE = 86_400.0, 60.0


class Watch:
    def __init__(self) -> None:
        self.time = 1000.0

    def __call__(self) -> float:
        return self.time


def ring(local: Cloud, watch: Watch) -> KeyRing:
    return KeyRing(f"{local.url}/openid", "msteams", watch)


async def test_keys_are_fetched_once_a_day() -> None:
    async with cloud() as local:
        watch = Watch()
        keys = ring(local, watch)
        for _ in range(5):
            await keys.get("key-1")
        assert local.issuer.fetched == 1
        watch.time += DAY + 1
        await keys.get("key-1")
        assert local.issuer.fetched == 2


async def test_a_key_that_was_changed_is_found_within_minutes() -> None:
    """The SDK's own cache refuses every new key until the next day."""
    async with cloud() as local:
        watch = Watch()
        keys = ring(local, watch)
        await keys.get("key-1")
        local.issuer.key_id = "key-2"
        watch.time += 6 * MINUTE
        assert (await keys.get("key-2")).endorsements == ("msteams",)
        with pytest.raises(PermissionError):
            await keys.get("key-1")


async def test_unknown_keys_cost_no_traffic() -> None:
    async with cloud() as local:
        keys = ring(local, Watch())
        await keys.get("key-1")
        for number in range(10):
            with pytest.raises(PermissionError):
                await keys.get(f"forged-{number}")
        assert local.issuer.fetched == 1


async def test_known_keys_stay_in_use_while_the_issuer_is_down() -> None:
    async with cloud() as local:
        watch = Watch()
        keys = ring(local, watch)
        await keys.get("key-1")
        local.issuer.is_down = True
        watch.time += 3 * DAY
        assert await keys.get("key-1")


async def test_before_the_first_fetch_nobody_can_be_checked() -> None:
    async with cloud() as local:
        local.issuer.is_down = True
        keys = ring(local, Watch())
        with pytest.raises(KeysUnavailable):
            await keys.get("key-1")
        local.issuer.is_down = False
        assert await keys.get("key-1")


async def test_our_own_token_is_kept_until_shortly_before_its_end() -> None:
    watch, given = Watch(), iter([("first", 100.0), ("second", 100.0), ("third", 100.0)])

    async def fetch() -> tuple[str, float]:
        return next(given)

    tokens = KeptTokens(fetch, watch)
    assert [await tokens.current(), await tokens.current()] == ["first", "first"]
    watch.time += 101
    assert await tokens.current() == "second"
    tokens.forget()
    assert await tokens.current() == "third"


async def test_a_refusal_of_our_token_is_not_kept() -> None:
    answers: list[Exception | tuple[str, float]] = [TokenRefused("away"), ("token", 100.0)]

    async def fetch() -> tuple[str, float]:
        answer = answers.pop(0)
        if isinstance(answer, Exception):
            raise answer
        return answer

    tokens = KeptTokens(fetch, Watch())
    with pytest.raises(TokenRefused):
        await tokens.current()
    assert await tokens.current() == "token"
