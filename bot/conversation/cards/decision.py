"""What follows from a decision: told to the proposer and to the owner of the case."""

from typing import Final

from bot.conversation import buttons
from bot.conversation.cards.approval import status_tone
from bot.conversation.cards.matters import matter_blocks
from bot.conversation.cards.painting import Painting
from bot.conversation.words.proposals import kind_of, status_of
from bot.views.card import Block, Card, Facts, Paragraph, Quote, Tone
from core.case.duties.owing import awaits_telling, teller
from core.case.proposals import (
    DisengagementMatter,
    DisengagementOutcome,
    DisengagementReviewMatter,
    Matter,
    ReviewMatter,
    ReviewOutcome,
    SanctionsMatter,
    WarningMatter,
)
from core.case.state import GivenWarning, ProposalStatus
from core.vocabulary.wording import lower_first, say_day

_TELL: Final = "Tell the customer, preferably in writing, then press “I have told the customer”."


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
        buttons=painting.case_buttons()
        if proposal.status is ProposalStatus.APPROVED
        else (buttons.case_page(case),),
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
            Facts(
                (
                    *painting.customer_facts,
                    ("Decision", status_of(painting.policy, painting.people, proposal)),
                )
            ),
            *matter_blocks(painting, proposal.matter),
            Paragraph(_warned(painting, given) if given else _TELL),
        ),
        buttons=painting.case_buttons() if given else (buttons.warning_given(case, proposal.no),),
        tone=Tone.GOOD if given else Tone.CAUTION,
    )


def _given(painting: Painting) -> GivenWarning | None:
    no = painting.proposal.no
    return next((w for w in painting.case.warnings if w.proposal == no), None)


def _warned(painting: Painting, given: GivenWarning) -> str:
    means = lower_first(painting.policy.means_label(given.means))
    return (
        f"The customer was told on {painting.moment(given.given_at)} by {means}. "
        f"We watch how contact goes until {say_day(given.monitor_until)}."
    )


def _next_steps(painting: Painting) -> tuple[Block, ...]:
    proposal = painting.proposal
    if proposal.status is not ProposalStatus.APPROVED:
        return ()
    return tuple(
        Paragraph(words) for words in (_effect(proposal.matter), _telling(painting)) if words
    )


def _effect(matter: Matter) -> str:
    match matter:
        case ReviewMatter(outcome=ReviewOutcome.LIFT):
            return "The sanction is lifted."
        case DisengagementReviewMatter(outcome=DisengagementOutcome.RE_ENGAGE):
            return "We re-engage with the customer."
        case SanctionsMatter(review_on=day) | DisengagementMatter(review_on=day):
            return f"The next review is on {say_day(day)}."
        case (
            ReviewMatter(next_review_on=next_on) | DisengagementReviewMatter(next_review_on=next_on)
        ) if next_on:
            return f"The next review is on {say_day(next_on)}."
    return ""


def _telling(painting: Painting) -> str:
    proposal, case = painting.proposal, painting.case
    if given := _given(painting):
        return _warned(painting, given)
    if proposal.told_at:
        return f"The customer was told on {painting.moment(proposal.told_at)}."
    if not awaits_telling(case, proposal):
        return ""
    how = "" if isinstance(proposal.matter, WarningMatter) else " in writing"
    return f"{painting.name(teller(case, proposal))} tells the customer{how}, then says so."
