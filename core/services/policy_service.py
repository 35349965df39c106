"""The policy service behind every adapter: decide, then keep it and what it makes us say."""

from collections.abc import Awaitable, Callable, Iterable
from dataclasses import dataclass, replace
from typing import Final

from core.case.access import check_may_read
from core.case.commands import CaseCommand, LogContact, ReportIncident
from core.case.customers import register_customer
from core.case.decide import decide
from core.case.evolve import fold
from core.case.incidents import Opening, decide_report
from core.case.scene import Scene
from core.case.state import Case, Entry
from core.case.touched import customers_touched, touched_by, touched_in
from core.policy.model import Policy
from core.services.draft import Draft
from core.services.ports import AlreadyDone, Change, Conflict, Desk
from core.services.timeline import entries_of
from core.vocabulary.customer import Customer
from core.vocabulary.ids import CaseId, StaffId
from core.vocabulary.refusal import Refused, refuse

ATTEMPTS: Final = 8
"""How often a decision is made again when others change the case at the same moment."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """The case as it stands now and the entries that were added.

    ``repeated``: this very delivery had been carried out before, so nothing was added.
    """

    case: Case
    added: tuple[Entry, ...]
    repeated: bool = False


class PolicyService:
    """What people can have done. Everything is authorised, decided and kept here.

    Every method raises ``Refused`` where the policy says no; nothing has changed then.
    ``delivery`` names the request: the same name a second time changes nothing and answers with
    the case as it stands (``Outcome.repeated``).
    """

    def __init__(self, policy: Policy, desk: Desk) -> None:
        self._policy = policy
        self._desk = desk

    async def report(self, actor: StaffId, command: ReportIncident, delivery: str) -> Outcome:
        """Record an incident, in the customer's open case or in a new one."""

        async def attempt() -> Draft:
            customer, registration = await self._customer(actor, command)
            known = await self._desk.cases.open_case_of(customer.id)
            history = await self._history(known) if known else ()
            case = fold(history) if history else self._opening(customer)
            touched = touched_by(command) | await self._colleagues_at(customer.emails)
            scene = await self._scene(actor, case, customer, touched)
            events = decide_report(scene, case, command)
            return Draft(scene, case, history, events, registration)

        return await self._until_kept(attempt, delivery)

    async def carry_out(
        self, actor: StaffId, case: CaseId, command: CaseCommand, delivery: str
    ) -> Outcome:
        """Do one thing in a case that stands."""

        async def attempt() -> Draft:
            history = await self._history(case)
            standing = fold(history)
            scene = await self._scene_of(actor, standing, touched_by(command))
            scene = await self._with_others(scene, standing, command)
            return Draft(scene, standing, history, decide(scene, standing, command))

        return await self._until_kept(attempt, delivery)

    async def case(self, case: CaseId) -> Case:
        """The case as it stands, for drawing messages about it. Refuses an unknown one."""
        return fold(await self._history(case))

    async def timeline(self, reader: StaffId, case: CaseId) -> tuple[Entry, ...]:
        """Every entry of the case, for a colleague who may read it (policy file, ``access``)."""
        history = await self._history(case)
        standing = fold(history)
        check_may_read(await self._scene_of(reader, standing), standing)
        return history

    async def _until_kept(self, attempt: Callable[[], Awaitable[Draft]], delivery: str) -> Outcome:
        """Decide and keep; when somebody else was faster, look again and decide anew."""
        for _ in range(ATTEMPTS):
            try:
                draft = await attempt()
            except Refused:
                # What a first delivery did may be the very reason why the second is refused.
                if done := await self._desk.store.was_done(delivery):
                    return await self._repeated(done)
                raise
            try:
                await self._desk.store.commit(draft.commit(delivery))
            except Conflict:
                continue
            except AlreadyDone as done:
                return await self._repeated(done)
            return Outcome(draft.case, draft.added)
        raise refuse(
            "busy", "Several people are changing this case at this moment.", "Try again shortly."
        )

    async def _repeated(self, done: AlreadyDone) -> Outcome:
        if done.case is None:
            raise ValueError("this delivery concerned no case")
        return Outcome(await self.case(done.case), (), repeated=True)

    async def _history(self, case: CaseId) -> tuple[Entry, ...]:
        history = entries_of(await self._desk.store.load(f"case:{case}"))
        if not history:
            raise refuse(
                "unknown-case",
                "We do not know this case.",
                "Check the reference, or look the customer up.",
            )
        return history

    async def _scene_of(self, actor: StaffId, case: Case, touched: Iterable[StaffId] = ()) -> Scene:
        customer = await self._desk.customers.get(case.customer)
        return await self._scene(actor, case, customer, touched)

    async def _scene(
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
        is_contact = isinstance(command, LogContact)
        bound = is_contact and bool(await self._desk.cases.binding(case.customer))
        return replace(scene, others=others, bound=bound)

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
            return known, None
        if not isinstance(named, Customer):
            raise refuse(
                "unknown-customer",
                "We do not know this customer.",
                "Choose a customer from the list, or enter the particulars of a new one.",
                field="customer",
            )
        event = register_customer(named)
        now = self._desk.clock.now()
        return named, Change(f"customer:{named.id}", named.id, 0, actor, now, (event,))

    def _opening(self, customer: Customer) -> Opening:
        """A case bears its customer's id, so that two first reports at once meet in one case."""
        return Opening(CaseId(customer.id), self._desk.ids.reference("UCB"), customer.id)
