"""Decisions as drafts: all that is read for one, and what follows from it; nothing is kept yet."""

from collections.abc import Iterable
from dataclasses import replace

from core.case.commands import CaseCommand, LogContact, ReportIncident
from core.case.decide import decide
from core.case.evolve import fold
from core.case.recording.incidents import Opening, decide_report
from core.case.register.customers import register_customer
from core.case.scene import Scene
from core.case.state import Case, Entry
from core.case.touched import customers_touched, touched_by, touched_in
from core.policy.model import Policy
from core.services.deciding.draft import Draft
from core.services.deciding.timeline import entries_of
from core.services.one_person import OnePerson, is_bound_elsewhere, open_case_of, person_of
from core.services.ports.desk import Change, Desk
from core.vocabulary.customer import Customer
from core.vocabulary.ids import CaseId, CustomerId, StaffId
from core.vocabulary.refusal import Refused, refuse


class Drafting:
    """Every method raises ``Refused`` where the policy says no."""

    def __init__(self, policy: Policy, desk: Desk) -> None:
        self._policy = policy
        self._desk = desk

    async def report(
        self, actor: StaffId, command: ReportIncident, case: CaseId | None = None
    ) -> Draft:
        """An incident of the person for whom the record named stands.

        In ``case``, a case of theirs; ``None``: in the open case of any record of theirs, or in a
        new one.
        """
        customer, registration = await self._customer(actor, command)
        person = await person_of(self._desk.customers, customer)
        known = case or await open_case_of(self._desk.cases, person.records)
        history = await self.history(known) if known else ()
        standing = fold(history) if history else self._opening(person)
        touched = touched_by(command) | await self._colleagues_at(customer.emails)
        whose = customer if standing.customer == customer.id else None
        whose = whose or await self._desk.customers.get(standing.customer)
        scene = await self.scene(actor, standing, whose, touched)
        return Draft(
            scene, standing, history, decide_report(scene, standing, command), registration
        )

    async def carry_out(self, actor: StaffId, case: CaseId, command: CaseCommand) -> Draft:
        history = await self.history(case)
        standing = fold(history)
        scene = await self.scene_of(actor, standing, touched_by(command))
        scene = await self._with_others(scene, standing, command)
        draft = Draft(scene, standing, history, decide(scene, standing, command))
        draft.bound_otherwise |= await self._records_of(draft.bound_otherwise)
        return draft

    async def history(self, case: CaseId) -> tuple[Entry, ...]:
        history = entries_of(await self._desk.store.load(f"case:{case}"))
        if not history:
            raise refuse(
                "unknown-case",
                "We do not know this case.",
                "Check the reference, or look the customer up.",
            )
        return history

    async def scene_of(self, actor: StaffId, case: Case, touched: Iterable[StaffId] = ()) -> Scene:
        customer = await self._desk.customers.get(case.customer)
        return await self.scene(actor, case, customer, touched)

    async def scene(
        self,
        actor: StaffId,
        case: Case | Opening,
        customer: Customer | None,
        touched: Iterable[StaffId],
    ) -> Scene:
        involved = touched_in(case) if isinstance(case, Case) else frozenset[StaffId]()
        people = await self._desk.directory.people(sorted({actor, *touched, *involved}))
        desk = self._desk
        return Scene(self._policy, people, actor, desk.clock.now(), customer, desk.calendar)

    async def _with_others(self, scene: Scene, case: Case, command: CaseCommand) -> Scene:
        """Shows the other customers it concerns, and what binds this one elsewhere (Scope)."""
        named = sorted(customers_touched(case, command))
        known = [await self._desk.customers.get(customer) for customer in named]
        others = tuple(customer for customer in known if customer)
        bound = isinstance(command, LogContact) and await self._is_bound(
            command.person or case.customer, case
        )
        return replace(scene, others=others, bound=bound)

    async def _records_of(self, customers: Iterable[CustomerId]) -> frozenset[CustomerId]:
        """Every record of these people."""
        known = [await self._desk.customers.get(customer) for customer in sorted(customers)]
        people = [await person_of(self._desk.customers, record) for record in known if record]
        return frozenset(record for person in people for record in person.records)

    async def _is_bound(self, customer: CustomerId, case: Case) -> bool:
        record = await self._desk.customers.get(customer)
        if record is None:
            return False
        person = await person_of(self._desk.customers, record)
        return await is_bound_elsewhere(self._desk.cases, person, case.id)

    async def _colleagues_at(self, emails: Iterable[str]) -> frozenset[StaffId]:
        """Colleagues whose own mail address one of these is (Scope)."""
        found = [await self._desk.directory.by_email(email) for email in emails if email.strip()]
        return frozenset(member.id for member in found if member)

    async def _customer(
        self, actor: StaffId, command: ReportIncident
    ) -> tuple[Customer, Change | None]:
        """The customer reported, and their registration when they are new to us."""
        named = command.customer
        known = await self._desk.customers.get(named.id if isinstance(named, Customer) else named)
        if known:
            return await self._standing_for(known), None
        if not isinstance(named, Customer):
            raise _unknown()
        event = register_customer(named)
        now = self._desk.clock.now()
        return named, Change(f"customer:{named.id}", named.id, 0, actor, now, (event,))

    async def _standing_for(self, known: Customer) -> Customer:
        if known.merged_into is None:
            return known
        return await self._desk.customers.get(known.merged_into) or known

    def _opening(self, person: OnePerson) -> Opening:
        """A case bears its customer's id, so that two first reports at once meet in one case."""
        reference = self._desk.ids.reference("UCB")
        return Opening(CaseId(person.standing), reference, person.standing)


def _unknown() -> Refused:
    return refuse(
        "unknown-customer",
        "We do not know this customer.",
        "Choose a customer from the list, or enter the particulars of a new one.",
        field="customer",
    )
