"""The same journey under policies of different shapes, with no other code."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from core.case.authority.sign_off_rule import sign_off_for
from core.case.commands import (
    Approve,
    ConcludeMonitoring,
    Propose,
    RecordCustomerTold,
    RecordWarningGiven,
)
from core.case.duties.owing import duties
from core.case.events import DutyKind, MonitoringOutcome
from core.case.guidance import Guidance, Verdict, guidance, overall
from core.case.proposals import ReviewOutcome
from core.case.state import ProposalStatus
from core.case.terms import (
    AgreementTerms,
    CallTimesTerms,
    DatesTerms,
    MeansTerms,
    NamedContactTerms,
    SanctionTerms,
    Terms,
    ThirdPartyTerms,
)
from core.case.weighing.patterns import evidence
from core.policy.model import SanctionRule, Shape
from core.vocabulary.ids import EntryNo
from core.vocabulary.people import People
from core.vocabulary.wording import say_time
from tests.core.story import WARNING, Story
from tests.support.policies import SMALL_BODY, Body, under_each_policy


class Journey(Story):
    """A story told in the words of its body's policy."""

    def __init__(self, body: Body) -> None:
        super().__init__(body.staff, body.policy)
        self.body = body

    def incident_of_theirs(self) -> EntryNo:
        body = self.body
        return self.report(
            by=body.officer,
            corresponding=body.officer.id,
            means=body.policy.means[0].code,
            behaviours=frozenset({body.policy.behaviours[0].code}),
        )

    def agreed(self, no: EntryNo) -> None:
        """Whoever it was routed to approves it."""
        self.does(self.staff[self.case.proposals[no].approver], Approve(no))

    def warned_and_continued(self) -> "Journey":
        body = self.body
        self.incident_of_theirs()
        warning = self.proposed(
            replace(WARNING, monitoring_days=body.policy.warning.monitoring_days), body.officer
        )
        self.agreed(warning.no)
        written = next(means.code for means in body.policy.means if means.is_written)
        self.does(body.officer, RecordWarningGiven(warning.no, self.now, written))
        self.later(days=body.policy.warning.monitoring_days)
        self.incident_of_theirs()
        command = ConcludeMonitoring(warning.no, MonitoringOutcome.CONTINUED)
        self.does(body.officer, command)
        return self

    def terms(self, rule: SanctionRule) -> SanctionTerms:
        """Some that the rule can take."""
        return SanctionTerms(rule.code, self._terms(rule.shape))

    def _terms(self, shape: Shape) -> Terms:
        written = next(means.code for means in self.policy.means if means.is_written)
        match shape:
            case Shape.MEANS:
                return MeansTerms(frozenset({written}))
            case Shape.NAMED_CONTACT:
                return NamedContactTerms(self.body.colleague.id)
            case Shape.CALL_TIMES:
                morning = self.now.astimezone(self.policy.zone).replace(minute=0, second=0).time()
                days = frozenset({self.today.weekday()})
                return CallTimesTerms(days, morning, morning.replace(hour=morning.hour + 1))
            case Shape.AGREEMENT:
                return AgreementTerms("Only about the grant.")
            case Shape.THIRD_PARTY:
                return ThirdPartyTerms("A neighbour")
            case Shape.DATES:
                return DatesTerms((self.today + timedelta(days=7),))

    def all_sanctions(self) -> "Journey":
        """Every sanction of the policy, at once, proposed by the officer and agreed."""
        chosen = tuple(self.terms(rule) for rule in self.policy.sanctions)
        review_on = self.policy.review.default_date(self.today)
        matter = self.sanctions(*chosen, review_on=review_on)
        self.agreed(self.proposed(matter, self.body.officer).no)
        return self

    def told(self, means: str | None) -> tuple[Guidance, ...]:
        people = People(self.staff.values())
        return guidance(self.policy, self.case, people, means, self.now, self.calendar)


@under_each_policy
def test_from_the_first_report_to_all_sanctions_in_force(body: Body) -> None:
    story = Journey(body).warned_and_continued()
    proposal = story.proposed(
        story.sanctions(
            *(story.terms(rule) for rule in body.policy.sanctions),
            review_on=body.policy.review.default_date(story.today),
        ),
        body.officer,
    )
    strictest = sign_off_for(story.scene(body.officer), story.case, proposal.matter)
    approver = story.staff[proposal.approver]
    assert body.policy.rank(approver.grade) >= body.policy.rank(strictest.minimum_grade)
    assert approver.grade != body.officer.grade
    story.agreed(proposal.no)
    in_force = {sanction.terms.code for sanction in story.case.in_force}
    assert in_force == {rule.code for rule in body.policy.sanctions}
    assert {g.label for g in story.told(None)} == {rule.label for rule in body.policy.sanctions}
    assert overall(story.told(body.policy.means[-1].code)) is Verdict.NOT_NOW


