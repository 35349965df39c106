"""What happens meanwhile: time passes, colleagues come and go, customers turn out to be others."""

from dataclasses import replace
from datetime import timedelta

from hypothesis import strategies as st
from hypothesis.stateful import precondition, rule

from core.policy.model import LogLevel
from core.vocabulary.customer import CustomerKind
from core.vocabulary.ids import StaffId
from core.vocabulary.people import Role
from tests.core.disengaging import PAT
from tests.core.invariants import inputs
from tests.core.invariants.machine import Machine
from tests.core.invariants.record import CASE
from tests.core.invariants.standing_in import pass_on_what_waits
from tests.core.invariants.steps import (
    remind_of_everything_due,
    to_the_day_of_the_next_reminder,
    to_the_first_day_of_re_engagement,
)
from tests.core.story import CASEY

kinds = st.frozensets(st.sampled_from(CustomerKind))


class Meanwhile(Machine):
    @rule(hours=st.sampled_from([0.02, 0.5, 5, 24, 24 * 3, 24 * 20, 24 * 100, 24 * 400]))
    def time_passes(self, hours: float) -> None:
        self.world.memory.clock.forward(hours=hours)

    @rule()
    def the_bot_looks_what_is_due(self) -> None:
        remind_of_everything_due(self.world)

    @rule()
    def the_bot_looks_who_stands_in(self) -> None:
        pass_on_what_waits(self.world)

    @rule()
    def the_day_of_the_next_reminder_comes(self) -> None:
        to_the_day_of_the_next_reminder(self.world)

    @precondition(lambda self: self.world.case.disengaged)
    @rule(but=st.sampled_from([0, 1, 30]))
    def the_clear_years_are_over(self, but: int) -> None:
        """... or over but for ``but`` days."""
        to_the_first_day_of_re_engagement(self.world, but=but)

    # -- colleagues ----------------------------------------------------------------------

    @rule(who=inputs.staff, grade=inputs.grades)
    def somebody_is_of_another_grade(self, who: StaffId, grade: str) -> None:
        self.employ(who, grade=grade)

    @precondition(lambda self: self.world.case.open_proposals)
    @rule()
    def the_proposer_is_promoted(self) -> None:
        """... to the grade of the very person who is asked to decide."""
        proposal, staff = self.world.case.open_proposals[0], self.world.staff
        self.employ(proposal.proposed_by, grade=staff[proposal.approver].grade)

    @rule(who=inputs.staff, active=st.booleans())
    def somebody_leaves_or_returns(self, who: StaffId, active: bool) -> None:
        self.employ(who, active=active)

    @rule(who=inputs.staff, manager=st.none() | inputs.staff)
    def somebody_has_another_manager(self, who: StaffId, manager: StaffId | None) -> None:
        """Even one who reports to them."""
        self.employ(who, line_manager=manager)

    @rule(who=inputs.staff, roles=st.frozensets(st.sampled_from(Role), max_size=2))
    def somebody_has_other_responsibilities(self, who: StaffId, roles: frozenset[Role]) -> None:
        self.employ(who, roles=roles)

    @rule(
        by=inputs.actors,
        who=inputs.staff,
        deputy=st.none() | inputs.staff,
        first=st.integers(-5, 5),
        days=st.integers(-1, 60),
    )
    def somebody_is_away(
        self, by: StaffId, who: StaffId, deputy: StaffId | None, first: int, days: int
    ) -> None:
        world = self.world
        begins = world.today + timedelta(days=first)
        ends = begins + timedelta(days=days)
        act = world.register.name_deputy(by, who, deputy, begins, ends, world.delivery())
        world.unless_refused("name_deputy", act)

    @precondition(lambda self: self.world.case.open_proposals)
    @rule(deputy=st.none() | inputs.staff, days=st.integers(0, 30))
    def whoever_is_asked_is_away(self, deputy: StaffId | None, days: int) -> None:
        asked = self.world.case.open_proposals[0].approver
        self.somebody_is_away(asked, asked, deputy, 0, days)

    @precondition(lambda self: any(each.waits_for for each in self.world.case.contacts))
    @rule(deputy=st.none() | inputs.staff, days=st.integers(0, 30))
    def a_manager_who_was_asked_is_away(self, deputy: StaffId | None, days: int) -> None:
        asked = next(each.waits_for for each in self.world.case.contacts if each.waits_for)
        self.somebody_is_away(asked, asked, deputy, 0, days)

    @rule(by=inputs.actors, who=inputs.staff)
    def somebody_is_here_after_all(self, by: StaffId, who: StaffId) -> None:
        world = self.world
        for absence in world.staff[who].absences[:1]:
            act = world.register.take_back_absence(by, who, absence.first, world.delivery())
            world.unless_refused("take_back_absence", act)

    @rule()
    def everyone_is_back_as_they_were(self) -> None:
        self.world.memory.employ(*self.body.staff)

    def employ(self, who: StaffId, **changed: object) -> None:
        member = self.world.staff.get(who)
        if member:
            self.world.memory.employ(replace(member, **changed))  # type: ignore[arg-type]

    # -- customers -----------------------------------------------------------------------

    @rule(by=inputs.actors, kinds=kinds, employer=st.sampled_from(["", "Agents Ltd"]))
    def the_customer_turns_out_to_be(
        self, by: StaffId, kinds: frozenset[CustomerKind], employer: str
    ) -> None:
        world = self.world
        customer = replace(world.customer, kinds=kinds, employer=employer)
        act = world.customers.change(by, customer, world.delivery())
        if world.unless_refused("change", act):
            world.customer = customer

    @rule(kinds=kinds)
    def the_one_at_the_same_place_turns_out_to_be(self, kinds: frozenset[CustomerKind]) -> None:
        self.world.memory.know(replace(PAT, kinds=kinds))

    @rule(by=inputs.actors, who=inputs.staff)
    def the_customer_turns_out_to_be_a_colleague(self, by: StaffId, who: StaffId) -> None:
        """For a while: no report about them is taken."""
        world = self.world
        theirs = (world.staff[who].email,)
        for emails in (theirs, CASEY.emails):
            customer = replace(world.customer, emails=emails)
            act = world.customers.change(by, customer, world.delivery())
            world.unless_refused("change", act)

    @rule(reader=inputs.actors)
    def somebody_looks_into_the_log(self, reader: StaffId) -> None:
        """What they read is what is in force; that they read it is kept."""
        world = self.world
        looks = len(world.memory.store.stream(f"views:{CASE}"))
        entry = world.unless_refused("look", world.log.look(reader, CASE, world.delivery()))
        if entry is None:
            return
        case = world.case
        in_force = {*(s.no for s in case.in_force), *(d.no for d in case.disengaged)}
        assert {measure.measure for measure in entry.measures} == in_force
        assert len(world.memory.store.stream(f"views:{CASE}")) == looks + 1
        assert (entry.customer is None) is (entry.level is LogLevel.GUIDANCE)
