"""Merges records of one person, and separates them again, in the streams of both."""

from collections.abc import Callable

from core.case.register import CustomersMerged, CustomersUnmerged
from core.case.register.merging import (
    merge_customers,
    unmerge_customers,
    with_merged,
    without_merged,
)
from core.case.scene import Scene
from core.policy.model import Policy
from core.services.deciding.keeping import Decided, Keeping
from core.services.ports.desk import AlertsToRedraw, AlreadyDone, Change, Commit, Desk
from core.vocabulary.customer import Customer
from core.vocabulary.ids import CustomerId, StaffId
from core.vocabulary.refusal import refuse

Both = tuple[Customer, Customer]
_Say = Callable[[Scene, Customer, Customer, str], CustomersMerged | CustomersUnmerged]


class RecordMerging:
    """Every method answers with the record into which it is, or was, merged."""

    def __init__(self, policy: Policy, desk: Desk) -> None:
        self._policy = policy
        self._desk = desk
        self._keeping = Keeping(desk.store, "These records are being changed.")

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
        say: _Say,
        after: Callable[[Customer, Customer], Both],
    ) -> Customer:
        """``into``: ``None`` for the record that stands for ``customer`` now."""

        async def decide() -> Decided[Customer]:
            # Whatever changes after this is a conflict, so they are read before the records.
            first = len(await self._desk.store.load(f"customer:{customer}"))
            one = await self._known(customer, "customer")
            other_id = into or one.merged_into or customer
            second = len(await self._desk.store.load(f"customer:{other_id}"))
            other = await self._known(other_id, "into")
            scene = await self._scene(by)
            event = say(scene, one, other, reasons)
            changes = tuple(
                Change(f"customer:{record.id}", record.id, version, by, scene.now, (event,))
                for record, version in ((one, first), (other, second))
            )
            both = after(one, other)
            redraw = AlertsToRedraw(_records(*both), f"customer:{customer}/{first + 1}")
            return Decided(both[1], Commit(delivery, changes, customers=both, redraw=redraw))

        async def standing(_: AlreadyDone) -> Customer:
            return await self._known(into or await self._stood_for(customer), "into")

        return await self._keeping.keep_once(delivery, decide, standing)

    async def _stood_for(self, customer: CustomerId) -> CustomerId:
        """The record that stood for it until they were separated."""
        events = (entry.event for entry in await self._desk.store.load(f"customer:{customer}"))
        into = [event.into for event in events if isinstance(event, CustomersUnmerged)]
        return into[-1] if into else customer

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


def _records(*known: Customer) -> frozenset[CustomerId]:
    """Of these, and of the people for whom they stand."""
    return frozenset(record for customer in known for record in customer.records)
