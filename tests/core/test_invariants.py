"""What must hold whatever anybody does, in whatever order, at whatever time.

The real policy service works over a desk in memory. ``--hypothesis-profile=thorough`` goes deeper.
"""

import asyncio
from collections.abc import Coroutine, Iterator
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from typing import Any, TypeVar

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
)

from core.case.commands import (
    Approve,
    CaseCommand,
    CorrectEntry,
    GiveInformation,
    LogContact,
    Propose,
    RecordWarningGiven,
    Reject,
    RemindReview,
    ReportIncident,
    RequestInformation,
    Withdraw,
)
from core.case.events import IncidentReported as Incident
from core.case.events import (
    ProposalApproved,
    ProposalRejected,
    SanctionApplied,
    WarningGiven,
)
from core.case.evolve import fold
from core.case.proposals import ReviewMatter, ReviewOutcome, SanctionsMatter, WarningMatter
from core.case.reminders import due_reminder
from core.case.stage import continued_after_warning
from core.case.state import Case, Entry, ProposalStatus, Sanction
from core.case.terms import (
    CallTimesTerms,
    DatesTerms,
    MeansTerms,
    NamedContactTerms,
    SanctionTerms,
    ThirdPartyTerms,
)
from core.services.policy_service import Outcome, PolicyService
from core.services.summarise import summarise
from core.services.timeline import entries_of
from core.vocabulary.customer import Customer
from core.vocabulary.ids import SYSTEM, CaseId, CustomerId, EntryNo, StaffId
from core.vocabulary.people import StaffMember
from core.vocabulary.refusal import Refused
from tests.core.story import POLICY
from tests.support.memory import memory_desk
from tests.support.people import ASHA, CLEO, DEVI, FRAN, IRA, MORGAN, NOOR, ORGANISATION, SENA

T = TypeVar("T")

CASEY = Customer(CustomerId("casey"), "CUS-1", "Casey Customer")
CASE = CaseId("casey")

# Those near the case come up more often, so that stories get far.
actors = st.sampled_from(
    [
        *(ASHA.id, ASHA.id, ASHA.id, SENA.id, MORGAN.id, MORGAN.id, MORGAN.id, DEVI.id, DEVI.id),
        *(CLEO.id, NOOR.id, FRAN.id, IRA.id, StaffId("stranger"), SYSTEM),
    ]
)
near = st.sampled_from([ASHA.id, SENA.id, MORGAN.id])
line = st.sampled_from([MORGAN.id, MORGAN.id, DEVI.id, CLEO.id])
grades = st.sampled_from(["adviser", "manager", "manager", "deputy-director"])
colleagues = st.sampled_from([ASHA.id, SENA.id, MORGAN.id, IRA.id, StaffId("stranger")])
texts = st.sampled_from(
    ["So it was.", "Calm.", "😡 <!channel> שלום", "Line\nline", " ", "x" * 3001]
)
means = st.sampled_from(["phone", "email", "letter", "web-form", "pigeon"])
minutes = st.integers(-3 * 24 * 60, 5)
picks = st.integers(0, 5)
days = st.sampled_from([0, 1, 30, 90, 365, 366])


BY_EMAIL = SanctionTerms("specified-form", MeansTerms(frozenset({"email"})))
BY_LETTER = SanctionTerms("specified-form", MeansTerms(frozenset({"letter"})))
MORNINGS = SanctionTerms("call-times", CallTimesTerms(frozenset({0}), time(9), time(12)))
GOOD_TERMS = st.sampled_from([BY_EMAIL, BY_LETTER, MORNINGS])


@st.composite
def terms(draw: st.DrawFn, today: date) -> SanctionTerms:
    ahead = draw(st.integers(-1, 30))
    return draw(
        st.sampled_from(
            [
                BY_EMAIL,
                BY_LETTER,
                SanctionTerms("named-contact", NamedContactTerms(draw(colleagues))),
                MORNINGS,
                SanctionTerms("third-party", ThirdPartyTerms(draw(texts))),
                SanctionTerms("specified-dates", DatesTerms((today + timedelta(days=ahead),))),
                SanctionTerms("exile", ThirdPartyTerms("Far away")),
            ]
        )
    )


def local_day(moment: datetime) -> date:
    return moment.astimezone(POLICY.zone).date()


