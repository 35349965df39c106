"""A colleague wrote of a customer in a watched channel: "Only mentioned" closes the alert."""

from core.alert.events import Settled
from core.services.messages import Kind
from tests.bot.conversation.alert_steps import (
    ANOTHER,
    BREACH,
    LOG,
    WHO,
    YES,
    alerted,
    asha,
    beneath,
    in_alerts,
    is_said,
    watched,
)
from tests.bot.conversation.harness import CASEY, House, card, labels, words
from tests.support.people import FRAN, MORGAN, OLU

ONLY, CONTACT = "Only mentioned", "It was a contact after all"


async def spoken_of(at: House, text: str = f"Please see {CASEY.reference}") -> None:
    await watched(at, at.seat(FRAN))
    await is_said(at, text)


async def test_it_is_offered_where_the_customer_may_only_be_spoken_of(at: House) -> None:
    await spoken_of(at)
    assert labels(await in_alerts(at)) == [LOG, BREACH, WHO, ANOTHER, ONLY]
    assert labels(await beneath(at))[-1] == ONLY
    await alerted(at, means="phone")
    assert ONLY not in labels(await in_alerts(at))


async def test_not_of_what_another_machine_tells(at: House) -> None:
    await alerted(at)
    assert ONLY not in labels(await in_alerts(at))


async def test_it_closes_the_alert_and_logs_and_remembers_nothing(at: House) -> None:
    await spoken_of(at)
    pressed = await beneath(at)
    before = await asha(at).sees("timeline UCB-000001")
    for _ in range(2):
        answer = card(await at.seat(OLU).press(pressed, ONLY, "once"))
    assert labels(answer) == [CONTACT, "Open case"]
    (alert,) = at.memory.store.alerts.values()
    assert (alert.settled, alert.entry) == (Settled.MENTIONED, None)
    for shown in (await in_alerts(at), await beneath(at)):
        assert shown.title == f"{alert.reference}: the customer was only mentioned"
        told = words(shown)
        assert "\nOn Wednesday 5 March 2025 at 11am Olu Officer said that the customer was " in told
        assert "remembered" not in told
        assert "Do not discuss the matter" not in told
    assert words(await asha(at).sees("timeline UCB-000001")) == words(before)
    assert at.memory.store.apart == []
    assert len(at.messages(Kind.KNOWN_CONTACT)) == 2


async def test_it_can_be_taken_back(at: House) -> None:
    await spoken_of(at)
    await at.seat(OLU).press(await in_alerts(at), ONLY)
    back = card(await at.seat(MORGAN).press(await in_alerts(at), CONTACT))
    assert labels(back)[:2] == [LOG, BREACH]
    assert "Morgan Manager says that it is the customer" not in words(back)
    assert "Said that it was a contact after all." in words(back)


async def test_whoever_may_only_be_them_is_not_called_the_customer(at: House) -> None:
    await spoken_of(at, "Casey Customer wrote again")
    asked = await in_alerts(at)
    assert labels(asked) == [WHO, YES, ANOTHER, ONLY]
    await at.seat(OLU).press(asked, ONLY)
    told = words(await in_alerts(at))
    assert "May be: CUS-000001" in told
    assert "Customer: " not in told
