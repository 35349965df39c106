"""Who our colleagues are, and which chat account is whose."""

import asyncio
from dataclasses import replace

import pytest

from core.services.registering.register import Register
from core.vocabulary.ids import OPERATOR, SYSTEM, StaffId
from core.vocabulary.people import Account
from core.vocabulary.refusal import Refused
from tests.core.story import POLICY
from tests.support.memory import MemoryDesk, memory_desk
from tests.support.people import ARI, ASHA, FRAN, IRA, MORGAN, ORGANISATION, member

NEW_PHONE = Account("teams", "tenant", "asha-aad")


def register(memory: MemoryDesk) -> Register:
    return Register(POLICY, memory.desk)


async def test_colleagues_are_recorded_on_the_timeline() -> None:
    memory = memory_desk(staff=())
    added = await register(memory).record(OPERATOR, ORGANISATION, "first")
    assert added == len(ORGANISATION)
    assert await memory.desk.directory.by_email("ASHA@ucb.example") == ASHA
    assert len(memory.store.stream("staff:asha")) == 1


async def test_those_who_are_unchanged_add_nothing() -> None:
    memory = memory_desk()
    promoted = replace(ASHA, grade="senior-adviser")
    newcomer = member("Nia Newcomer", "adviser", "Wetlands", MORGAN)
    members = [promoted, MORGAN, newcomer]
    assert await register(memory).record(ARI.id, members, "one") == 2
    assert await register(memory).record(ARI.id, members, "two") == 0
    assert len(memory.store.stream("staff:asha")) == 2
    assert len(memory.store.stream("staff:morgan")) == 1


async def test_linked_accounts_are_kept_when_the_list_does_not_know_them() -> None:
    memory = memory_desk()
    changed = replace(ASHA, team="Woodlands", accounts=frozenset())
    await register(memory).record(OPERATOR, [changed], "one")
    people = await memory.desk.directory.people([ASHA.id])
    assert people.get(ASHA.id) == replace(ASHA, team="Woodlands")


async def test_a_list_delivered_twice_is_recorded_once() -> None:
    memory = memory_desk()
    book = register(memory)
    assert await book.record(OPERATOR, [replace(ASHA, team="A")], "same") == 1
    assert await book.record(OPERATOR, [replace(ASHA, team="B")], "same") == 0
    assert len(memory.store.stream("staff:asha")) == 2


@pytest.mark.parametrize("by", [ASHA.id, StaffId("nobody")])
async def test_only_the_operator_and_administrators_change_it(by: StaffId) -> None:
    with pytest.raises(Refused) as refused:
        await register(memory_desk()).record(by, [ASHA], "one")
    assert refused.value.refusal.rule == "not-an-administrator"


async def test_it_is_recorded_again_after_a_conflict_and_given_up_politely() -> None:
    memory = memory_desk()
    memory.store.conflicts_to_come = 3
    assert await register(memory).record(SYSTEM, [replace(ASHA, team="A")], "one") == 1
    memory.store.conflicts_to_come = 100
    with pytest.raises(Refused) as refused:
        await register(memory).record(SYSTEM, [replace(ASHA, team="B")], "two")
    assert refused.value.refusal.rule == "busy"


async def test_a_linked_account_is_recognised_without_a_mail_address() -> None:
    memory = memory_desk()
    before = len(memory.store.entries)
    [account] = ASHA.accounts
    assert await register(memory).recognise(account, "") == ASHA
    assert len(memory.store.entries) == before


async def test_a_first_sight_is_linked_by_the_verified_mail_address_whatever_its_case() -> None:
    memory = memory_desk()
    linked = await register(memory).recognise(NEW_PHONE, " Asha@UCB.example ")
    assert linked == replace(ASHA, accounts=ASHA.accounts | {NEW_PHONE})
    assert await register(memory).recognise(NEW_PHONE, "") == linked
    assert len(memory.store.stream("staff:asha")) == 2


@pytest.mark.parametrize("email", ["", "stranger@ucb.example", IRA.email])
async def test_strangers_and_those_who_left_are_nobody(email: str) -> None:
    assert await register(memory_desk()).recognise(NEW_PHONE, email) is None


async def test_the_linked_account_of_someone_who_left_is_nobodys() -> None:
    [account] = IRA.accounts
    assert await register(memory_desk()).recognise(account, IRA.email) is None


async def test_an_address_that_two_colleagues_share_identifies_neither() -> None:
    memory = memory_desk()
    memory.employ(replace(FRAN, email=ASHA.email))
    assert await register(memory).recognise(NEW_PHONE, ASHA.email) is None


async def test_two_accounts_linked_at_once_are_both_kept() -> None:
    memory = memory_desk()
    other = Account("slack", "T-other", "U9")
    book = register(memory)
    await asyncio.gather(
        book.recognise(NEW_PHONE, ASHA.email),
        book.recognise(other, ASHA.email),
        book.recognise(other, ASHA.email),
    )
    linked = await book.recognise(NEW_PHONE, "")
    assert linked is not None
    assert linked.accounts == ASHA.accounts | {NEW_PHONE, other}
    assert len(memory.store.stream("staff:asha")) == 3
