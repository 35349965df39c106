"""A contact from before we disengaged: its topic is not judged, and nothing promises that it is."""

from datetime import datetime, timedelta

import pytest

from bot.views.card import Card
from tests.bot.conversation import disengaging_steps as to
from tests.bot.conversation import steps
from tests.bot.conversation.alert_steps import LOG, TOPIC, alerted, asha, in_alerts
from tests.bot.conversation.harness import House, card, form, house, labels, words
from tests.support.people import ASHA, DANA

BEFORE = "This contact was made before we disengaged, so its topic is not judged."


async def noticed_before(at: House, *topics: str) -> datetime:
    """They wrote, and a minute later Dana approved that we disengage."""
    await to.still_going_on(at)
    await alerted(at, means="letter")
    made_at = at.now
    at.memory.clock.forward(minutes=1)
    await to.propose_disengagement(at, *topics)
    await steps.approve(at, DANA)
    return made_at


@pytest.mark.parametrize("topics", [(to.HEDGE,), ()])
async def test_a_different_topic_is_offered_of_a_contact_made_since_alone(
    topics: tuple[str, ...],
) -> None:
    at = house()
    await noticed_before(at, *topics)
    assert TOPIC not in labels(await in_alerts(at))
    at.memory.clock.forward(minutes=1)
    await alerted(at, means="letter")
    assert TOPIC in labels(await in_alerts(at))


def says_that_nothing_is_judged(answer: Card) -> None:
    told = words(answer)
    assert BEFORE in told
    assert "No contact. Do not answer it now." in told
    assert "Log the contact, then say" not in told
    assert "The contact is logged in UCB-000001." in told
    assert labels(answer) == []


async def test_what_is_logged_of_it_says_so() -> None:
    at = house()
    await noticed_before(at)
    asked = form(await asha(at).press(await in_alerts(at), LOG))
    says_that_nothing_is_judged(card(await asha(at).submit(asked, topic="Bats")))


async def test_a_card_from_meanwhile_says_so_too() -> None:
    """Pressed where it was still offered, with the time of a contact from before typed in."""
    at = house()
    made_at = await noticed_before(at)
    at.memory.clock.forward(minutes=1)
    await alerted(at, means="letter")
    asked = form(await asha(at).press(await in_alerts(at), TOPIC))
    says_that_nothing_is_judged(
        card(await asha(at).submit(asked, topic="Bats", occurred_at=made_at))
    )


async def test_logged_from_the_case_it_says_so_too_and_of_a_right_it_does_not() -> None:
    at = house()
    await to.disengaged(at)
    earlier = at.now - timedelta(hours=1)
    says_that_nothing_is_judged(await to.log_letter(at, occurred_at=earlier))
    right = words(await to.log_letter(at, occurred_at=earlier, statutory=("statutory",)))
    assert BEFORE not in right
    assert "Answer it as you would for anyone" in right


async def test_under_a_partial_disengagement_what_is_in_force_is_told_beside_it() -> None:
    at = house()
    await to.disengaged(at, to.HEDGE)
    told = words(await to.log_letter(at, occurred_at=at.now - timedelta(hours=1)))
    assert BEFORE in told
    assert "Is it on the same or a similar topic? Then do not answer." in told


async def test_a_contact_made_since_is_judged_as_ever() -> None:
    at = house()
    await to.disengaged(at)
    told = words(await to.log_letter(at, by=ASHA))
    assert BEFORE not in told
    assert "Same or similar topic, wholly different, or unsure?" in told


@pytest.mark.parametrize(
    ("topics", "said"),
    [
        ((), "No contact. Do not answer it now."),
        ((to.HEDGE,), "Is it on the same or a similar topic? Then do not answer."),
    ],
)
async def test_the_channel_reads_the_same_of_what_is_logged_already(
    topics: tuple[str, ...], said: str
) -> None:
    at = house()
    await to.disengaged(at, *topics)
    await to.log_letter(at, occurred_at=at.now - timedelta(hours=1))
    told = words(await to.alert(at))
    assert BEFORE in told
    assert said in told
    assert "Log the contact, then say" not in told
    assert "Say what is done" not in labels(await to.alert(at))
    await to.log_letter(at)
    assert BEFORE not in words(await to.alert(at)), "this one is judged"


async def test_of_a_right_the_channel_reads_that_it_is_answered() -> None:
    at = house()
    await to.disengaged(at)
    earlier = at.now - timedelta(hours=1)
    await to.log_letter(at, occurred_at=earlier, statutory=("statutory",))
    told = words(await to.alert(at))
    assert BEFORE not in told
    assert "Answer it as you would for anyone" in told
