"""The policy's rules in short, for anybody."""

from bot.conversation import Conversation
from bot.conversation.pages.the_policy import MARK
from bot.views.card import Bullets, Card
from bot.views.form import ManyField
from core.services.deciding.policy_service import PolicyService
from core.services.registering.register import Register
from tests.bot.conversation.harness import CASEY, POLICY, House, field_of, house, words
from tests.support.memory import memory_desk
from tests.support.people import OLU
from tests.support.policies import Body, under_each_policy


def house_of(body: Body) -> House:
    memory = memory_desk(staff=body.staff, customers=(CASEY,))
    service, register = (
        PolicyService(body.policy, memory.desk),
        Register(body.policy, memory.desk),
    )
    return House(memory, Conversation(body.policy, service, register, memory.desk))


def lines(told: Card) -> list[str]:
    return [line for block in told.blocks if isinstance(block, Bullets) for line in block.items]


async def test_anybody_reads_the_rules_with_the_assumptions_marked() -> None:
    told = await house().seat(OLU).sees("policy")
    for rule in (POLICY.title, POLICY.contact, "goes up the line", "Deputy director", "call 999"):
        assert rule in words(told)
    assert any(line.endswith(f"watch for 28 days{MARK}.") for line in lines(told))
    years = next(line for line in lines(told) if "2 years" in line)
    assert MARK not in years
    assert "the policy document is silent here" in words(told)


@under_each_policy
async def test_every_body_reads_its_own(body: Body) -> None:
    at = house_of(body)
    told = words(await at.seat(body.officer).sees("policy"))
    assert body.policy.body in told
    for sanction in body.policy.sanctions:
        assert sanction.label in told
    for behaviour in body.policy.behaviours:
        assert behaviour.label in told


@under_each_policy
async def test_a_body_without_that_behaviour_is_offered_none_at_first(body: Body) -> None:
    asked = await house_of(body).seat(body.officer).opens("extreme")
    kinds = field_of(asked, "behaviours")
    assert isinstance(kinds, ManyField)
    known = {behaviour.code for behaviour in body.policy.behaviours}
    assert set(kinds.value) == known & {"threatening"}
