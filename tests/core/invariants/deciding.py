"""What anybody can propose, decide, challenge or be reminded of."""

from datetime import timedelta
from typing import Any

from hypothesis import strategies as st
from hypothesis.stateful import precondition, rule

from core.case.commands import (
    Approve,
    DecideAppeal,
    GiveInformation,
    Propose,
    RaiseAppeal,
    Referral,
    Reject,
    Remind,
    RequestInformation,
    Withdraw,
)
from core.case.duties.owing import duties
from core.case.duties.reminders import due_reminder
from core.case.events import AppealOutcome, Variation
from core.case.proposals import (
    Considerations,
    DisengagementMatter,
    DisengagementOutcome,
    DisengagementReviewMatter,
    ExtensionMatter,
    Grounds,
    ReviewMatter,
    ReviewOutcome,
    SanctionsMatter,
    WarningMatter,
)
from core.vocabulary.ids import SYSTEM, CustomerId, EntryNo, StaffId
from tests.core.disengaging import PAT
from tests.core.invariants import inputs
from tests.core.invariants.inputs import in_days
from tests.core.invariants.machine import Machine
from tests.core.story import CASEY

persons = st.sampled_from([PAT.id, PAT.id, CASEY.id, CustomerId("nobody")])


class Deciding(Machine):
    @rule(actor=inputs.actors, days=st.integers(0, 60), text=inputs.texts)
    def propose_warning(self, actor: StaffId, days: int, text: str) -> None:
        self.world.does(actor, Propose(WarningMatter(text, "Please stop.", days)))

    @rule(
        actor=inputs.actors,
        data=st.data(),
        days=inputs.ahead,
        text=inputs.texts,
        considered=inputs.considered,
        grounds=st.sampled_from(Grounds),
        corresponding=st.none() | inputs.colleagues,
    )
    def propose_sanctions(
        self,
        actor: StaffId,
        data: st.DataObject,
        days: int,
        text: str,
        considered: Considerations,
        grounds: Grounds,
        corresponding: StaffId | None,
    ) -> None:
        chosen = data.draw(st.lists(inputs.some_terms(self.world), max_size=2).map(tuple))
        review_on = self.world.today + timedelta(days=days)
        matter = SanctionsMatter(chosen, text, text, review_on, considered, grounds)
        self.world.does(actor, Propose(matter, corresponding))

    @precondition(lambda self: self.world.case.sanctions)
    @rule(
        actor=inputs.actors,
        sanction=inputs.sanctions,
        outcome=st.sampled_from(ReviewOutcome),
        data=st.data(),
        days=st.none() | inputs.ahead,
        text=inputs.texts,
    )
    def propose_review(
        self,
        actor: StaffId,
        sanction: EntryNo,
        outcome: ReviewOutcome,
        data: st.DataObject,
        days: int | None,
        text: str,
    ) -> None:
        changed = data.draw(st.none() | inputs.some_terms(self.world))
        next_on = in_days(self.world.today, days)
        self.world.does(actor, Propose(ReviewMatter(sanction, outcome, text, next_on, changed)))

    @rule(
        actor=inputs.actors,
        topics=inputs.topics,
        days=inputs.ahead,
        considered=inputs.considered,
        grounds=st.sampled_from(Grounds),
    )
    def propose_disengagement(
        self,
        actor: StaffId,
        topics: tuple[str, ...],
        days: int,
        considered: Considerations,
        grounds: Grounds,
    ) -> None:
        review_on = self.world.today + timedelta(days=days)
        matter = DisengagementMatter(topics, "Why.", "Tried.", review_on, considered, grounds)
        self.world.does(actor, Propose(matter))

    @precondition(lambda self: self.world.case.disengagements)
    @rule(
        actor=inputs.actors,
        notice=inputs.notices,
        outcome=st.sampled_from(DisengagementOutcome),
        days=st.none() | inputs.ahead,
        topics=st.none() | inputs.topics,
    )
    def propose_review_of_disengagement(
        self,
        actor: StaffId,
        notice: EntryNo,
        outcome: DisengagementOutcome,
        days: int | None,
        topics: tuple[str, ...] | None,
    ) -> None:
        next_on = in_days(self.world.today, days)
        matter = DisengagementReviewMatter(notice, outcome, "We looked.", next_on, topics)
        self.world.does(actor, Propose(matter))

    @precondition(lambda self: self.world.case.sanctions or self.world.case.disengagements)
    @rule(actor=inputs.actors, measure=inputs.measures, person=persons, need=inputs.texts)
    def propose_extension(
        self, actor: StaffId, measure: EntryNo, person: CustomerId, need: str
    ) -> None:
        self.world.does(actor, Propose(ExtensionMatter(measure, person, need)))

    @precondition(lambda self: self.world.case.open_proposals)
    @rule(actor=inputs.actors, proposal=inputs.open_proposals, referrals=inputs.referrals)
    def approve_what_is_open(
        self, actor: StaffId, proposal: EntryNo, referrals: tuple[Referral, ...]
    ) -> None:
        self.world.does(actor, Approve(proposal, referrals))

    @precondition(lambda self: self.world.case.open_proposals)
    @rule(proposal=inputs.open_proposals, referrals=inputs.referrals)
    def whoever_is_asked_approves(self, proposal: EntryNo, referrals: tuple[Referral, ...]) -> None:
        approver = self.world.case.proposals[proposal].approver
        self.world.does(approver, Approve(proposal, referrals))

    @precondition(lambda self: self.world.case.proposals)
    @rule(
        actor=inputs.actors,
        proposal=inputs.proposals,
        act=st.sampled_from([Approve, Reject, RequestInformation, GiveInformation, Withdraw]),
        text=inputs.texts,
    )
    def say_about_a_proposal(self, actor: StaffId, proposal: EntryNo, act: Any, text: str) -> None:
        self.world.does(actor, Approve(proposal) if act is Approve else act(proposal, text))

    @precondition(lambda self: self.world.case.proposals)
    @rule(actor=inputs.actors, decision=inputs.proposals, ago=inputs.minutes, text=inputs.texts)
    def appeal(self, actor: StaffId, decision: EntryNo, ago: int, text: str) -> None:
        raised_at = self.world.memory.clock.time + timedelta(minutes=ago)
        self.world.does(actor, RaiseAppeal(decision, text, raised_at))

    @precondition(lambda self: self.world.case.appeals)
    @rule(
        actor=inputs.actors,
        appeal=inputs.appeals,
        outcome=st.sampled_from(AppealOutcome),
        measures=st.lists(inputs.measures, max_size=2),
        topics=st.none() | inputs.topics,
        data=st.data(),
    )
    def answer_appeal(
        self,
        actor: StaffId,
        appeal: EntryNo,
        outcome: AppealOutcome,
        measures: list[EntryNo],
        topics: tuple[str, ...] | None,
        data: st.DataObject,
    ) -> None:
        terms = data.draw(st.none() | inputs.some_terms(self.world))
        varied = tuple(Variation(measure, terms, topics) for measure in measures)
        handler = self.world.case.appeals[appeal].handler
        by = data.draw(st.sampled_from([actor, handler]))
        self.world.does(by, DecideAppeal(appeal, outcome, "We looked.", varied))

    @rule(actor=inputs.actors | st.just(SYSTEM), pick=st.integers(0, 9), back=st.integers(0, 2))
    def remind(self, actor: StaffId, pick: int, back: int) -> None:
        world = self.world
        if owed := duties(world.scene, world.case):
            duty = owed[pick % len(owed)]
            due = due_reminder(duty, world.case.reminded, world.today)
            step, step_on = (due.step, due.step_on) if due else ("on-the-day", world.today)
            day = step_on - timedelta(days=back)
            world.does(actor, Remind(duty.kind, duty.about, step, day))
