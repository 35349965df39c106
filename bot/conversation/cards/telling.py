"""The customer is to be told of a decision, in writing (stages 2, 5 and 7; Appeals)."""

from bot.conversation import buttons
from bot.conversation.cards.duty_words import decision_text
from bot.conversation.cards.painting import Painting
from bot.conversation.words.letters import letter_points
from bot.conversation.words.proposals import status_of
from bot.views.card import Bullets, Card, Facts, Note, Paragraph, Tone
from core.case.state import Appeal, Case, Proposal
from core.vocabulary.ids import EntryNo


def to_tell(painting: Painting) -> Card:
    case, no = painting.case, painting.number("decision")
    decision = decided(case, no)
    if decision.told_at is not None:
        return _told(painting, decision)
    return Card(
        title="Please tell the customer of a decision",
        summary=f"{case.reference}: the customer is to be told of a decision.",
        blocks=(
            Facts(
                (
                    *painting.customer_facts,
                    ("Decision", decision_text(case, no)),
                    *_decided_by(painting, decision),
                )
            ),
            Paragraph("Write to the customer. The letter must say:"),
            Bullets(letter_points(painting.policy, painting.people, case, no)),
            Paragraph("Then press “The customer was told”."),
            Note(f"Policy: {painting.policy.telling.source}"),
        ),
        buttons=(buttons.customer_told(case, no), buttons.case_page(case)),
        tone=Tone.CAUTION,
    )


def _decided_by(painting: Painting, decision: Proposal | Appeal) -> tuple[tuple[str, str], ...]:
    """Who answered an appeal is told by another message."""
    if isinstance(decision, Appeal):
        return ()
    return (("Status", status_of(painting.policy, painting.people, decision)),)


def decided(case: Case, no: EntryNo) -> Proposal | Appeal:
    return case.appeals.get(no) or case.proposals[no]


def _told(painting: Painting, decision: Proposal | Appeal) -> Card:
    case = painting.case
    when = painting.moment(decision.told_at) if decision.told_at else ""
    return Card(
        title="The customer was told of the decision",
        summary=f"{case.reference}: the customer was told of a decision.",
        blocks=(
            Facts(
                (
                    *painting.customer_facts,
                    ("Decision", decision_text(case, decision.no)),
                    ("Told on", when),
                )
            ),
        ),
        buttons=painting.case_buttons(),
        tone=Tone.GOOD,
    )
