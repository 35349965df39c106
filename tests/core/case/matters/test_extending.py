"""Scope: a measure binds one person, and another at the same place only for a clear need."""

from dataclasses import replace
from datetime import time

import pytest

from core.case.commands import Approve, Propose
from core.case.events import MeasureExtended
from core.case.proposals import DisengagementOutcome, ExtensionMatter, ReviewOutcome
from core.case.terms import CallTimesTerms, SanctionTerms
from core.vocabulary.customer import CustomerKind
from core.vocabulary.ids import CustomerId, EntryNo
from tests.core.disengaging import GRANT, PAT, DisengagingStory
from tests.support.people import ASHA, DANA, MORGAN

NEED = "Pat makes the same abusive calls on Casey's behalf."


def with_pat(story: DisengagingStory) -> DisengagingStory:
    story.others = (PAT,)
    return story


def extension(story: DisengagingStory, **changed: object) -> ExtensionMatter:
    measures = (*story.case.sanctions, *story.case.disengagements)
    usual = ExtensionMatter(measure=max(measures, default=EntryNo(1)), person=PAT.id, need=NEED)
    return replace(usual, **changed)  # type: ignore[arg-type]


def test_a_sanction_binds_nobody_else_until_a_clear_need_was_signed_off() -> None:
    story = with_pat(DisengagingStory())
    story.sanctioned()
    [sanction] = story.case.in_force
    assert sanction.extended_to == frozenset()
    proposal = story.proposed(extension(story))
    assert proposal.approver == MORGAN.id
    _, extended = story.does(MORGAN, Approve(proposal.no))
    assert extended == MeasureExtended(proposal.no, sanction.no, PAT.id)
    assert story.case.in_force[0].extended_to == {PAT.id}
    assert story.refuses(ASHA, Propose(extension(story))).rule == "already-bound"


def test_a_disengagement_is_extended_as_it_was_signed_off() -> None:
    story = with_pat(DisengagingStory().disengaged(GRANT))
    proposal = story.proposed(extension(story))
    assert proposal.approver == DANA.id
    assert story.refuses(MORGAN, Approve(proposal.no)).rule == "too-junior"
    story.does(DANA, Approve(proposal.no))
    assert story.notice.extended_to == {PAT.id}


@pytest.mark.parametrize(
    ("changed", "rule", "field"),
    [
        ({"measure": EntryNo(1)}, "not-in-force", "measure"),
        ({"person": CustomerId("casey")}, "same-person", "person"),
        ({"person": CustomerId("nobody")}, "unknown-customer", "person"),
        ({"need": " "}, "need-missing", "need"),
        ({"need": "x" * 3001}, "text-too-long", "need"),
    ],
)
def test_an_extension_says_what_whom_and_why(
    changed: dict[str, object], rule: str, field: str
) -> None:
    story = with_pat(DisengagingStory().disengaged(GRANT))
    refusal = story.refuses(ASHA, Propose(extension(story, **changed)))
    assert (refusal.rule, refusal.field) == (rule, field)


def test_what_ended_binds_nobody() -> None:
    story = with_pat(DisengagingStory())
    story.sanctioned()
    matter = extension(story)
    story.does(MORGAN, Approve(story.proposed(story.review(ReviewOutcome.LIFT)).no))
    assert story.refuses(ASHA, Propose(matter)).rule == "not-in-force"


def test_from_a_site_owner_or_an_agent_we_do_not_disengage_completely_either() -> None:
    story = DisengagingStory().disengaged()
    story.others = (replace(PAT, kinds=frozenset({CustomerKind.SITE_OWNER})),)
    refusal = story.refuses(ASHA, Propose(extension(story)))
    assert (refusal.rule, refusal.field) == ("site-owner-partial-only", "person")
    story.others = (replace(PAT, kinds=frozenset({CustomerKind.AGENT})),)
    assert story.refuses(ASHA, Propose(extension(story))).rule == "agent-topic-only"


def test_one_open_proposal_for_each_person_and_measure() -> None:
    story = with_pat(DisengagingStory())
    calls = SanctionTerms("call-times", CallTimesTerms(frozenset({0}), time(9), time(12)))
    story.sanctioned()
    story.report()
    story.does(MORGAN, Approve(story.proposed(story.sanctions(calls)).no))
    first, second = story.case.sanctions
    story.proposed(extension(story, measure=first))
    again = story.refuses(ASHA, Propose(extension(story, measure=first)))
    assert again.rule == "already-proposed"
    assert story.does(ASHA, Propose(extension(story, measure=second)))


@pytest.mark.parametrize(
    ("kind", "rule"),
    [
        (CustomerKind.SITE_OWNER, "site-owner-partial-only"),
        (CustomerKind.AGENT, "agent-topic-only"),
    ],
)
def test_what_binds_a_site_owner_or_an_agent_too_never_becomes_complete(
    kind: CustomerKind, rule: str
) -> None:
    story = DisengagingStory()
    story.others = (replace(PAT, kinds=frozenset({kind})),)
    story.disengaged(GRANT)
    if kind is CustomerKind.AGENT:
        story.others = (PAT,)
    story.does(DANA, Approve(story.proposed(extension(story)).no))
    story.others = (replace(PAT, kinds=frozenset({kind})),)
    complete = story.review_of_notice(DisengagementOutcome.CHANGE, topics=())
    refusal = story.refuses(ASHA, Propose(complete))
    assert (refusal.rule, refusal.field) == (rule, "topics")
    assert refusal.message.startswith("This binds Pat Partner too.")
