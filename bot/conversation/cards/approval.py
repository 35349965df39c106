"""Approval requests to the person who decides, and their copy for a channel."""

from dataclasses import replace

from bot.conversation import buttons
from bot.conversation.cards.evidence import incident_blocks, question_blocks, warning_line
from bot.conversation.cards.extreme import referral_blocks, referral_buttons
from bot.conversation.cards.matters import matter_blocks
from bot.conversation.cards.painting import Painting
from bot.conversation.cards.routing import why_sent
from bot.conversation.pointer import Pointer
from bot.conversation.words.proposals import kind_of, status_of
from bot.views.card import (
    Block,
    Button,
    Card,
    Facts,
    Heading,
    Note,
    Paragraph,
    Personal,
    Quote,
    Tone,
)
from core.case.authority.sign_off import objection
from core.case.proposals import WarningMatter
from core.case.state import ProposalStatus

_TONES = {
    ProposalStatus.OPEN: Tone.INFO,
    ProposalStatus.QUESTIONED: Tone.INFO,
    ProposalStatus.APPROVED: Tone.GOOD,
    ProposalStatus.REJECTED: Tone.CAUTION,
    ProposalStatus.WITHDRAWN: Tone.CAUTION,
}


def status_tone(status: ProposalStatus) -> Tone:
    return _TONES[status]


def request(painting: Painting) -> Card:
    """Private: everything needed to decide. Buttons only while the reader may decide."""
    proposal, case = painting.proposal, painting.case
    verb = "Please decide" if proposal.is_open else "Decided"
    warned = () if isinstance(proposal.matter, WarningMatter) else _warned(painting)
    return Card(
        title=f"{verb}: {kind_of(proposal.matter)}",
        summary=f"{case.reference}: {kind_of(proposal.matter)} {_waits(painting)}",
        blocks=(
            Facts(
                (
                    *painting.customer_facts,
                    ("Proposed by", painting.person(proposal.proposed_by)),
                    ("Proposed on", painting.moment(proposal.proposed_at)),
                    ("Status", status_of(painting.policy, painting.people, proposal)),
                )
            ),
            *((Paragraph(why_sent(painting)),) if proposal.went_up else ()),
            *_reason(painting),
            *matter_blocks(painting, proposal.matter),
            *incident_blocks(painting),
            *warned,
            *_questions(painting),
            *referral_blocks(proposal),
            *(() if proposal.went_up else (Note(why_sent(painting)),)),
        ),
        buttons=_buttons(painting),
        tone=status_tone(proposal.status),
    )


def notice(painting: Painting) -> Card:
    """For a channel: that something is to be decided, by whom, and how far it is.

    The button shows the whole proposal, privately, to those who may decide it.
    """
    proposal, case = painting.proposal, painting.case
    return Card(
        title=f"{case.reference}: {kind_of(proposal.matter)} {_waits(painting)}",
        summary=f"{case.reference}: {kind_of(proposal.matter)} {_waits(painting)}",
        blocks=(
            Facts(
                (
                    ("Case", case.reference),
                    ("Proposed by", painting.person(proposal.proposed_by)),
                    ("Asked to decide", painting.person(proposal.approver)),
                    ("Status", status_of(painting.policy, painting.people, proposal)),
                )
            ),
        ),
        buttons=(buttons.show(case, proposal.no),) if proposal.is_open else (),
        tone=status_tone(proposal.status),
        personal=_for_the_approver(painting),
    )


def notice_to_one(painting: Painting) -> Card:
    """The channel's notice as one person sees it: who may decide can do so there and then."""
    shown = notice(painting)
    return replace(shown, buttons=_buttons(painting) or shown.buttons, personal=None)


def _for_the_approver(painting: Painting) -> Personal | None:
    proposal = painting.proposal
    approver = painting.people.get(proposal.approver)
    if not proposal.is_open or approver is None:
        return None
    value = str(Pointer(painting.case.id, proposal.no))
    return Personal(approver.accounts, buttons.Action.NOTICE, value)


def _waits(painting: Painting) -> str:
    match painting.proposal.status:
        case ProposalStatus.OPEN | ProposalStatus.QUESTIONED:
            return "waits for a decision"
        case status:
            return f"was {status}"


def _warned(painting: Painting) -> tuple[Block, ...]:
    return (Heading("Warning before"), Paragraph(warning_line(painting)))


def _reason(painting: Painting) -> tuple[Block, ...]:
    reason = painting.proposal.reason
    return (Paragraph("The reason given:"), Quote(reason)) if reason else ()


def _questions(painting: Painting) -> tuple[Block, ...]:
    blocks = tuple(question_blocks(painting))
    return (Heading("Questions and answers"), *blocks) if blocks else ()


def _buttons(painting: Painting) -> tuple[Button, ...]:
    proposal = painting.proposal
    if painting.reader is None:
        return ()
    if not proposal.is_open:
        return referral_buttons(painting, proposal)
    scene = painting.office.scene(painting.reader, painting.people)
    if objection(scene, painting.case, proposal) is not None:
        return ()
    return buttons.decide(painting.case, proposal.no)
