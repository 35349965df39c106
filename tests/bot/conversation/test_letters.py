"""What the letter to a customer must say about each decision."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from bot.conversation.words.letters import letter_points
from core.case.events import AppealOutcome
from core.case.proposals import (
    DisengagementMatter,
    DisengagementOutcome,
    DisengagementReviewMatter,
    ExtensionMatter,
    Matter,
    ReviewMatter,
    ReviewOutcome,
    SanctionsMatter,
    WarningMatter,
)
from core.case.state import Appeal, Case, Disengagement, Proposal, ProposalStatus, Sanction
from core.case.terms import MeansTerms, SanctionTerms
from core.vocabulary.ids import CaseId, CustomerId, EntryNo
from core.vocabulary.people import People
from tests.bot.conversation.harness import POLICY
from tests.support.people import ASHA, DEVI, MORGAN, ORGANISATION

WHEN = datetime(2026, 6, 24, 13, 5, tzinfo=UTC)
DAY = date(2026, 11, 24)
DECISION, SANCTION, NOTICE, APPEAL = map(EntryNo, (3, 4, 5, 6))
WRITING = SanctionTerms("specified-form", MeansTerms(frozenset({"email"})))
LETTERS = SanctionTerms("specified-form", MeansTerms(frozenset({"letter"})))
CONTINUE, CHANGE, RE_ENGAGE = DisengagementOutcome

REVIEWED = "How long: until it is lifted. It is reviewed on Tuesday 24 November 2026"
UNTIL_CLEAR = (
    "How long: it is reviewed on Tuesday 24 November 2026. It can end only after 2 continuous "
    "years without incident or recurrence"
)
ONCE = "How to challenge it: once, by a complaint"
ASK = f"Where to ask: {POLICY.contact}"


def case(matter: Matter) -> Case:
    proposal = Proposal(
        no=DECISION,
        matter=matter,
        proposed_by=ASHA.id,
        proposed_at=WHEN,
        corresponding=ASHA.id,
        approver=MORGAN.id,
        asked_at=WHEN,
        status=ProposalStatus.APPROVED,
    )
    sanction = Sanction(SANCTION, DECISION, WRITING, WHEN, ASHA.id, MORGAN.id, DAY, WHEN)
    notice = Disengagement(NOTICE, DECISION, ("drains",), WHEN, ASHA.id, MORGAN.id, DAY, WHEN)
    return Case(
        CaseId("c"),
        "UCB-1",
        CustomerId("c"),
        ASHA.id,
        WHEN,
        NOTICE,
        proposals={DECISION: proposal},
        sanctions={SANCTION: sanction},
        disengagements={NOTICE: notice},
    )


@pytest.mark.parametrize(
    ("matter", "decision", "why", "further"),
    [
        (
            SanctionsMatter((WRITING,), "It went on", "We met", DAY),
            "Contact in a specified form only. Only by email.",
            "It went on.",
            [REVIEWED, ONCE],
        ),
        (
            ReviewMatter(SANCTION, ReviewOutcome.LIFT, "Calm"),
            "this is lifted. Contact in a specified form only. Only by email.",
            "Calm.",
            [],
        ),
        (
            ReviewMatter(SANCTION, ReviewOutcome.CHANGE, "Calmer", DAY, LETTERS),
            "from now on: Contact in a specified form only. Only by letter.",
            "Calmer.",
            [REVIEWED],
        ),
        (
            DisengagementMatter(("drains", "hedges"), "It went on", "We met", DAY),
            "we disengage from contact on “drains” and “hedges”.",
            "It went on.",
            [UNTIL_CLEAR, ONCE],
        ),
        (
            DisengagementMatter((), "It went on", "We met", DAY),
            "we disengage from contact completely.",
            "It went on.",
            [UNTIL_CLEAR, ONCE],
        ),
        (
            DisengagementReviewMatter(NOTICE, CHANGE, "Wider", DAY, ("drains", "hedges")),
            "we stay disengaged on “drains” and “hedges”.",
            "Wider.",
            [UNTIL_CLEAR],
        ),
        (
            DisengagementReviewMatter(NOTICE, RE_ENGAGE, "Two calm years"),
            "we re-engage: contact is dealt with as anyone's.",
            "Two calm years.",
            [],
        ),
        (
            ExtensionMatter(SANCTION, CustomerId("d"), "They speak as one"),
            "this binds them too. Contact in a specified form only. Only by email.",
            "They speak as one.",
            [],
        ),
        (
            ExtensionMatter(NOTICE, CustomerId("d"), "They speak as one"),
            "we disengage from them too, on “drains”.",
            "They speak as one.",
            [],
        ),
        (
            WarningMatter("Shouting hurts", "Speak calmly", 28),
            "a warning. We ask: Speak calmly.",
            "Shouting hurts.",
            [],
        ),
    ],
)
def test_each_decision(matter: Matter, decision: str, why: str, further: list[str]) -> None:
    points = letter_points(POLICY, People(ORGANISATION), case(matter), DECISION)
    assert points[0] == f"What was decided: {decision}"
    assert points[1] == f"Why: {why}"
    assert points[-1] == ASK
    told = points[2:-1]
    assert [point.startswith(said) for point, said in zip(told, further, strict=True)] == [
        True for _ in further
    ]


def test_the_answer_to_an_appeal() -> None:
    appeal = Appeal(
        no=APPEAL,
        decision=DECISION,
        stage=2,
        grounds="Unfair",
        raised_at=WHEN,
        recorded_by=ASHA.id,
        handler=DEVI.id,
        answer_by=DAY,
        outcome=AppealOutcome.VARIED,
        reasons="Too wide",
    )
    challenged = replace(
        case(SanctionsMatter((WRITING,), "It went on", "We met", DAY)), appeals={APPEAL: appeal}
    )
    assert letter_points(POLICY, People(ORGANISATION), challenged, APPEAL) == (
        "The answer to the challenge: the decision is varied",
        "Why: Too wide.",
        "That a decision at this stage can be challenged only once",
        ASK,
    )
