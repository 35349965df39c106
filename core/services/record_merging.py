"""Merges records of one person, and separates them again, in the streams of both."""

from collections.abc import Callable
from typing import Final

from core.case.merging import merge_customers, unmerge_customers, with_merged, without_merged
from core.case.register import CustomersMerged, CustomersUnmerged
from core.case.scene import Scene
from core.policy.model import Policy
from core.services.ports import AlreadyDone, Change, Commit, Conflict, Desk
from core.vocabulary.customer import Customer
from core.vocabulary.ids import CustomerId, StaffId
from core.vocabulary.refusal import Refused, refuse

ATTEMPTS: Final = 8
"""How often both records are read again when others change them at the same moment."""

Both = tuple[Customer, Customer]
_Decide = Callable[[Scene, Customer, Customer, str], CustomersMerged | CustomersUnmerged]


class RecordMerging:
    """Every method answers with the record into which it is, or was, merged."""

    def __init__(self, policy: Policy, desk: Desk) -> None:
        self._policy = policy
        self._desk = desk

    async def merge(
        self, by: StaffId, customer: CustomerId, into: CustomerId, reasons: str, delivery: str
    ) -> Customer:
        return await self._keep(by, customer, into, reasons, delivery, merge_customers, with_merged)

    async def unmerge(
        self, by: StaffId, customer: CustomerId, reasons: str, delivery: str
    ) -> Customer:
        return await self._keep(
            by, customer, None, reasons, delivery, unmerge_customers, without_merged
        )

    async def _keep(
        self,
        by: StaffId,
        customer: CustomerId,
        into: CustomerId | None,
        reasons: str,
        delivery: str,
        decide: _Decide,
        after: Callable[[Customer, Customer], Both],
    ) -> Customer:
        """``into``: ``None`` for the record that stands for ``customer`` now."""
        for _ in range(ATTEMPTS):
            # Whatever changes after this is a conflict, so they are read before the records.
            first = len(await self._desk.store.load(f"customer:{customer}"))
            one = await self._known(customer, "customer")
            other_id = into or one.merged_into or customer
            second = len(await self._desk.store.load(f"customer:{other_id}"))
            other = await self._known(other_id, "into")
            scene = await self._scene(by)
            try:
                event = decide(scene, one, other, reasons)
            except Refused:
                if await self._desk.store.was_done(delivery):
                    return other
                raise
            changes = tuple(
                Change(f"customer:{record.id}", record.id, version, by, scene.now, (event,))
                for record, version in ((one, first), (other, second))
            )
            both = after(one, other)
            try:
                await self._desk.store.commit(Commit(delivery, changes, customers=both))
            except Conflict:
                continue
            except AlreadyDone:
                return await self._known(other_id, "into")
            return both[1]
        raise refuse("busy", "These records are being changed.", "Try again shortly.")

    async def _known(self, customer: CustomerId, field: str) -> Customer:
        known = await self._desk.customers.get(customer)
        if known is None:
            raise refuse(
                "unknown-customer",
                "We do not know this customer.",
                "Choose a customer from the list.",
                field=field,
            )
        return known

    async def _scene(self, by: StaffId) -> Scene:
        people = await self._desk.directory.people([by])
        return Scene(self._policy, people, by, self._desk.clock.now())
