"""Asha, who was sanctioned, challenges it, and somebody answers."""

from dataclasses import replace

from core.case.commands import DecideAppeal, RaiseAppeal
from core.case.events import (
    AppealOutcome,
    Variation,
)
from core.case.proposals import SanctionsMatter
from core.case.state import Appeal, Proposal
from core.case.terms import MeansTerms, NamedContactTerms, SanctionTerms, ThirdPartyTerms
from core.vocabulary.people import StaffMember
from tests.core.disengaging import DisengagingStory
from tests.support.people import ASHA, FRAN

UPHELD, VARIED, WITHDRAWN = AppealOutcome
NAMED = SanctionTerms("named-contact", NamedContactTerms(FRAN.id))
THIRD_PARTY = SanctionTerms("third-party", ThirdPartyTerms("A neighbour"))
BY_EMAIL_TOO = SanctionTerms("specified-form", MeansTerms(frozenset({"email", "web-form"})))


def sanctioned(*sanctions: SanctionTerms) -> tuple[DisengagingStory, Proposal]:
    """Asha proposed sanctions and Morgan approved them."""
    story = DisengagingStory()
    story.sanctioned(*sanctions)
    [decision] = [p for p in story.case.proposals.values() if isinstance(p.matter, SanctionsMatter)]
    return story, decision


def challenge(story: DisengagingStory, decision: Proposal, **changed: object) -> RaiseAppeal:
    usual = RaiseAppeal(decision.no, "I only raised my voice once.", story.now)
    return replace(usual, **changed)  # type: ignore[arg-type]


def raised(story: DisengagingStory, decision: Proposal, by: StaffMember = ASHA) -> Appeal:
    story.does(by, challenge(story, decision))
    [appeal] = story.case.open_appeals
    return appeal


def answer(appeal: Appeal, outcome: AppealOutcome, *variations: Variation) -> DecideAppeal:
    return DecideAppeal(appeal.no, outcome, "We listened to the recording.", variations)
