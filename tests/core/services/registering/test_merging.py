"""Two records of one person are merged, until they are separated again."""

from dataclasses import replace

import pytest

from core.case.register import CustomersMerged, CustomersUnmerged
from core.vocabulary.ids import CustomerId, StaffId
from core.vocabulary.people import StaffMember
from tests.core.services.alerting.contacts import refused
from tests.core.services.registering.merging import KAY, THIRD, Merging
from tests.core.story import CASEY
from tests.support.people import ASHA, CLEO, FRAN, IRA


@pytest.mark.parametrize("by", [FRAN, CLEO])
async def test_records_of_one_person_are_merged_in_both_streams(by: StaffMember) -> None:
    there = Merging()
    assert await there.merge(by=by) == replace(KAY, merged=(CASEY.id,))
    assert await there.known(CASEY) == replace(CASEY, merged_into=KAY.id)
    assert await there.known(KAY) == replace(KAY, merged=(CASEY.id,))
    event = CustomersMerged(CASEY.id, KAY.id, "The same telephone.")
    assert (there.said(CASEY), there.said(KAY)) == ([event], [event])
    await there.merge(THIRD)
    assert (await there.known(KAY)).merged == (CASEY.id, THIRD.id)


async def test_and_separated_again() -> None:
    there = Merging()
    await there.merge()
    await there.merge(THIRD)
    assert await there.unmerge() == replace(KAY, merged=(THIRD.id,))
    assert await there.known(CASEY) == CASEY
    event = CustomersUnmerged(CASEY.id, KAY.id, "They are twins.")
    assert (there.said(CASEY)[-1], there.said(KAY)[-1]) == (event, event)


async def test_what_cannot_be_merged() -> None:
    there = Merging()
    nobody = replace(THIRD, id=CustomerId("nobody"))
    for act, rule, field in (
        (there.merge(into=CASEY), "same-record", "into"),
        (there.merge(nobody), "unknown-customer", "customer"),
        (there.merge(into=nobody), "unknown-customer", "into"),
        (there.merge(reasons=" "), "text-missing", "reasons"),
        (there.merge(reasons="x" * 3001), "text-too-long", "reasons"),
        (there.unmerge(), "not-merged", "customer"),
    ):
        refusal = await refused(act)
        assert (refusal.rule, refusal.field) == (rule, field)
    await there.merge()
    for act, rule, field in (
        (there.merge(into=THIRD), "merged-already", "customer"),
        (there.merge(KAY, THIRD), "stands-for-others", "customer"),
        (there.merge(THIRD, CASEY), "merged-already", "into"),
        (there.unmerge(KAY), "not-merged", "customer"),
    ):
        refusal = await refused(act)
        assert (refusal.rule, refusal.field) == (rule, field)
    assert len(there.said(KAY)) == 1


@pytest.mark.parametrize("by", [ASHA, IRA, replace(ASHA, id=StaffId("stranger"))])
async def test_only_by_whoever_may_manage_every_case(by: StaffMember) -> None:
    there = Merging()
    await there.merge(THIRD)
    assert (await refused(there.merge(by=by))).rule
    assert (await refused(there.unmerge(THIRD, by=by))).rule
    assert (there.said(CASEY), len(there.said(KAY))) == ([], 1)


async def test_the_same_delivery_again_changes_nothing() -> None:
    there = Merging()
    for _ in range(2):
        await there.merge(delivery="merge")
    for _ in range(2):
        assert await there.unmerge(delivery="unmerge") == KAY
    await there.merge(delivery="merge")
    assert await there.known(CASEY) == CASEY
    assert len(there.said(KAY)) == 2


async def test_when_others_are_faster_it_is_decided_again() -> None:
    there = Merging()
    there.memory.store.conflicts_to_come = 3
    await there.merge()
    there.memory.store.conflicts_to_come = 8
    assert (await refused(there.unmerge())).rule == "busy"
    assert (await there.known(CASEY)).merged_into == KAY.id


async def test_changing_particulars_leaves_it_merged() -> None:
    there = Merging()
    await there.merge()
    changed = await there.register.change(ASHA.id, replace(KAY, name="Kay C"), "change")
    assert changed.merged == (CASEY.id,)
    assert (await there.known(KAY)).merged == (CASEY.id,)
