"""Extreme behaviour is made known at once; the alert follows what is proposed and decided."""

from bot.conversation import buttons
from bot.conversation.buttons.extreme import decide_at_once
from bot.conversation.cards.extreme import (
    decides,
    offered,
    proposed,
    proposed_blocks,
    referral_blocks,
    referral_buttons,
)
from bot.conversation.cards.painting import Painting
from bot.conversation.cards.standing import exception_note
from bot.conversation.words.matters import behaviours
from bot.conversation.words.sentences import cut, ended
from bot.views.card import Block, Button, Card, Facts, Paragraph, Quote, Tone
from core.case.state import Incident, Proposal, ProposalStatus

NARRATIVE_ROOM = 2000


def alert(painting: Painting) -> Card:
    """To directors and managers in private, with the way to deciding; and to a channel."""
    case, no = painting.case, painting.number("incident")
    incident = next(each for each in case.incidents if each.no == no)
    made = tuple(each for each in proposed(painting) if each.is_open or each.no > no)
    is_open = not made or any(each.is_open for each in made)
    return Card(
        title=f"{case.reference}: extreme behaviour was reported",
        summary=f"{case.reference}: extreme behaviour was reported.",
        blocks=(
            Facts(
                (
                    *painting.customer_facts,
                    ("Happened", painting.moment(incident.occurred_at)),
                    ("Reported by", painting.person(incident.reported_by)),
                    ("Looked after by", painting.person(case.owner)),
                )
            ),
            *_told(painting, incident),
            *_so_far(painting, made),
            Paragraph(painting.policy.extreme.danger),
            exception_note(painting.policy),
        ),
        buttons=(*_next(painting, made), buttons.case_page(case)) if painting.reader else (),
        tone=Tone.DANGER if is_open else Tone.INFO,
    )


def _told(painting: Painting, incident: Incident) -> tuple[Block, ...]:
    """What happened, in private alone."""
    if painting.reader is None:
        return ()
    means = painting.policy.means_label(incident.means)
    kinds = behaviours(painting.policy, incident.behaviours)
    return (
        Paragraph(f"{means}: {kinds}. {ended(incident.topic)}"),
        Quote(cut(incident.narrative, NARRATIVE_ROOM)),
    )


def _so_far(painting: Painting, made: tuple[Proposal, ...]) -> tuple[Block, ...]:
    if not made:
        return (_nothing_yet(painting),) if painting.reader else ()
    considered = (block for each in made for block in referral_blocks(each))
    return (*proposed_blocks(painting, made), *(considered if painting.reader else ()))


def _nothing_yet(painting: Painting) -> Block:
    return Paragraph(
        f"Somebody proposes what to do, without a warning before; {decides(painting)}. "
        "Press “Read and decide” as soon as something is proposed, or propose it yourself "
        "and let another person decide."
    )


def _next(painting: Painting, made: tuple[Proposal, ...]) -> tuple[Button, ...]:
    if not made or any(each.is_open for each in made):
        return (decide_at_once(painting.case),)
    approved = [each for each in made if each.status is ProposalStatus.APPROVED]
    return referral_buttons(painting, approved[-1]) if approved else offered(painting)
