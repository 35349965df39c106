"""Every event of a case reads as a sentence on the timeline."""

from datetime import UTC, date, datetime, time
from typing import get_args

import pytest

from bot.conversation.words.entries import entry_text
from core.case.events import (
    AppealDecided,
    AppealOutcome,
    AppealRaised,
    CaseEvent,
    CaseOpened,
    ClientTold,
    ComplaintMade,
    ComplaintTo,
    ContactAssessed,
    ContactLogged,
    CustomerReEngaged,
    CustomerTold,
    DisengagementChanged,
    DisengagementContinued,
    DisengagementIssued,
    DutyKind,
    EntryCorrected,
    IncidentReported,
    InformationGiven,
    InformationRequested,
    LegalAdviceReceived,
    LegalAdviceRequested,
    MeasureExtended,
    MonitoringConcluded,
    MonitoringOutcome,
    ProposalApproved,
    ProposalEscalated,
    ProposalMade,
    ProposalPassedOn,
    ProposalRejected,
    ProposalWithdrawn,
    QuestionPassedOn,
    ReferralConsidered,
    ReferredTo,
    Relation,
    Reminded,
    Response,
    SanctionApplied,
    SanctionChanged,
    SanctionKept,
    SanctionLifted,
    WarningGiven,
)
from core.case.proposals import (
    Considerations,
    DisengagementMatter,
    DisengagementOutcome,
    DisengagementReviewMatter,
    ExtensionMatter,
    Grounds,
    Matter,
    ReviewMatter,
    ReviewOutcome,
    SanctionsMatter,
    WarningMatter,
)
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
THOUGHT = Considerations("None needed", "Nothing less helped")
DISENGAGE = DisengagementMatter(
    ("grant", "drains"), "It went on", "We met", DAY, THOUGHT, Grounds.EXTREME
)
NARROW = DisengagementReviewMatter(
    THREE, DisengagementOutcome.CHANGE, "Calmer", DAY, topics=("drains",)
)
EXTEND = ExtensionMatter(THREE, CustomerId("d"), "They speak for each other")

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
        "Calls on specific days or times only. Calls only on Monday and Friday, from 9am to 5pm, "
        "and not on bank holidays. Reasons: It went on. Tried before: We met. Review on Tuesday 24 "
        "November 2026.\nSent to Morgan Manager.",
    ),
    (
        ProposalMade(LIFT, ASHA.id, MORGAN.id),
        "Proposed lifting a sanction at its review. Reasons: Calm.\nSent to Morgan Manager.",
    ),
    (
        ProposalMade(CHANGE, ASHA.id, MORGAN.id),
        "Proposed changing a sanction at its review. New terms: Calls on specific days or times "
        "only. Calls only on Monday and Friday, from 9am to 5pm, and not on bank holidays. "
        "Reasons: Calmer. Next review on Tuesday 24 November 2026.\nSent to Morgan Manager.",
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
        Reminded(DutyKind.REVIEW_SANCTION, THREE, DAY, "on-the-day", DAY),
        "Reminder sent: review a sanction (entry 3), due on Tuesday 24 November 2026.",
    ),
    (
        ContactLogged("email", WHEN, "grant", "Polite", statutory=True),
        "Contact by email on Wednesday 24 June 2026 at 2:05pm, about grant. It was about a right "
        "that nothing in force touches.\nPolite",
    ),
    (
        ContactLogged("email", WHEN, "grant", "", person=CustomerId("d")),
        "Contact of another person, whom something in force here binds too, by email on "
        "Wednesday 24 June 2026 at 2:05pm, about grant.",
    ),
    (
        ContactAssessed(THREE, Relation.UNSURE, Response.MANAGER_ASKED, MORGAN.id),
        "Contact of entry 3: unclear whether it is the same topic. A manager decides. Morgan "
        "Manager was asked.",
    ),
    (
        ContactAssessed(
            THREE, Relation.DIFFERENT, Response.ANSWERED_ON_TOPIC, reasons="A new licence."
        ),
        "Contact of entry 3: a wholly different topic. Answered, on that topic alone.\n"
        "Reasons: A new licence.",
    ),
    (
        ContactAssessed(
            THREE, Relation.UNSURE, Response.MANAGER_ASKED, ASHA.id, in_place_of=MORGAN.id
        ),
        "Contact of entry 3: unclear whether it is the same topic. A manager decides. Asha "
        "Adviser was asked, in place of Morgan Manager.",
    ),
    (
        QuestionPassedOn(THREE, ASHA.id, in_place_of=MORGAN.id),
        "Morgan Manager is away. The question about the contact of entry 3 was sent to Asha "
        "Adviser instead.",
    ),
    (
        QuestionPassedOn(THREE, MORGAN.id),
        "Morgan Manager is back. The question about the contact of entry 3 was sent to them again.",
    ),
    (
        QuestionPassedOn(THREE, MORGAN.id, went_up=True),
        "Nobody could answer the question about the contact of entry 3 in time. Sent to Morgan "
        "Manager.",
    ),
    (
        MonitoringConcluded(THREE, MonitoringOutcome.IMPROVED, "Calm since"),
        "After the warning of entry 3 the behaviour improved.\nCalm since",
    ),
    (
        ProposalEscalated(THREE, MORGAN.id),
        "Nobody decided the proposal of entry 3 in time. Sent to Morgan Manager.",
    ),
    (
        ProposalPassedOn(THREE, ASHA.id, in_place_of=MORGAN.id),
        "Morgan Manager is away. The proposal of entry 3 was sent to Asha Adviser instead.",
    ),
    (
        ProposalPassedOn(THREE, MORGAN.id),
        "Morgan Manager is back. The proposal of entry 3 was sent to them again.",
    ),
    (
        ProposalMade(DISENGAGE, ASHA.id, MORGAN.id),
        "Proposed a disengagement on 2 topics for extreme behaviour, to disengage on “grant” and "
        "“drains”. Reasons: It went on. Tried before: We met. Adjustments considered: None "
        "needed. Why it is proportionate: Nothing less helped. Review on Tuesday 24 November "
        "2026.\nSent to Morgan Manager.",
    ),
    (
        ProposalMade(NARROW, ASHA.id, MORGAN.id),
        "Proposed changing a disengagement at its review. From now on disengaged on “drains”. "
        "Reasons: Calmer. Next review on Tuesday 24 November 2026.\nSent to Morgan Manager.",
    ),
    (
        ProposalMade(EXTEND, ASHA.id, MORGAN.id),
        "Proposed binding another person too: what entry 3 put in force. The need: They speak "
        "for each other.\nSent to Morgan Manager.",
    ),
    (
        DisengagementIssued(THREE, (), DAY),
        "Disengaged completely. Review on Tuesday 24 November 2026.",
    ),
    (
        DisengagementContinued(THREE, THREE, DAY),
        "Disengagement of entry 3 continued. Next review on Tuesday 24 November 2026.",
    ),
    (
        DisengagementChanged(THREE, THREE, ("drains",), DAY),
        "Disengagement of entry 3 changed: now on “drains”. Next review on Tuesday 24 November "
        "2026.",
    ),
    (CustomerReEngaged(THREE, THREE), "Disengagement of entry 3 ended: we re-engage."),
    (
        MeasureExtended(THREE, THREE, CustomerId("d")),
        "What entry 3 put in force binds another person too.",
    ),
    (
        CustomerTold(THREE, WHEN, "letter"),
        "The customer was told of the decision of entry 3 by letter on Wednesday 24 June 2026 at "
        "2:05pm.",
    ),
    (
        ClientTold("Farm Example", WHEN, "phone", "It may be delayed"),
        "The client Farm Example was told by telephone on Wednesday 24 June 2026 at 2:05pm. How "
        "it may affect them: It may be delayed",
    ),
    (
        ComplaintMade(ComplaintTo.EMPLOYER, "Agents Example", WHEN, "Shouting"),
        "Complained to the employer, Agents Example, on Wednesday 24 June 2026 at 2:05pm: Shouting",
    ),
    (LegalAdviceRequested("May we?"), "Asked Legal: May we?"),
    (
        LegalAdviceReceived(THREE, "You may", "L-7"),
        "Legal advised about entry 3 (reference L-7): You may",
    ),
    (
        ReferralConsidered(THREE, ReferredTo.POLICE, True, "A threat", "P-9"),
        "About the proposal of entry 3. Reported to the Police, reference P-9: A threat.",
    ),
    (
        ReferralConsidered(THREE, ReferredTo.LEGAL, False, "No need", ""),
        "About the proposal of entry 3. Not reported to the Legal Team: No need.",
    ),
    (
        AppealRaised(THREE, 2, "Unfair", WHEN, MORGAN.id, DAY),
        "The customer challenged the decision of entry 3 on Wednesday 24 June 2026 at 2:05pm: "
        "Unfair\nSent to Morgan Manager, to be answered by Tuesday 24 November 2026.",
    ),
    (
        AppealDecided(THREE, AppealOutcome.UPHELD, "It was fair"),
        "Answered the appeal of entry 3: the decision stays. It was fair",
    ),
    (EntryCorrected(THREE, "It was email"), "Corrected entry 3: It was email"),
]


@pytest.mark.parametrize(("event", "said"), SENTENCES)
def test_what_happened_is_told_in_plain_english(event: CaseEvent, said: str) -> None:
    assert entry_text(POLICY, People(ORGANISATION), event) == said


def test_no_event_is_left_out() -> None:
    assert {type(event) for event, _ in SENTENCES} == set(get_args(CaseEvent))


def test_no_matter_is_left_out() -> None:
    matters = {type(e.matter) for e, _ in SENTENCES if isinstance(e, ProposalMade)}
    assert matters == set(get_args(Matter))