class WhateverAnybodyDoes(RuleBasedStateMachine):
    def __init__(self) -> None:
        super().__init__()
        self.loop = asyncio.new_event_loop()
        self.memory = memory_desk()
        self.service = PolicyService(POLICY, self.memory.desk)
        self.seen: tuple[Entry, ...] = ()
        self.folded: Case | None = None
        self.grades: dict[EntryNo, tuple[str, str]] = {}
        self.deliveries = 0
        self.last: tuple[StaffId, CaseCommand, str] | None = None

    def teardown(self) -> None:
        self.loop.close()

    # -- what anybody can do -------------------------------------------------------------

    @initialize(
        steps=st.sampled_from([0, 1, 2, 3, 3, 3, 4, 5, 6, 7, 8]),
        proposer=near,
        outcome=st.sampled_from(ReviewOutcome),
        impatient=st.booleans(),
    )
    def so_far(
        self, steps: int, proposer: StaffId, outcome: ReviewOutcome, impatient: bool
    ) -> None:
        self.report(ASHA.id, ASHA.id, "phone", 0, "Grant")
        for _ in range(steps):
            self.the_story_goes_on(proposer, outcome)
        if impatient:
            self.propose_sanctions_in_good_form(proposer, (BY_EMAIL,), 30)

    @rule(proposer=near, outcome=st.sampled_from(ReviewOutcome))
    def the_story_goes_on(self, proposer: StaffId, outcome: ReviewOutcome) -> None:
        """The step that the policy foresees next, so that whole stories come about."""
        case, now = self.case, self.memory.clock.time
        to_give = [
            p.no
            for p in case.proposals.values()
            if isinstance(p.matter, WarningMatter)
            and p.status is ProposalStatus.APPROVED
            and p.no not in [w.proposal for w in case.warnings]
        ]
        if case.open_proposals:
            self.decide(case.open_proposals[0].approver, case.open_proposals[0].no)
        elif to_give:
            self.does(case.owner, RecordWarningGiven(to_give[0], now, "letter"))
        elif not case.warnings:
            self.does(proposer, Propose(WarningMatter("It is abusive.", "Please stop.", 28)))
        elif not continued_after_warning(case):
            self.memory.clock.forward(hours=5)
            self.report(proposer, ASHA.id, "phone", 0, "Grant")
        elif not case.in_force:
            review_on = self.today + timedelta(days=30)
            matter = SanctionsMatter((BY_EMAIL,), "It went on.", "We explained.", review_on)
            self.does(proposer, Propose(matter))
        else:
            sanction = case.in_force[0]
            next_on = None if outcome is ReviewOutcome.LIFT else self.today + timedelta(days=30)
            other = BY_LETTER if sanction.terms == BY_EMAIL else BY_EMAIL
            changed = other if outcome is ReviewOutcome.CHANGE else None
            review = ReviewMatter(sanction.no, outcome, "We looked again.", next_on, changed)
            self.does(proposer, Propose(review))

    @rule(actor=actors, corresponding=colleagues, means=means, ago=minutes, topic=texts)
    def report(
        self, actor: StaffId, corresponding: StaffId, means: str, ago: int, topic: str
    ) -> None:
        command = ReportIncident(
            customer=CASEY,
            corresponding=corresponding,
            means=means,
            occurred_at=self.memory.clock.time + timedelta(minutes=ago),
            behaviours=frozenset({"abusive"}),
            topic=topic,
            narrative="Casey shouted.",
        )
        self.attempt(self.service.report(actor, command, self.delivery()))

    @rule(actor=actors, means=means, ago=minutes, note=texts)
    def log_contact(self, actor: StaffId, means: str, ago: int, note: str) -> None:
        occurred_at = self.memory.clock.time + timedelta(minutes=ago)
        self.does(actor, LogContact(means, occurred_at, "Grant", note))

    @rule(actor=actors, days=st.integers(0, 60), text=texts)
    def propose_warning(self, actor: StaffId, days: int, text: str) -> None:
        self.does(actor, Propose(WarningMatter(text, "Please stop.", days)))

    @rule(
        proposer=near, sanctions=st.lists(GOOD_TERMS, min_size=1, max_size=2).map(tuple), days=days
    )
    def propose_sanctions_in_good_form(
        self, proposer: StaffId, sanctions: tuple[SanctionTerms, ...], days: int
    ) -> None:
        """Whether the case is ripe for it or not."""
        review_on = self.today + timedelta(days=days)
        matter = SanctionsMatter(sanctions, "It went on.", "We explained.", review_on)
        self.does(proposer, Propose(matter))

    @rule(actor=actors, data=st.data(), days=days, text=texts)
    def propose_sanctions(self, actor: StaffId, data: st.DataObject, days: int, text: str) -> None:
        chosen = data.draw(st.lists(terms(self.today), max_size=3).map(tuple))
        review_on = self.today + timedelta(days=days)
        matter = SanctionsMatter(chosen, "It went on.", text, review_on)
        corresponding = data.draw(st.none() | colleagues)
        self.does(actor, Propose(matter, corresponding))

    @precondition(lambda self: self.case.sanctions)
    @rule(
        actor=actors, pick=picks, outcome=st.sampled_from(ReviewOutcome), data=st.data(), text=texts
    )
    def propose_review(
        self, actor: StaffId, pick: int, outcome: ReviewOutcome, data: st.DataObject, text: str
    ) -> None:
        changed = data.draw(st.none() | terms(self.today))
        next_on = data.draw(st.none() | days)
        next_review_on = None if next_on is None else self.today + timedelta(days=next_on)
        sanction = self.pick(self.case.sanctions, pick)
        self.does(actor, Propose(ReviewMatter(sanction, outcome, text, next_review_on, changed)))

    @precondition(lambda self: self.case.open_proposals)
    @rule(actor=line)
    def approve_what_is_open(self, actor: StaffId) -> None:
        self.decide(actor, self.case.open_proposals[0].no)

    @precondition(lambda self: self.case.proposals)
    @rule(actor=actors, pick=picks)
    def approve(self, actor: StaffId, pick: int) -> None:
        self.decide(actor, self.a_proposal(pick))

    def decide(self, actor: StaffId, no: EntryNo) -> None:
        """Approve, and remember the grades of that moment."""
        proposer = self.memory.store.staff[self.case.proposals[no].proposed_by]
        if self.does(actor, Approve(no)):
            self.grades[no] = (proposer.grade, self.memory.store.staff[actor].grade)

    @precondition(lambda self: self.case.proposals)
    @rule(
        actor=actors,
        pick=picks,
        act=st.sampled_from([Reject, RequestInformation, GiveInformation, Withdraw]),
        text=texts,
    )
    def say_about_a_proposal(self, actor: StaffId, pick: int, act: Any, text: str) -> None:
        self.does(actor, act(self.a_proposal(pick), text))

    @precondition(lambda self: self.case.proposals)
    @rule(actor=actors, pick=picks, ago=minutes, means=means)
    def give_warning(self, actor: StaffId, pick: int, ago: int, means: str) -> None:
        given_at = self.memory.clock.time + timedelta(minutes=ago)
        self.does(actor, RecordWarningGiven(self.a_proposal(pick), given_at, means))

    @rule(actor=actors, back=st.integers(-1, 20), text=texts)
    def correct(self, actor: StaffId, back: int, text: str) -> None:
        self.does(actor, CorrectEntry(EntryNo(self.case.version - back), text))

    @precondition(lambda self: self.case.sanctions)
    @rule(actor=actors | st.just(SYSTEM), pick=picks, back=st.integers(0, 3))
    def remind(self, actor: StaffId, pick: int, back: int) -> None:
        sanction = self.case.sanctions[self.pick(self.case.sanctions, pick)]
        due = due_reminder(POLICY.review, sanction, self.today)
        step, due_on = (due.step, due.due_on) if due else ("on-the-day", self.today)
        self.does(actor, RemindReview(sanction.no, step, due_on - timedelta(days=back)))

    # -- what happens meanwhile ----------------------------------------------------------

    @rule(hours=st.sampled_from([1, 5, 24, 24 * 20, 24 * 100]))
    def time_passes(self, hours: int) -> None:
        self.memory.clock.forward(hours=hours)

    @rule(who=st.sampled_from([ASHA, SENA, MORGAN, DEVI]), grade=grades)
    def grade_changes(self, who: StaffMember, grade: str) -> None:
        self.memory.employ(replace(self.memory.store.staff[who.id], grade=grade))

    @precondition(lambda self: self.case.open_proposals)
    @rule()
    def the_proposer_is_promoted(self) -> None:
        """... to the grade of the very person who is asked to decide."""
        proposal, staff = self.case.open_proposals[0], self.memory.store.staff
        promoted = replace(staff[proposal.proposed_by], grade=staff[proposal.approver].grade)
        self.memory.employ(promoted)

    @rule(who=st.sampled_from([MORGAN, SENA, FRAN]), active=st.booleans())
    def comes_or_goes(self, who: StaffMember, active: bool) -> None:
        self.memory.employ(replace(self.memory.store.staff[who.id], active=active))

    @rule()
    def everyone_is_back_as_they_were(self) -> None:
        self.memory.employ(*ORGANISATION)

    @precondition(lambda self: self.last is not None)
    @rule()
    def the_last_request_arrives_again(self) -> None:
        assert self.last is not None
        actor, command, delivery = self.last
        again = self.run(self.service.carry_out(actor, CASE, command, delivery))
        assert again.repeated
        assert again.added == ()
        assert again.case == self.case

    # -- what must hold ------------------------------------------------------------------

    @invariant()
    def the_timeline_only_grows(self) -> None:
        now = self.kept()
        assert now[: len(self.seen)] == self.seen
        assert [entry.no for entry in now] == list(range(1, len(now) + 1))
        self.seen = now

    @invariant()
    def the_summary_is_drawn_from_the_case_as_it_stands(self) -> None:
        assert self.memory.store.summaries.get(CASE) == summarise(POLICY, self.case)

    @invariant()
    def nothing_is_in_force_without_two_people_of_different_grades(self) -> None:
        for sanction, proposal in self.applied():
            assert sanction.proposed_by != sanction.approved_by
            proposers, approvers = self.grades[proposal]
            assert proposers != approvers

    @invariant()
    def nothing_is_in_force_without_a_warning_and_behaviour_that_continued(self) -> None:
        for sanction, _ in self.applied():
            earlier = [entry.event for entry in self.kept()[: sanction.no - 1]]
            warned = [event.given_at for event in earlier if isinstance(event, WarningGiven)]
            happened = [event.occurred_at for event in earlier if isinstance(event, Incident)]
            assert warned
            assert max(happened) >= min(warned)

    @invariant()
    def everything_in_force_has_a_review_date_within_the_longest_interval(self) -> None:
        for sanction in self.case.in_force:
            assert sanction.review_on > local_day(sanction.applied_at)
            assert sanction.review_on <= POLICY.review.latest_date(self.today)

    @invariant()
    def nobody_decided_their_own_proposal(self) -> None:
        for entry in self.kept():
            if isinstance(entry.event, ProposalApproved | ProposalRejected):
                assert self.case.proposals[entry.event.proposal].proposed_by != entry.by

    @invariant()
    def one_sanction_of_a_sort_is_in_force(self) -> None:
        codes = [sanction.terms.code for sanction in self.case.in_force]
        assert len(codes) == len(set(codes))

    # -- how it is done ------------------------------------------------------------------

    def does(self, actor: StaffId, command: CaseCommand) -> bool:
        delivery = self.delivery()
        done = self.attempt(self.service.carry_out(actor, CASE, command, delivery))
        if done:
            self.last = (actor, command, delivery)
        return done

    def attempt(self, act: Coroutine[Any, Any, Outcome]) -> bool:
        """Whether it was allowed. Refused or not, what is kept and what is told agree."""
        before = self.kept()
        try:
            outcome = self.run(act)
        except Refused:
            assert self.kept() == before
            return False
        assert self.kept() == (*before, *outcome.added)
        assert outcome.case == fold(self.kept())
        return True

    def run(self, act: Coroutine[Any, Any, T]) -> T:
        return self.loop.run_until_complete(act)

    def delivery(self) -> str:
        self.deliveries += 1
        return f"delivery-{self.deliveries}"

    def kept(self) -> tuple[Entry, ...]:
        return entries_of(self.memory.store.stream(f"case:{CASE}"))

    def applied(self) -> Iterator[tuple[Sanction, EntryNo]]:
        """Every sanction that ever came into force, and its proposal."""
        for entry in self.kept():
            if isinstance(entry.event, SanctionApplied):
                yield self.case.sanctions[entry.no], entry.event.proposal

    @property
    def case(self) -> Case:
        kept = self.kept()
        if self.folded is None or self.folded.version != len(kept):
            self.folded = fold(kept)
        return self.folded

    @property
    def today(self) -> date:
        return local_day(self.memory.clock.time)

    def a_proposal(self, pick: int) -> EntryNo:
        """One that is open, when there is one and ``pick`` is even."""
        undecided = {proposal.no: proposal for proposal in self.case.open_proposals}
        return self.pick(undecided if undecided and pick % 2 == 0 else self.case.proposals, pick)

    def pick(self, numbered: dict[EntryNo, Any], pick: int) -> EntryNo:
        """Newest first, so that stories go on rather than go back."""
        newest_first = sorted(numbered, reverse=True)
        return newest_first[pick % len(newest_first)]


TestWhateverAnybodyDoes = WhateverAnybodyDoes.TestCase
TestWhateverAnybodyDoes.settings = settings(
    settings(), deadline=None, max_examples=max(250, settings().max_examples)
)
