"""Extreme behaviour and appeals, on the page of a case."""

from collections.abc import Iterator

from bot.conversation.buttons.extreme import appeal as appeal_button
from bot.conversation.buttons.extreme import referral
from bot.conversation.pages.case.seen import Seen
from bot.conversation.words.appeals import OUTCOMES
from bot.conversation.words.proposals import kind_of, person
from bot.conversation.words.referrals import referral_text
from bot.conversation.words.sentences import cut, ended
from bot.views.card import Block, Button, Heading, Item, Paragraph
from core.case.commands import RaiseAppeal, RecordReferral, Referral
from core.case.events import ReferredTo
from core.case.extreme import on_extreme_grounds
from core.case.state import Appeal, Proposal, ProposalStatus
from core.vocabulary.wording import say_day, say_moment, upper_first

REASONS_ROOM = 600


def parts(seen: Seen) -> Iterator[Block]:
    yield from _extreme(seen)
    yield from _appeals(seen)


def offers(seen: Seen) -> Iterator[Button]:
    case = seen.case
    if any(seen.may(RaiseAppeal(no, "-", seen.scene.now)) for no in case.proposals):
        yield appeal_button(case)


def _extreme(seen: Seen) -> Iterator[Block]:
    zone = seen.scene.policy.zone
    threats = [incident for incident in seen.case.incidents if incident.extreme]
    if not threats:
        return
    last = say_moment(threats[-1].occurred_at, zone)
    yield Heading("Extreme behaviour")
    yield Paragraph(f"An immediate threat was reported, the last one of {last}.")
    for proposal in seen.case.proposals.values():
        if on_extreme_grounds(proposal.matter) and proposal.status is ProposalStatus.APPROVED:
            yield _considered(seen, proposal)


def _considered(seen: Seen, proposal: Proposal) -> Item:
    """What was considered about Legal and the Police is for those who may read the case."""
    later = Referral(ReferredTo.POLICE, reported=True, reason="")
    may = seen.may(RecordReferral(proposal.no, later))
    told = [cut(referral_text(each), REASONS_ROOM) for each in proposal.referrals]
    kind = kind_of(proposal.matter)
    return Item(
        upper_first(kind),
        "\n".join(told) if seen.reads else "Legal and the Police were considered.",
        (referral(seen.case, proposal.no),) if may else (),
    )


def _appeals(seen: Seen) -> Iterator[Block]:
    """The button that answers one stands beside the duty to do so."""
    appeals = list(seen.case.appeals.values())
    if appeals:
        yield Heading("Appeals")
    for appeal in appeals:
        yield _appeal(seen, appeal)


def _appeal(seen: Seen, appeal: Appeal) -> Item:
    scene = seen.scene
    kind = kind_of(seen.case.proposals[appeal.decision].matter)
    when = say_moment(appeal.raised_at, scene.policy.zone)
    if appeal.outcome is None:
        who = person(scene.policy, scene.people, appeal.handler)
        status = f"{who} answers by {say_day(appeal.answer_by)}."
    else:
        who = person(scene.policy, scene.people, appeal.decided_by)
        status = f"Answered by {who}: {OUTCOMES[appeal.outcome]}."
    reasons = f"\n{cut(ended(appeal.reasons), REASONS_ROOM)}" if seen.reads else ""
    return Item(f"Against {kind}", f"Challenged on {when}. {status}{reasons}".strip())
