"""What follows from a decision: told to the proposer and to the owner of the case."""

from datetime import date

from bot.conversation import buttons
from bot.conversation.cards.approval import status_tone
from bot.conversation.cards.matter_blocks import matter_blocks
from bot.conversation.cards.painting import Painting
from bot.conversation.words.proposals import kind_of, status_of
from bot.views.card import Block, Button, Card, Facts, Paragraph, Quote, Tone
from core.case.proposals import ReviewMatter, ReviewOutcome, SanctionsMatter, WarningMatter
from core.case.state import GivenWarning, Proposal, ProposalStatus
from core.vocabulary.wording import lower_first, say_day


def made(painting: Painting) -> Card:
    proposal, case = painting.proposal, painting.case
    return Card(
        title=f"{str(proposal.status).capitalize()}: {kind_of(proposal.matter)}",
        summary=f"{case.reference}: {kind_of(proposal.matter)} was {proposal.status}.",
        blocks=(
            Facts(
                (
                    *painting.customer_facts,
                    ("Decision", status_of(painting.policy, painting.people, proposal)),
                )
            ),
            *((Paragraph("The reason given:"), Quote(proposal.reason)) if proposal.reason else ()),
            *_next_steps(painting),
        ),
        buttons=_buttons(painting),
        tone=status_tone(proposal.status),
    )


def warning_to_give(painting: Painting) -> Card:
    """To the owner: tell the customer, then say so."""
    proposal, case = painting.proposal, painting.case
    given = _given(painting)
    return Card(
        title="The customer has been told" if given else "Please tell the customer",
        summary=f"{case.reference}: a warning was approved and is to be given."
        if not given
        else f"{case.reference}: the warning was given.",
        blocks=(
            Facts(painting.customer_facts),
            *matter_blocks(painting, proposal.matter),
            *_told(painting, given),
        ),
        buttons=_buttons(painting),
        tone=Tone.GOOD if given else Tone.CAUTION,
    )


def _given(painting: Painting) -> GivenWarning | None:
    no = painting.proposal.no
    return next((w for w in painting.case.warnings if w.proposal == no), None)


def _told(painting: Painting, given: GivenWarning | None) -> tuple[Block, ...]:
    if given is None:
        words = "Tell the customer, preferably in writing, then press “I have told the customer”."
        return (Paragraph(words),)
    means = lower_first(painting.policy.means_label(given.means))
    return (
        Paragraph(
            f"The customer was told on {painting.moment(given.given_at)} by {means}. "
            f"We watch how contact goes until {say_day(given.monitor_until)}."
        ),
    )


def _next_steps(painting: Painting) -> tuple[Block, ...]:
    proposal = painting.proposal
    if proposal.status is not ProposalStatus.APPROVED:
        return ()
    match proposal.matter:
        case WarningMatter():
            return _told(painting, _given(painting))
        case SanctionsMatter(review_on=review_on):
            return (_tell("what was decided, why, how long it lasts"), _review_line(review_on))
        case ReviewMatter(outcome=ReviewOutcome.LIFT):
            return (Paragraph("The sanction is lifted. Tell the customer, in writing."),)
        case ReviewMatter(outcome=ReviewOutcome.CHANGE, next_review_on=review_on):
            told = (_tell("what changes, and why"),)
            return (*told, _review_line(review_on)) if review_on else told
        case ReviewMatter(next_review_on=review_on):
            return (_review_line(review_on),) if review_on else ()


def _tell(what: str) -> Paragraph:
    return Paragraph(f"Tell the customer in writing: {what}, and how they can challenge it.")


def _review_line(review_on: date) -> Paragraph:
    return Paragraph(f"The next review is on {say_day(review_on)}.")


def _buttons(painting: Painting) -> tuple[Button, ...]:
    proposal, case = painting.proposal, painting.case
    if proposal.status is not ProposalStatus.APPROVED:
        return (buttons.timeline(case),)
    if _to_be_told(painting, proposal):
        return (buttons.warning_given(case, proposal.no),)
    return painting.case_buttons()


def _to_be_told(painting: Painting, proposal: Proposal) -> bool:
    return isinstance(proposal.matter, WarningMatter) and _given(painting) is None
