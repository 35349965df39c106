"""Contacts that come while others are being taken are taken together, and fail alone."""

import asyncio
from collections.abc import Sequence
from datetime import UTC, datetime

import pytest

from adapters.intake.limits import MOST_AT_ONCE
from adapters.intake.together import TakenTogether
from core.services.incoming import Became, Incoming, Receipt
from core.vocabulary.refusal import Refusal

NOW = datetime(2025, 3, 3, 10, 0, tzinfo=UTC)


class CountingTaker:
    """Remembers what was taken together. A contact whose key is ``bad`` breaks everything."""

    def __init__(self) -> None:
        self.taken: list[list[str]] = []
        self.dry = 0

    async def take_each(
        self, incoming: Sequence[Incoming], *, dry_run: bool = False
    ) -> tuple[Receipt | Refusal, ...]:
        self.dry += dry_run
        self.taken.append([contact.key for contact in incoming])
        await asyncio.sleep(0)
        if any(contact.key == "bad" for contact in incoming):
            raise RuntimeError("broken")
        return tuple(
            Receipt(f"r-{one.key}", one.source, one.key, one.digest, NOW, Became.NOTHING)
            for one in incoming
        )

    async def receipt(self, source: str, receipt: str) -> Receipt | None:
        return None


def contact(key: str) -> Incoming:
    return Incoming("crm", key, "0f", "email", NOW, ())


def ids(answers: Sequence[Receipt | Refusal]) -> list[str]:
    return [answer.id for answer in answers if isinstance(answer, Receipt)]


async def test_who_comes_meanwhile_is_taken_together_and_answered_apart() -> None:
    taker = CountingTaker()
    together = TakenTogether(taker)
    first = asyncio.create_task(together.take_each([contact("a")]))
    while not taker.taken:  # noqa: ASYNC110
        await asyncio.sleep(0)
    others = [[contact("b")], [contact("c"), contact("d")], []]
    answers = await asyncio.gather(*map(together.take_each, others))
    assert ids(await first) == ["r-a"]
    assert [ids(answer) for answer in answers] == [["r-b"], ["r-c", "r-d"], []]
    assert taker.taken == [["a"], ["b", "c", "d"]]


async def test_no_more_than_a_batch_holds_are_taken_together() -> None:
    taker = CountingTaker()
    together = TakenTogether(taker)
    large = [contact(f"k{n}") for n in range(MOST_AT_ONCE)]
    await asyncio.gather(*map(together.take_each, (large, [contact("z")], large)))
    assert [len(taken) for taken in taker.taken] == [MOST_AT_ONCE, 1, MOST_AT_ONCE]


async def test_one_that_cannot_be_taken_keeps_no_other_back() -> None:
    taker = CountingTaker()
    together = TakenTogether(taker)
    asked = (together.take_each([contact(key)]) for key in ("a", "bad", "b"))
    one, bad, other = await asyncio.gather(*asked, return_exceptions=True)
    assert isinstance(bad, RuntimeError)
    assert not isinstance(one, BaseException)
    assert not isinstance(other, BaseException)
    assert (ids(one), ids(other)) == (["r-a"], ["r-b"])


async def test_whoever_gives_up_waiting_harms_nobody() -> None:
    taker = CountingTaker()
    together = TakenTogether(taker)
    gone = asyncio.create_task(together.take_each([contact("a")]))
    stays = asyncio.create_task(together.take_each([contact("b")]))
    await asyncio.sleep(0)
    gone.cancel()
    assert ids(await stays) == ["r-b"]
    with pytest.raises(asyncio.CancelledError):
        await gone
    assert ids(await together.take_each([contact("c")])) == ["r-c"]


async def test_a_dry_run_is_by_itself() -> None:
    taker = CountingTaker()
    answers = await TakenTogether(taker).take_each([contact("a")], dry_run=True)
    assert (ids(answers), taker.dry) == (["r-a"], 1)
