"""How a proposal gets on, told to the colleague who made it or who asked about it."""

from bot.conversation import buttons
from bot.conversation.cards.approval import status_tone
from bot.conversation.cards.evidence import question_blocks
from bot.conversation.cards.painting import Painting
from bot.conversation.words.proposals import kind_of, status_of
from bot.views.card import Button, Card, Facts, Paragraph, Quote, Tone
from core.case.state import ProposalStatus


def status(painting: Painting) -> Card:
    """To the proposer: where the proposal stands."""
    proposal, case = painting.proposal, painting.case
    reason = (Paragraph("The reason given:"), Quote(proposal.reason)) if proposal.reason else ()
    return Card(
        title=f"You proposed {kind_of(proposal.matter)}",
        summary=f"{case.reference}: your proposal is {_plain(proposal.status)}.",
        blocks=(
            Facts(
                (
                    *painting.customer_facts,
                    ("Proposed on", painting.moment(proposal.proposed_at)),
                    ("Status", status_of(painting.policy, painting.people, proposal)),
                )
            ),
            *reason,
            *question_blocks(painting),
        ),
        buttons=_proposer_buttons(painting),
        tone=status_tone(proposal.status),
    )


def question_asked(painting: Painting) -> Card:
    """To the proposer: answer, so that it can be decided."""
    proposal, case = painting.proposal, painting.case
    asker = painting.name(proposal.questions[-1].asked_by) if proposal.questions else "Somebody"
    return Card(
        title=f"{asker} asks for more information",
        summary=f"{case.reference}: there is a question about your proposal.",
        blocks=(
            Facts((*painting.customer_facts, ("Proposed", kind_of(proposal.matter)))),
            *question_blocks(painting),
            *_settled(painting),
        ),
        buttons=_proposer_buttons(painting),
        tone=Tone.CAUTION if proposal.status is ProposalStatus.QUESTIONED else Tone.INFO,
    )


def question_answered(painting: Painting) -> Card:
    """To whoever asked: now decide."""
    proposal, case = painting.proposal, painting.case
    return Card(
        title="Your question was answered",
        summary=f"{case.reference}: your question about a proposal was answered.",
        blocks=(
            Facts((*painting.customer_facts, ("Proposed", kind_of(proposal.matter)))),
            *question_blocks(painting),
            *_settled(painting),
        ),
        buttons=(buttons.show(case, proposal.no),) if proposal.is_open else (),
    )


def _settled(painting: Painting) -> tuple[Paragraph, ...]:
    if painting.proposal.is_open:
        return ()
    words = status_of(painting.policy, painting.people, painting.proposal)
    return (Paragraph(f"{words}."),)


def _proposer_buttons(painting: Painting) -> tuple[Button, ...]:
    proposal, case = painting.proposal, painting.case
    if not proposal.is_open:
        return ()
    asked = proposal.status is ProposalStatus.QUESTIONED
    answer = (buttons.answer(case, proposal.no),) if asked else ()
    return (*answer, buttons.withdraw(case, proposal.no))


def _plain(status: ProposalStatus) -> str:
    match status:
        case ProposalStatus.OPEN:
            return "waiting for a decision"
        case ProposalStatus.QUESTIONED:
            return "waiting for your answer"
        case settled:
            return str(settled)
