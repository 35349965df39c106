"""Approvals: what waits for this person's decision, and what they proposed."""

from collections.abc import Callable, Sequence
from typing import Final

from bot.conversation import buttons
from bot.conversation.visit import Visit
from bot.conversation.words.proposals import kind_of, status_of
from bot.conversation.words.sentences import counted
from bot.views.answer import Answer
from bot.views.card import Block, Button, Card, Heading, Item, Note, Paragraph
from core.case.state import Case, Proposal, ProposalStatus
from core.services.summary import CaseSummary
from core.vocabulary.wording import say_moment

MOST_LISTED: Final = 10


async def page(visit: Visit, _text: str = "") -> Answer:
    me, cases = visit.me.id, visit.office.desk.cases
    waiting = await _proposals(
        visit, await cases.awaiting_decision_by(me), lambda p: p.approver == me
    )
    mine = await _proposals(
        visit, await cases.awaiting_decision_of(me), lambda p: p.proposed_by == me
    )
    return Card(
        title="Approvals",
        summary=f"{counted(len(waiting), 'proposal')} waiting for you.",
        blocks=(
            Heading("Waiting for your decision"),
            *await _listed(visit, waiting, _to_decide, "Nothing is waiting for you."),
            Heading("Proposed by you"),
            *await _listed(visit, mine, _to_follow, "None of your proposals is waiting."),
        ),
    )


_Found = Sequence[tuple[Case, Proposal]]


async def _proposals(
    visit: Visit, summaries: Sequence[CaseSummary], wanted: Callable[[Proposal], bool]
) -> _Found:
    cases = [await visit.case(summary.case) for summary in summaries]
    found = [(case, p) for case in cases for p in case.open_proposals if wanted(p)]
    return sorted(found, key=lambda pair: pair[1].proposed_at)


async def _listed(
    visit: Visit,
    found: _Found,
    offered: Callable[[Case, Proposal], tuple[Button, ...]],
    none: str,
) -> list[Block]:
    """The oldest first."""
    blocks: list[Block] = []
    for case, proposal in found[:MOST_LISTED]:
        people = await visit.office.people_of(case)
        policy = visit.office.policy
        when = say_moment(proposal.proposed_at, policy.zone)
        who = people.name_of(proposal.proposed_by)
        text = f"Proposed by {who} on {when}. {status_of(policy, people, proposal)}."
        title = f"{case.reference}: {kind_of(proposal.matter)}"
        blocks.append(Item(title, text, offered(case, proposal)))
    if len(found) > MOST_LISTED:
        blocks.append(Note(f"And {len(found) - MOST_LISTED} more, once these are decided."))
    return blocks or [Paragraph(none)]


def _to_decide(case: Case, proposal: Proposal) -> tuple[Button, ...]:
    return (buttons.show(case, proposal.no),)


def _to_follow(case: Case, proposal: Proposal) -> tuple[Button, ...]:
    questioned = proposal.status is ProposalStatus.QUESTIONED
    answer = (buttons.answer(case, proposal.no),) if questioned else ()
    return (*answer, buttons.withdraw(case, proposal.no))
