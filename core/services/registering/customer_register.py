"""The customer register: by which particulars our customers are known."""

from collections.abc import Callable, Iterable, Sequence

from core.case.checks import require_actor
from core.case.register import RegisterEvent
from core.case.register.customers import change_customer, require_no_colleague
from core.case.register.provenance import KnownBy, RegisterEntry, provenance
from core.case.register.said import Said, said_of, take_back
from core.case.scene import Scene
from core.policy.model import Policy
from core.services.deciding.keeping import Decided, Keeping
from core.services.ports.desk import AlreadyDone, Change, Commit, Desk
from core.services.registering.record_merging import RecordMerging
from core.vocabulary.customer import Customer
from core.vocabulary.ids import CustomerId, StaffId
from core.vocabulary.refusal import refuse

_Said = tuple[tuple[RegisterEvent, ...], tuple[Customer, ...]]
"""What is entered on the timeline, and the particulars where they changed."""
_Say = Callable[[Customer, Sequence[RegisterEntry]], _Said]


class CustomerRegister:
    """Changes what we know of a customer; a first report registers them."""

    def __init__(self, policy: Policy, desk: Desk) -> None:
        self._policy = policy
        self._desk = desk
        self._keeping = Keeping(desk.store, "These particulars are being changed.")
        self._merging = RecordMerging(policy, desk)

    async def change(
        self, by: StaffId, customer: Customer, delivery: str, source: str = ""
    ) -> Customer:
        """By any colleague; the same particulars, or the same delivery again, add nothing.

        ``source``: where what is new comes from, in words.
        Returns the customer as they are known now. Raises ``Refused``.
        """

        def say(known: Customer, _: Sequence[RegisterEntry]) -> _Said:
            events = change_customer(known, customer, source)
            return events, tuple(event.customer for event in events)

        return await self._carry_out(by, customer.id, say, delivery, customer.emails)

    async def known_by(self, customer: CustomerId) -> tuple[KnownBy, ...]:
        """By what this record is known, or once was. Refuses an unknown customer."""
        await self._known(customer)
        return provenance(await self._entries(customer))

    async def said_of(self, customer: CustomerId) -> tuple[Said, ...]:
        """Of this record: merged and separated, and who is another person. Personal data, never
        for a channel. Refuses an unknown customer."""
        await self._known(customer)
        return said_of(await self._entries(customer))

    async def take_back(self, by: StaffId, customer: CustomerId, no: int, delivery: str) -> None:
        """Whoever was told apart in the entry ``no`` of this record may be this customer after
        all. By any colleague; once taken back, again adds nothing. Raises ``Refused``."""
        await self._carry_out(
            by, customer, lambda _, entries: (take_back(entries, no), ()), delivery
        )

    async def merge(
        self, by: StaffId, customer: CustomerId, into: CustomerId, reasons: str, delivery: str
    ) -> Customer:
        """Two records of one person: ``into`` stands for ``customer`` too from now on.

        By whoever may manage every case. Returns ``into`` as it stands. Raises ``Refused``.
        """
        return await self._merging.merge(by, customer, into, reasons, delivery)

    async def unmerge(
        self, by: StaffId, customer: CustomerId, reasons: str, delivery: str
    ) -> Customer:
        """They were two people after all. Returns the record that stood for ``customer`` until
        now. Raises ``Refused``.
        """
        return await self._merging.unmerge(by, customer, reasons, delivery)

    async def _carry_out(
        self,
        by: StaffId,
        customer: CustomerId,
        say: _Say,
        delivery: str,
        emails: Sequence[str] = (),
    ) -> Customer:
        """Returns the customer as they are known then. ``emails``: as they would be known."""
        stream = f"customer:{customer}"

        async def decide() -> Decided[Customer]:
            entries = await self._entries(customer)
            known = await self._known(customer)
            added = tuple(email for email in emails if email not in known.emails)
            scene = await self._scene(by, known, added)
            require_actor(scene)
            events, changed = say(known, entries)
            require_no_colleague(scene, added, "emails")
            if not events:
                return Decided(known)
            change = Change(stream, customer, len(entries), by, scene.now, events)
            after = changed[0] if changed else known
            return Decided(after, Commit(delivery, (change,), customers=changed))

        async def standing(_: AlreadyDone) -> Customer:
            return await self._known(customer)

        return await self._keeping.keep(decide, standing)

    async def _entries(self, customer: CustomerId) -> tuple[RegisterEntry, ...]:
        """All there are: nothing else stands in the stream of a customer."""
        return tuple(
            RegisterEntry(entry.at, entry.by, entry.event, entry.version)
            for entry in await self._desk.store.load(f"customer:{customer}")
            if isinstance(entry.event, RegisterEvent)
        )

    async def _known(self, customer: CustomerId) -> Customer:
        known = await self._desk.customers.get(customer)
        if known is None:
            raise refuse(
                "unknown-customer",
                "We do not know this customer.",
                "Choose a customer from the list.",
                field="customer",
            )
        return known

    async def _scene(self, by: StaffId, customer: Customer, emails: Iterable[str]) -> Scene:
        """With the colleagues whose own mail address one of ``emails`` is (Scope)."""
        directory = self._desk.directory
        found = [await directory.by_email(email) for email in emails if email.strip()]
        colleagues = {member.id for member in found if member}
        people = await directory.people(sorted({by, *colleagues}))
        return Scene(self._policy, people, by, self._desk.clock.now(), customer)
