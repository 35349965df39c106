"""The playground's clock can go to shortly before we may re-engage, and to when we may."""

from bot.app.clear_jumps import clear_jumps
from core.services.deciding.policy_service import PolicyService
from tests.bot.conversation import disengaging_steps as disengaging
from tests.bot.conversation import steps
from tests.bot.conversation.harness import POLICY, House, house


async def told(at: House) -> list[tuple[str, str]]:
    desk = at.memory.desk
    found = await clear_jumps(POLICY, desk, PolicyService(POLICY, desk))
    return [(jump.label, jump.to.isoformat()) for jump in found]


async def test_without_a_disengagement_there_are_none() -> None:
    at = house()
    await steps.sanctioned(at)
    assert await told(at) == []


async def test_23_and_24_months_after_the_notice() -> None:
    at = house()
    await disengaging.disengaged(at)
    assert await told(at) == [
        ("23 months after the notice (UCB-000001)", "2027-02-06T09:30:00+00:00"),
        ("24 months after the notice (UCB-000001)", "2027-03-06T09:30:00+00:00"),
    ]
    at.memory.clock.forward(days=710)
    assert [label for label, _ in await told(at)] == ["24 months after the notice (UCB-000001)"]


async def test_an_incident_makes_it_later() -> None:
    at = house()
    await disengaging.disengaged(at)
    at.memory.clock.forward(days=25)
    await steps.report(at)
    assert await told(at) == [
        ("23 months after the last incident or contact (UCB-000001)", "2027-02-28T09:30:00+00:00"),
        ("24 months after the last incident or contact (UCB-000001)", "2027-03-31T09:30:00+01:00"),
    ]
