"""What a platform waits for is answered within the budget, and what takes longer goes on."""

import asyncio

from adapters.chat.asking import Asking
from adapters.chat.background import Background
from adapters.chat.in_time import InTime
from adapters.chat.people import Unwelcome
from bot.views.answer import Answer, Caller, Nothing
from bot.views.form import Option
from core.vocabulary.people import Account

FOUND = (Option("c-1", "Casey Customer"),)


async def caller(asker: str, delivery: str) -> Caller:
    if asker == "stranger":
        raise Unwelcome("Only colleagues.")
    return Caller(Account("slack", "T1", asker), delivery, "", "")


def in_time(background: Background, budget: float) -> InTime[str]:
    return InTime(Asking(caller), background, budget)


async def test_what_takes_longer_than_the_budget_goes_on() -> None:
    background, may_end = Background(), asyncio.Event()
    within = in_time(background, budget=0)

    async def slow(_: Caller) -> Answer:
        await may_end.wait()
        return Nothing()

    asked = within.ask("asha", "d1", slow)
    assert not await within.is_answered(asked)
    may_end.set()
    assert await background.drain(10) == 0
    assert asked.result() == Nothing()


async def test_suggestions_in_time_are_shown() -> None:
    async def suggest(_: Caller) -> tuple[Option, ...]:
        return FOUND

    assert await in_time(Background(), 10).suggestions("asha", "d1", suggest) == FOUND


async def test_strangers_are_suggested_nothing() -> None:
    async def suggest(_: Caller) -> tuple[Option, ...]:
        return FOUND

    assert await in_time(Background(), 10).suggestions("stranger", "d1", suggest) == ()


async def test_suggestions_that_come_too_late_are_dropped() -> None:
    background, may_end = Background(), asyncio.Event()

    async def suggest(_: Caller) -> tuple[Option, ...]:
        await may_end.wait()
        return FOUND

    shown = await in_time(background, 0).suggestions("asha", "d1", suggest)
    may_end.set()
    assert await background.drain(10) == 0
    assert shown == ()
