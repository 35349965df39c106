"""A watched channel accuses nobody by a number or mailbox with another's name beside it."""

from dataclasses import replace

import pytest

from tests.bot.conversation.alert_steps import WHO, YES, beneath, in_alerts, is_said, watched
from tests.bot.conversation.harness import CASEY, COREY, House, labels, words
from tests.support.people import FRAN


@pytest.mark.parametrize(
    ("said", "agrees"),
    [
        ("Zoe Zebra <casey@customer.example> wrote", "same email address"),
        ("Pat Partner rang from 01632 960001", "same telephone number"),
    ],
)
async def test_it_asks_and_says_what_agrees_and_what_does_not(
    at: House, said: str, agrees: str
) -> None:
    await watched(at, at.seat(FRAN))
    await is_said(at, said)
    for told in (await in_alerts(at), await beneath(at)):
        assert {WHO, YES} & set(labels(told))
        assert agrees in words(told).casefold()
        assert "another surname" in words(told).casefold()
        assert "exact" not in words(told).casefold()
        assert not {"Zebra", "Partner", "Casey"} & set(words(told).split())


async def test_of_a_number_of_two_it_does_not_say_whose_else(at: House) -> None:
    at.memory.know(replace(COREY, phones=CASEY.phones))
    await watched(at, at.seat(FRAN))
    await is_said(at, "01632 960001 rang")
    told = words(await in_alerts(at))
    assert "another customer fits as well" in told
    assert "Corey" not in told
    assert COREY.reference not in told


async def test_where_name_and_number_are_another_customers_nobody_is_alerted(at: House) -> None:
    at.memory.know(replace(COREY, phones=CASEY.phones))
    await watched(at, at.seat(FRAN))
    await is_said(at, "Corey Customer rang from 01632 960001")
    assert at.memory.store.alerts == {}
