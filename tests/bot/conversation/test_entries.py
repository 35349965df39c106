"""Every event of a case reads as a sentence on the timeline."""

from datetime import UTC, date, datetime, time
from typing import get_args

import pytest

from bot.conversation.words.entries import entry_text
from core.case.events import (
    CaseEvent,
    CaseOpened,
    ContactLogged,
    EntryCorrected,
    IncidentReported,
    InformationGiven,
    InformationRequested,
    ProposalApproved,
    ProposalMade,
    ProposalRejected,
    ProposalWithdrawn,
    ReviewReminded,
    SanctionApplied,
    SanctionChanged,
    SanctionKept,
    SanctionLifted,
    WarningGiven,
)
from core.case.proposals import ReviewMatter, ReviewOutcome, SanctionsMatter, WarningMatter
from core.case.terms import CallTimesTerms, MeansTerms, SanctionTerms
from core.vocabulary.ids import CaseId, CustomerId, EntryNo
from core.vocabulary.people import People
from tests.bot.conversation.harness import POLICY
from tests.support.people import ASHA, MORGAN, ORGANISATION

WHEN = datetime(2026, 6, 24, 13, 5, tzinfo=UTC)
DAY = date(2026, 11, 24)
THREE = EntryNo(3)
WRITING = SanctionTerms("specified-form", MeansTerms(frozenset({"email"})))
CALLS = SanctionTerms("call-times", CallTimesTerms(frozenset({0, 4}), time(9), time(17)))
LIFT = ReviewMatter(THREE, ReviewOutcome.LIFT, "Calm")
CHANGE = ReviewMatter(THREE, ReviewOutcome.CHANGE, "Calmer", DAY, CALLS)
SANCTIONS = SanctionsMatter((WRITING, CALLS), "It went on", "We met", DAY)

SENTENCES: list[tuple[CaseEvent, str]] = [
    (
        CaseOpened(CaseId("c"), "UCB-1", CustomerId("c"), ASHA.id),
        "Case opened. Asha Adviser looks after it.",
    ),
    (
        IncidentReported(ASHA.id, "phone", WHEN, frozenset({"abusive"}), "grant", "Shouted"),
        "Incident reported: abusive, by telephone, on Wednesday 24 June 2026 at 2:05pm, about "
        "grant. Asha Adviser was corresponding.\nShouted",
    ),
    (
        ContactLogged("email", WHEN, "grant", ""),
        "Contact by email on Wednesday 24 June 2026 at 2:05pm, about grant.",
    ),
    (
        ProposalMade(WarningMatter("Rude", "Be kind", 1), ASHA.id, MORGAN.id),
        "Proposed a warning. To explain: Rude. To ask: Be kind. To watch for 1 day.\n"
        "Sent to Morgan Manager.",
    ),
    (
        ProposalMade(SANCTIONS, ASHA.id, MORGAN.id),
        "Proposed a combination of 2 sanctions: Contact in a specified form only. Only by email. "
        "Calls on specific days or times only. Calls only on Monday and Friday, from 9am to 5pm. "
        "Reasons: It went on. Tried before: We met. Review on Tuesday 24 November 2026.\n"
        "Sent to Morgan Manager.",
    ),
    (
        ProposalMade(LIFT, ASHA.id, MORGAN.id),
        "Proposed lifting a sanction at its review. Reasons: Calm.\nSent to Morgan Manager.",
    ),
    (
        ProposalMade(CHANGE, ASHA.id, MORGAN.id),
        "Proposed changing a sanction at its review. New terms: Calls on specific days or times "
        "only. Calls only on Monday and Friday, from 9am to 5pm. Reasons: Calmer. Next review on "
        "Tuesday 24 November 2026.\nSent to Morgan Manager.",
    ),
    (ProposalApproved(THREE), "Approved the proposal of entry 3."),
    (ProposalRejected(THREE, "Early"), "Rejected the proposal of entry 3: Early"),
    (InformationRequested(THREE, "Why?"), "Asked about the proposal of entry 3: Why?"),
    (InformationGiven(THREE, "So"), "Answered about the proposal of entry 3: So"),
    (ProposalWithdrawn(THREE, ""), "Withdrew the proposal of entry 3."),
    (ProposalWithdrawn(THREE, "Settled"), "Withdrew the proposal of entry 3: Settled"),
    (
        WarningGiven(THREE, WHEN, "letter", DAY),
        "Warning given by letter on Wednesday 24 June 2026 at 2:05pm. We watch until Tuesday 24 "
        "November 2026.",
    ),
    (
        SanctionApplied(THREE, WRITING, DAY),
        "Sanction in force: Contact in a specified form only. Only by email. Review on Tuesday 24 "
        "November 2026.",
    ),
    (
        SanctionKept(THREE, THREE, DAY),
        "Sanction of entry 3 kept. Next review on Tuesday 24 November 2026.",
    ),
    (
        SanctionChanged(THREE, THREE, WRITING, DAY),
        "Sanction of entry 3 changed: Contact in a specified form only. Only by email. Next "
        "review on Tuesday 24 November 2026.",
    ),
    (SanctionLifted(THREE, THREE), "Sanction of entry 3 lifted."),
    (
        ReviewReminded(THREE, DAY, "on-the-day", DAY),
        "Reminder sent: review of the sanction of entry 3 on Tuesday 24 November 2026.",
    ),
    (EntryCorrected(THREE, "It was email"), "Corrected entry 3: It was email"),
]


@pytest.mark.parametrize(("event", "said"), SENTENCES)
def test_what_happened_is_told_in_plain_english(event: CaseEvent, said: str) -> None:
    assert entry_text(POLICY, People(ORGANISATION), event) == said


def test_no_event_is_left_out() -> None:
    assert {type(event) for event, _ in SENTENCES} == set(get_args(CaseEvent))
