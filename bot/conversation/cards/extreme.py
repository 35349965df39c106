"""Extreme behaviour is made known at once, and may be answered without the usual stages."""

from collections.abc import Iterator

from bot.conversation import buttons
from bot.conversation.buttons import disengaging
from bot.conversation.buttons.extreme import decide_at_once, referral
from bot.conversation.cards.painting import Painting
from bot.conversation.cards.standing import exception_note
from bot.conversation.words.matters import behaviours
from bot.conversation.words.proposals import kind_of, status_of
from bot.conversation.words.referrals import referral_text
from bot.conversation.words.sentences import cut, ended
from bot.views.card import Block, Bullets, Button, Card, Facts, Heading, Paragraph, Quote, Tone
from core.case.authority.seats import present
from core.case.commands import RecordReferral, Referral
from core.case.events import ReferredTo
from core.case.extreme import alerted, on_extreme_grounds
from core.case.state import Proposal, ProposalStatus
from core.vocabulary.ids import SYSTEM
from core.vocabulary.wording import listed

NARRATIVE_ROOM = 2000


def alert(painting: Painting) -> Card:
    """To directors and managers in private, with the way to deciding; and to a channel."""
    case, no = painting.case, painting.number("incident")
    incident = next(each for each in case.incidents if each.no == no)
    told: tuple[Block, ...] = ()
    if painting.reader is not None:
        means = painting.policy.means_label(incident.means)
        kinds = behaviours(painting.policy, incident.behaviours)
        told = (
            Paragraph(f"{means}: {kinds}. {ended(incident.topic)}"),
            Quote(cut(incident.narrative, NARRATIVE_ROOM)),
            Paragraph(
                f"Somebody proposes what to do, without a warning before; {decides(painting)}. "
                "Press “Read and decide” as soon as something is proposed, or propose it yourself "
                "and let another person decide."
            ),
        )
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
            *told,
            Paragraph(painting.policy.extreme.danger),
            exception_note(painting.policy),
        ),
        buttons=(decide_at_once(case), buttons.case_page(case)) if painting.reader else (),
        tone=Tone.DANGER,
    )


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
    made = tuple(_line(painting, proposal) for proposal in _proposed(painting))
    if made:
        return (Heading("Proposed for extreme behaviour"), Bullets(made))
    return (
        Paragraph(
            "Stages may be skipped and no warning is needed. Propose sanctions or disengagement "
            f"now; it still takes two people of different grades, and {decides(painting)}."
        ),
    )


def decides(painting: Painting) -> str:
    """``somebody of the grade Director or above decides``."""
    policy = painting.policy
    grade = policy.grade_label(policy.extreme.sign_off.minimum_grade)
    return f"somebody of the grade {grade} or above decides"


def offered(painting: Painting) -> tuple[Button, ...]:
    """Proposing, until something waits for its decision."""
    if any(proposal.is_open for proposal in _proposed(painting)):
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


def _proposed(painting: Painting) -> Iterator[Proposal]:
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
