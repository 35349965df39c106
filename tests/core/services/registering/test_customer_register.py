"""What we know of a customer can be put right, and every change is on the timeline."""

from dataclasses import replace

import pytest

from core.case.register import CustomerChanged
from core.services.registering.customer_register import CustomerRegister
from core.vocabulary.customer import Customer, CustomerKind
from core.vocabulary.ids import CustomerId, StaffId
from core.vocabulary.refusal import Refused
from tests.core.story import CASEY, POLICY
from tests.support.memory import MemoryDesk, memory_desk
from tests.support.people import ASHA, IRA, SENA

AGENT = replace(
    CASEY,
    kinds=frozenset({CustomerKind.AGENT}),
    organisation="Example Farm Agents Ltd",
    clients=(CustomerId("pat"),),
)


def desk() -> MemoryDesk:
    return memory_desk(customers=(CASEY,))


async def changed(
    memory: MemoryDesk, customer: Customer, by: StaffId = SENA.id, delivery: str = "one"
) -> Customer:
    return await CustomerRegister(POLICY, memory.desk).change(by, customer, delivery)


async def test_particulars_are_changed_by_any_colleague() -> None:
    memory = desk()
    assert await changed(memory, AGENT) == AGENT
    assert await memory.desk.customers.get(CASEY.id) == AGENT
    entry = memory.store.stream("customer:casey")[-1]
    assert (entry.event, entry.by, entry.version) == (CustomerChanged(AGENT), SENA.id, 2)


async def test_the_same_particulars_add_nothing() -> None:
    memory = desk()
    assert await changed(memory, CASEY) == CASEY
    assert len(memory.store.stream("customer:casey")) == 1


async def test_the_same_delivery_again_adds_nothing() -> None:
    memory = desk()
    await changed(memory, AGENT)
    assert await changed(memory, replace(AGENT, employer="Another Ltd")) == AGENT
    assert len(memory.store.stream("customer:casey")) == 2


@pytest.mark.parametrize(
    ("to", "rule", "field"),
    [
        ({"name": ""}, "text-missing", "name"),
        ({"emails": ("casey",)}, "email-malformed", "emails"),
        ({"organisation": "x" * 301}, "text-too-long", "organisation"),
        ({"address": "x" * 301}, "text-too-long", "address"),
        ({"employer": "x" * 301}, "text-too-long", "employer"),
        ({"professional_body": "x" * 301}, "text-too-long", "professional_body"),
        ({"clients": (CASEY.id,)}, "own-client", "clients"),
        ({"clients": tuple(map(CustomerId, "abcdefghijklmnopqrstu"))}, "too-many", "clients"),
        ({"reference": "CUS-9"}, "another-customer", None),
        ({"id": CustomerId("nobody")}, "unknown-customer", "customer"),
    ],
)
async def test_what_is_refused(to: dict[str, object], rule: str, field: str | None) -> None:
    memory = desk()
    with pytest.raises(Refused) as refused:
        await changed(memory, replace(CASEY, **to))  # type: ignore[arg-type]
    assert (refused.value.refusal.rule, refused.value.refusal.field) == (rule, field)
    assert await memory.desk.customers.get(CASEY.id) == CASEY


@pytest.mark.parametrize("by", [IRA.id, StaffId("stranger")])
async def test_only_by_colleagues_who_work_here(by: StaffId) -> None:
    with pytest.raises(Refused):
        await changed(desk(), AGENT, by)


async def test_when_others_change_them_at_the_same_moment_it_is_decided_again() -> None:
    memory = desk()
    memory.store.conflicts_to_come = 3
    assert await changed(memory, AGENT, ASHA.id) == AGENT


async def test_a_colleagues_mail_address_is_refused_with_where_to_go_instead() -> None:
    memory = desk()
    with pytest.raises(Refused) as refused:
        await changed(memory, replace(CASEY, emails=(*CASEY.emails, f" {ASHA.email.upper()} ")))
    refusal = refused.value.refusal
    assert (refusal.rule, refusal.field) == ("staff-conduct", "emails")
    assert refusal.remedy == POLICY.staff_conduct.route
    assert len(memory.store.stream("customer:casey")) == 1


async def test_a_customer_who_joined_us_later_can_still_be_put_right() -> None:
    former = replace(CASEY, emails=(ASHA.email,))
    memory = memory_desk(customers=(former,))
    moved = replace(former, address="1 Example Lane")
    assert await changed(memory, moved) == moved


async def test_by_what_a_customer_is_known_is_read_with_where_it_comes_from() -> None:
    memory = desk()
    register = CustomerRegister(POLICY, memory.desk)
    memory.clock.forward(days=1)
    named = replace(CASEY, other_names=("Kay Customer",))
    await register.change(SENA.id, named, "one", source="A letter of hers")
    _, kay, _ = await register.known_by(CASEY.id)
    assert (kay.value, kay.source, kay.entered_by) == ("Kay Customer", "A letter of hers", SENA.id)
    assert kay.since == memory.clock.now()
    with pytest.raises(Refused) as refused:
        await register.known_by(CustomerId("nobody"))
    assert refused.value.refusal.rule == "unknown-customer"