@under_each_policy
def test_the_strictest_sign_off_of_a_combination_counts(body: Body) -> None:
    story = Journey(body).warned_and_continued()
    for rule in body.policy.sanctions:
        matter = story.sanctions(story.terms(rule))
        needed = sign_off_for(story.scene(body.officer), story.case, matter)
        assert needed.minimum_grade == rule.sign_off.minimum_grade
    together = story.sanctions(*(story.terms(rule) for rule in body.policy.sanctions))
    needed = sign_off_for(story.scene(body.officer), story.case, together)
    ranks = [body.policy.rank(rule.sign_off.minimum_grade) for rule in body.policy.sanctions]
    assert body.policy.rank(needed.minimum_grade) == max(ranks)


@under_each_policy
def test_reviews_and_telling_are_due_when_the_policy_says(body: Body) -> None:
    story = Journey(body).warned_and_continued().all_sanctions()
    owed = duties(story.scene(body.officer), story.case)
    telling = [duty for duty in owed if duty.kind is DutyKind.TELL_CUSTOMER]
    assert [duty.due_on for duty in telling] == [
        story.today + timedelta(days=body.policy.telling.days)
    ]
    reviews = {duty.due_on for duty in owed if duty.kind is DutyKind.REVIEW_SANCTION}
    assert reviews == {story.today + timedelta(days=body.policy.review.default_days)}
    for means in body.policy.means:
        command = RecordCustomerTold(telling[0].about, story.now, means.code)
        if not means.is_written:
            assert story.refuses(body.officer, command).rule == "not-in-writing"
    written = next(means.code for means in body.policy.means if means.is_written)
    assert story.does(body.officer, RecordCustomerTold(telling[0].about, story.now, written))


@under_each_policy
def test_a_review_date_is_refused_one_day_after_the_latest(body: Body) -> None:
    story = Journey(body).warned_and_continued()
    terms = story.terms(body.policy.sanctions[0])
    latest = body.policy.review.latest_date(story.today)
    late = story.sanctions(terms, review_on=latest + timedelta(days=1))
    assert story.refuses(body.officer, Propose(late)).rule == "review-date-late"
    assert story.does(body.officer, Propose(story.sanctions(terms, review_on=latest)))


@under_each_policy
@pytest.mark.parametrize("outcome", [ReviewOutcome.KEEP, ReviewOutcome.LIFT])
def test_a_review_needs_a_second_person_exactly_where_the_policy_says(
    body: Body, outcome: ReviewOutcome
) -> None:
    story = Journey(body).warned_and_continued().all_sanctions()
    proposal = story.proposed(story.review(outcome), body.officer)
    if outcome in body.policy.review.needs_sign_off:
        assert proposal.is_open
        story.agreed(proposal.no)
    assert story.case.proposals[proposal.no].status is ProposalStatus.APPROVED
    kept = len(story.case.in_force)
    lifted = outcome is ReviewOutcome.LIFT
    assert kept == len(body.policy.sanctions) - lifted


@under_each_policy
def test_every_pattern_is_found_at_its_number_and_not_one_before(body: Body) -> None:
    for pattern in body.policy.patterns:
        policy = replace(body.policy, patterns=(pattern,))
        story = Journey(replace(body, policy=policy))
        for contact in range(pattern.contacts):
            assert not story.entries or not evidence(
                policy, story.case, "Grant application", story.now
            )
            if contact == pattern.contacts - 1 and pattern.over_days:
                story.later(days=pattern.over_days)
            who = (body.officer, body.colleague)[contact % 2]
            story.report(
                by=body.officer,
                corresponding=who.id,
                means=policy.means[0].code,
                behaviours=frozenset({policy.behaviours[0].code}),
            )
        [found] = evidence(policy, story.case, "Grant application", story.now)
        assert (found.behaviour, found.count) == (pattern.behaviour, pattern.contacts)


@under_each_policy
def test_a_report_about_a_colleague_says_where_this_body_deals_with_it(body: Body) -> None:
    story = Journey(body)
    story.customer = replace(story.customer, emails=(body.manager.email,))
    incident = story.incident(
        corresponding=body.officer.id,
        means=body.policy.means[0].code,
        behaviours=frozenset({body.policy.behaviours[0].code}),
    )
    refusal = story.refuses(body.officer, incident)
    assert (refusal.rule, refusal.remedy) == ("staff-conduct", body.policy.staff_conduct.route)


def test_days_are_those_of_the_bodys_own_time_zone() -> None:
    assert SMALL_BODY.timezone == "Europe/Athens"
    athens = Story(policy=SMALL_BODY)
    athens.now = athens.now.replace(hour=22, minute=30)  # half past midnight in Athens
    assert athens.today == date(2025, 3, 4)
    assert Story(now=athens.now).today == date(2025, 3, 3)
    assert say_time(athens.now.astimezone(SMALL_BODY.zone).time()) == "12:30am"
