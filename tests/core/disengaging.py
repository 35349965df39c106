"""A case told on into stages 5 to 7."""

from dataclasses import replace
from datetime import timedelta

from core.case.commands import Approve, LogContact
from core.case.proposals import (
    DisengagementMatter,
    DisengagementOutcome,
    DisengagementReviewMatter,
    ReviewMatter,
    ReviewOutcome,
)
from core.case.scene import Scene
from core.case.state import Contact, Disengagement
from core.case.terms import SanctionTerms
from core.vocabulary.customer import Customer, CustomerKind
from core.vocabulary.ids import CustomerId, EntryNo
from core.vocabulary.people import StaffMember
from tests.core.story import CASEY, CONSIDERED, Story
from tests.support.people import ASHA, DANA, MORGAN

GRANT = "Grant application"
HEDGE = "Hedge removal"

AGENT = replace(
    CASEY,
    kinds=frozenset({CustomerKind.AGENT}),
    employer="Example Farm Agents Ltd",
    professional_body="Example Institute of Agents",
)
SITE_OWNER = replace(CASEY, kinds=frozenset({CustomerKind.SITE_OWNER}))
PAT = Customer(CustomerId("pat"), "CUS-2", "Pat Partner", organisation="Example Farm")


class DisengagingStory(Story):
    """``others``: further customers whom the scene shows."""

    others: tuple[Customer, ...] = ()

    def scene(self, actor: StaffMember) -> Scene:
        return replace(super().scene(actor), others=self.others)

    def still_going_on(self) -> "DisengagingStory":
        """Sanctions were applied, and the behaviour went on the day after."""
        self.sanctioned().later(days=1)
        self.report()
        return self

    def disengagement(self, *topics: str, **changed: object) -> DisengagementMatter:
        """On ``topics``, or completely; reviewed in 12 months."""
        usual = DisengagementMatter(
            topics=topics,
            reasons="Abusive calls went on under every sanction.",
            efforts="We warned, restricted contact to letters, and explained again.",
            review_on=self.today + timedelta(days=365),
            considerations=CONSIDERED,
        )
        return replace(usual, **changed)  # type: ignore[arg-type]

    def disengaged(self, *topics: str) -> "DisengagingStory":
        """... and Dana approved the disengagement that Asha proposed."""
        self.still_going_on()
        proposal = self.proposed(self.disengagement(*topics))
        self.does(DANA, Approve(proposal.no))
        return self

    def changes(self, sanction: EntryNo, terms: SanctionTerms) -> None:
        """Asha and Morgan change the terms of a sanction in a review."""
        self._reviews(replace(self.review(ReviewOutcome.CHANGE, terms=terms), sanction=sanction))

    def lifts(self, sanction: EntryNo) -> None:
        """Asha and Morgan lift a sanction in a review."""
        self._reviews(replace(self.review(ReviewOutcome.LIFT), sanction=sanction))

    def _reviews(self, matter: ReviewMatter) -> None:
        self.does(MORGAN, Approve(self.proposed(matter).no))

    @property
    def notice(self) -> Disengagement:
        [disengagement] = self.case.disengagements.values()
        return disengagement

    def review_of_notice(
        self, outcome: DisengagementOutcome, **changed: object
    ) -> DisengagementReviewMatter:
        """Reviewed again in 12 months unless we re-engage."""
        ends = outcome is DisengagementOutcome.RE_ENGAGE
        usual = DisengagementReviewMatter(
            disengagement=next(iter(self.case.disengagements), EntryNo(0)),
            outcome=outcome,
            reasons="We looked at everything since the notice.",
            next_review_on=None if ends else self.today + timedelta(days=365),
        )
        return replace(usual, **changed)  # type: ignore[arg-type]

    def contact(self, by: StaffMember = ASHA, **changed: object) -> Contact:
        """A letter a moment ago, which the sanction allows, unless ``changed``."""
        usual = LogContact("letter", self.now, GRANT)
        self.does(by, replace(usual, **changed))  # type: ignore[arg-type]
        return self.case.contacts[-1]
