"""Proposals that wait for a decision, and what can be begun at stages 1 and 2."""

from collections.abc import Iterator

from bot.conversation import buttons
from bot.conversation.pages.case.seen import Seen
from bot.conversation.rehearsing.specimens import any_contact, any_sanctions, any_warning
from bot.conversation.words.proposals import kind_of, status_of
from bot.views.card import Block, Button, Heading, Item
from core.case.commands import GiveInformation, Propose, Reject, Withdraw
from core.case.state import Proposal
from core.vocabulary.wording import upper_first


def parts(seen: Seen) -> Iterator[Block]:
    waiting = seen.case.open_proposals
    if waiting:
        yield Heading("Waiting for a decision")
    for proposal in waiting:
        kind = kind_of(proposal.matter)
        status = status_of(seen.scene.policy, seen.scene.people, proposal)
        yield Item(upper_first(kind), f"{status}.", tuple(_about(seen, proposal)))


def _about(seen: Seen, proposal: Proposal) -> Iterator[Button]:
    case, no = seen.case, proposal.no
    if seen.may(Reject(no, "")):
        yield buttons.show(case, no)
    if seen.may(GiveInformation(no, "")):
        yield buttons.answer(case, no)
    if seen.may(Withdraw(no)):
        yield buttons.withdraw(case, no)


def offers(seen: Seen) -> Iterator[Button]:
    scene, case = seen.scene, seen.case
    sanctions = any_sanctions(scene, case)
    if sanctions and seen.may(Propose(sanctions)):
        yield buttons.propose(case)
    if seen.may(Propose(any_warning(scene))):
        yield buttons.warn(case)
    if seen.may(any_contact(scene)):
        yield buttons.contact(case)
    yield buttons.report(seen.customer)
