"""Work behind an answer is waited for, and what does not end is counted."""

import asyncio

import pytest

from adapters.chat.background import Background


async def test_draining_waits_also_for_what_work_starts() -> None:
    background, done = Background(), []

    async def later() -> None:
        await asyncio.sleep(0)
        done.append("later")

    async def first() -> None:
        background.start(later(), "later")
        done.append("first")

    background.start(first(), "first")
    assert await background.drain(10) == 0
    assert done == ["first", "later"]


async def test_work_without_an_end_is_given_up_and_counted() -> None:
    background = Background()
    task = background.start(asyncio.Event().wait(), "for ever")
    assert await background.drain(0) == 1
    assert task.cancelled()


async def test_a_request_that_may_still_start_work_holds_draining_back() -> None:
    background = Background()
    with background.busy():
        draining = asyncio.create_task(background.drain(10))
        await asyncio.sleep(0)
        assert not draining.done()
    assert await draining == 0


async def test_a_fault_is_logged_without_its_words(
    caplog: pytest.LogCaptureFixture,
) -> None:
    background = Background()

    async def fails() -> None:
        raise ValueError("Casey Customer")

    background.start(fails(), "about d1")
    assert await background.drain(10) == 0
    assert "about d1: ValueError" in caplog.text
    assert "Casey" not in caplog.text
