"""After a complete disengagement no card says what a lesser sanction would allow."""

from bot.views.card import Card
from tests.bot.conversation import disengaging_steps
from tests.bot.conversation.alert_steps import alerted, asha, in_alerts
from tests.bot.conversation.harness import house, words
from tests.support.people import DANA

SET_ASIDE = "It is still in force, but allows nothing now: we disengaged completely."


def shows_no_permission(shown: Card) -> None:
    told = words(shown)
    assert "No contact. Do not answer." in told, told
    assert SET_ASIDE in told
    assert "You can answer" not in told
    assert "Contact by email or letter only" not in told


async def test_wherever_guidance_is_told() -> None:
    at = house()
    await disengaging_steps.disengaged(at)
    at.memory.clock.forward(hours=1)
    await alerted(at, means="letter")
    shows_no_permission(await in_alerts(at))
    shows_no_permission(await asha(at).sees("check UCB-000001"))
    shows_no_permission(await asha(at).sees("case UCB-000001"))
    shows_no_permission(await at.seat(DANA).sees("log UCB-000001"))
    shows_no_permission(await disengaging_steps.log_letter(at))
    shows_no_permission(await disengaging_steps.alert(at))


async def test_about_a_right_it_is_answered() -> None:
    at = house()
    await disengaging_steps.disengaged(at)
    told = words(await disengaging_steps.log_letter(at, statutory=("statutory",)))
    assert SET_ASIDE not in told
    assert "Answer it as you would for anyone" in told
