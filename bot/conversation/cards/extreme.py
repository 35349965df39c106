"""Extreme behaviour may be answered without the usual stages."""

from collections.abc import Iterator

from bot.conversation import buttons
from bot.conversation.buttons import disengaging
from bot.conversation.buttons.extreme import referral
from bot.conversation.cards.painting import Painting
from bot.conversation.words.proposals import kind_of, status_of
from bot.conversation.words.referrals import referral_text
from bot.views.card import Block, Bullets, Button, Card, Facts, Heading, Paragraph, Tone
from core.case.authority.seats import present
from core.case.commands import RecordReferral, Referral
from core.case.events import ReferredTo
from core.case.extreme import alerted, on_extreme_grounds
from core.case.state import Proposal, ProposalStatus
from core.vocabulary.ids import SYSTEM
from core.vocabulary.wording import listed


def alerted_now(painting: Painting) -> Card:
    """To the reporter, at once."""
    case = painting.case
    return Card(
        title="The alert is sent",
        summary=f"{case.reference}: extreme behaviour is reported and the alert is sent.",
        blocks=(
            Facts((*painting.customer_facts, ("Alerted", _alerted(painting)))),
            *next_steps(painting),
        ),
        buttons=(*offered(painting), buttons.case_page(case)),
        tone=Tone.DANGER,
    )


def recorded(painting: Painting) -> Card:
    """To the reporter, in their conversation with the bot: what can be done without a warning."""
    case = painting.case
    return Card(
        title="Extreme behaviour is recorded",
        summary=f"{case.reference}: extreme behaviour is recorded. See what to do next.",
        blocks=(
            Facts((*painting.customer_facts, ("Alerted", _alerted(painting)))),
            Paragraph(painting.policy.extreme.danger),
            *next_steps(painting),
        ),
        buttons=(*offered(painting), buttons.case_page(case)),
        tone=Tone.DANGER,
    )


def nothing_proposed(painting: Painting) -> Card:
    """To somebody who came to decide before anything was proposed."""
    case = painting.case
    return Card(
        title="Nothing has been proposed yet",
        summary=f"{case.reference}: nothing waits for a decision yet.",
        blocks=(Facts(painting.customer_facts), *next_steps(painting)),
        buttons=(*offered(painting), buttons.case_page(case)),
        tone=Tone.CAUTION,
    )


def next_steps(painting: Painting) -> tuple[Block, ...]:
    """What has been proposed at once, or that it can be."""
    if made := tuple(proposed(painting)):
        return proposed_blocks(painting, made)
    return (
        Paragraph(
            "Stages may be skipped and no warning is needed. Propose sanctions or disengagement "
            f"now; it still takes two people of different grades, and {decides(painting)}."
        ),
    )


def proposed_blocks(painting: Painting, made: tuple[Proposal, ...]) -> tuple[Block, ...]:
    lines = tuple(_line(painting, proposal) for proposal in made)
    return (Heading("Proposed for extreme behaviour"), Bullets(lines))


def decides(painting: Painting) -> str:
    """``somebody of the grade Director or above decides``."""
    policy = painting.policy
    grade = policy.grade_label(policy.extreme.sign_off.minimum_grade)
    return f"somebody of the grade {grade} or above decides"


def offered(painting: Painting) -> tuple[Button, ...]:
    """Proposing, until something waits for its decision."""
    if any(proposal.is_open for proposal in proposed(painting)):
        return ()
    return (buttons.propose(painting.case), disengaging.disengage(painting.case))


def referral_blocks(proposal: Proposal) -> tuple[Block, ...]:
    """What was considered about Legal and the Police."""
    if not proposal.referrals:
        return ()
    told = tuple(referral_text(each) for each in proposal.referrals)
    return (Heading("Legal and the Police"), Bullets(told))


def referral_buttons(painting: Painting, proposal: Proposal) -> tuple[Button, ...]:
    later = Referral(ReferredTo.POLICE, reported=True, reason="")
    may = painting.allows(RecordReferral(proposal.no, later))
    return (referral(painting.case, proposal.no),) if may else ()


def proposed(painting: Painting) -> Iterator[Proposal]:
    """Whatever was put to a second person on these grounds, unless it was withdrawn."""
    for proposal in painting.case.proposals.values():
        if on_extreme_grounds(proposal.matter) and proposal.status is not ProposalStatus.WITHDRAWN:
            yield proposal


def _line(painting: Painting, proposal: Proposal) -> str:
    status = status_of(painting.policy, painting.people, proposal)
    by = painting.name(proposal.proposed_by)
    return f"{by} proposed {kind_of(proposal.matter)}. {status}."


def _alerted(painting: Painting) -> str:
    """As the alert was addressed: deputies in the place of those away, and the managers."""
    scene = painting.scene(painting.reader or SYSTEM)
    directors = alerted(scene)
    here = [member for each in directors if (member := present(scene, each))] or directors
    names = dict.fromkeys(member.name for member in here)
    owner = painting.name(painting.case.owner)
    return listed([*names, f"the managers of {owner}"])
