"""What anybody can record of what happened: reports, contacts, corrections, advice."""

from datetime import datetime, timedelta

from hypothesis import strategies as st
from hypothesis.stateful import precondition, rule

from core.case.commands import (
    AssessContact,
    ConcludeMonitoring,
    CorrectEntry,
    LogContact,
    RecordClientTold,
    RecordComplaint,
    RecordCustomerTold,
    RecordLegalAdvice,
    RecordReferral,
    RecordWarningGiven,
    Referral,
    ReportIncident,
    RequestLegalAdvice,
)
from core.case.events import ComplaintTo, MonitoringOutcome, Relation, Response
from core.services.messages import Channel
from core.vocabulary.ids import CaseId, EntryNo, StaffId
from tests.core.disengaging import GRANT, PAT
from tests.core.invariants import inputs
from tests.core.invariants.machine import Machine


class Happening(Machine):
    def ago(self, minutes: int) -> datetime:
        return self.world.memory.clock.time + timedelta(minutes=minutes)

    @rule(
        actor=inputs.actors,
        corresponding=inputs.colleagues,
        means=inputs.means,
        ago=inputs.minutes,
        behaviours=inputs.behaviours,
        text=inputs.texts,
        extreme=st.booleans(),
    )
    def report(
        self,
        actor: StaffId,
        corresponding: StaffId,
        means: str,
        ago: int,
        behaviours: frozenset[str],
        text: str,
        extreme: bool,
    ) -> None:
        command = ReportIncident(
            customer=self.world.customer,
            corresponding=corresponding,
            means=means,
            occurred_at=self.ago(ago),
            behaviours=behaviours,
            topic=GRANT,
            narrative=text,
            extreme=extreme,
        )
        act = self.world.service.report(actor, command, self.world.delivery())
        self.world.attempt("ReportIncident", act)

    @rule(
        actor=inputs.actors,
        means=inputs.means,
        ago=inputs.minutes,
        note=inputs.texts,
        statutory=st.booleans(),
    )
    def log_contact(self, actor: StaffId, means: str, ago: int, note: str, statutory: bool) -> None:
        self.world.does(actor, LogContact(means, self.ago(ago), GRANT, note, statutory))

    @precondition(lambda self: self.world.case.contacts)
    @rule(
        actor=inputs.actors,
        contact=inputs.contacts,
        relation=st.sampled_from(Relation),
        response=st.sampled_from(Response),
    )
    def assess_contact(
        self, actor: StaffId, contact: EntryNo, relation: Relation, response: Response
    ) -> None:
        self.world.does(actor, AssessContact(contact, relation, response))

    @rule(actor=inputs.staff, means=inputs.means)
    def somebody_at_the_same_place_makes_contact(self, actor: StaffId, means: str) -> None:
        """In a case of their own; an alert is told if and only if something binds them too."""
        world = self.world
        occurred_at, behaviours = self.ago(0), frozenset({world.policy.behaviours[0].code})
        report = ReportIncident(PAT.id, actor, means, occurred_at, behaviours, GRANT, "Shouted.")
        theirs = CaseId(PAT.id)
        if world.run(world.memory.desk.cases.summary(theirs)) is None and not (
            world.unless_refused(
                "report of another", world.service.report(actor, report, world.delivery())
            )
        ):
            return
        told = len(world.messages)
        command = LogContact(means, occurred_at, GRANT)
        act = world.service.carry_out(actor, theirs, command, world.delivery())
        if world.unless_refused("contact of another", act):
            alerts = [m for m in world.messages[told:] if m.to is Channel.ALERTS]
            assert bool(alerts) is (PAT.id in world.case.also_bound)

    @precondition(lambda self: self.world.case.proposals)
    @rule(actor=inputs.actors, proposal=inputs.proposals, ago=inputs.minutes, means=inputs.means)
    def give_warning(self, actor: StaffId, proposal: EntryNo, ago: int, means: str) -> None:
        self.world.does(actor, RecordWarningGiven(proposal, self.ago(ago), means))

    @precondition(lambda self: self.world.case.warnings)
    @rule(
        actor=inputs.actors,
        warning=inputs.proposals,
        outcome=st.sampled_from(MonitoringOutcome),
        note=inputs.texts,
    )
    def conclude_monitoring(
        self, actor: StaffId, warning: EntryNo, outcome: MonitoringOutcome, note: str
    ) -> None:
        self.world.does(actor, ConcludeMonitoring(warning, outcome, note))

    @precondition(lambda self: self.world.case.proposals)
    @rule(
        actor=inputs.actors,
        decision=inputs.proposals | inputs.appeals,
        ago=inputs.minutes,
        means=inputs.means,
    )
    def tell_the_customer(self, actor: StaffId, decision: EntryNo, ago: int, means: str) -> None:
        self.world.does(actor, RecordCustomerTold(decision, self.ago(ago), means))

    @rule(actor=inputs.actors, ago=inputs.minutes, means=inputs.means, effect=inputs.texts)
    def tell_the_client(self, actor: StaffId, ago: int, means: str, effect: str) -> None:
        self.world.does(actor, RecordClientTold("Pat", self.ago(ago), means, effect))

    @rule(
        actor=inputs.actors, to=st.sampled_from(ComplaintTo), ago=inputs.minutes, text=inputs.texts
    )
    def complain(self, actor: StaffId, to: ComplaintTo, ago: int, text: str) -> None:
        self.world.does(actor, RecordComplaint(to, "Them", self.ago(ago), text))

    @rule(actor=inputs.actors, question=inputs.texts)
    def ask_legal(self, actor: StaffId, question: str) -> None:
        self.world.does(actor, RequestLegalAdvice(question))

    @precondition(lambda self: self.world.case.legal_advice)
    @rule(actor=inputs.actors, request=inputs.requests, advice=inputs.texts)
    def legal_advises(self, actor: StaffId, request: EntryNo, advice: str) -> None:
        self.world.does(actor, RecordLegalAdvice(request, advice))

    @precondition(lambda self: self.world.case.proposals)
    @rule(actor=inputs.actors, proposal=inputs.proposals, referral=inputs.referral)
    def a_later_word_on_reporting_it(
        self, actor: StaffId, proposal: EntryNo, referral: Referral
    ) -> None:
        self.world.does(actor, RecordReferral(proposal, referral))

    @rule(actor=inputs.actors, back=st.integers(-1, 20), text=inputs.texts)
    def correct(self, actor: StaffId, back: int, text: str) -> None:
        self.world.does(actor, CorrectEntry(EntryNo(self.world.case.version - back), text))
