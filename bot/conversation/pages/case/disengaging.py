"""Disengagement, contact to be assessed, clients and Legal, on the page of a case."""

from collections.abc import Iterator
from typing import Final

from bot.conversation.buttons import disengaging
from bot.conversation.cards.assessing import is_asked, waits
from bot.conversation.pages.case.seen import Seen
from bot.conversation.rehearsing.specimens import any_complaint, any_disengagement, any_extension
from bot.conversation.words.sentences import cut, ended
from bot.views.card import Block, Button, Heading, Item
from core.case.commands import Propose, RecordClientTold, RecordLegalAdvice
from core.case.state import Contact, LegalAdvice
from core.case.weighing.assessing import may_assess
from core.vocabulary.wording import lower_first, say_moment

MOST_LISTED: Final = 5
TEXT_ROOM: Final = 400


def parts(seen: Seen) -> Iterator[Block]:
    yield from _contacts(seen)
    yield from _clients(seen)
    yield from _advice(seen)


def offers(seen: Seen) -> Iterator[Button]:
    scene, case = seen.scene, seen.case
    if seen.may(Propose(any_disengagement(scene, case))):
        yield disengaging.disengage(case)
    if seen.may(RecordClientTold("", scene.now, "", "")):
        yield disengaging.client_told(case)
    if seen.may(any_complaint(scene)):
        yield disengaging.complain(case)
    extension = any_extension(case)
    if extension and seen.may(Propose(extension)):
        yield disengaging.extend(case)
    yield disengaging.ask_legal(case)
    yield disengaging.customer(seen.customer)


def _contacts(seen: Seen) -> Iterator[Block]:
    """From somebody we disengaged from, about which nobody has decided yet (stage 6)."""
    waiting = [c for c in seen.case.contacts if waits(c) and is_asked(seen.case, c)]
    if waiting:
        yield Heading("Contact to be dealt with")
    for contact in waiting[-MOST_LISTED:]:
        yield _contact(seen, contact)


def _contact(seen: Seen, contact: Contact) -> Item:
    policy = seen.scene.policy
    means = lower_first(policy.means_label(contact.means))
    mine = may_assess(seen.scene, seen.case, contact)
    asked = "A manager was asked. " if contact.response else ""
    about = f"About {ended(contact.topic)}" if seen.reads or mine else ""
    return Item(
        f"By {means}, {say_moment(contact.occurred_at, policy.zone)}",
        f"{asked}{about}",
        (disengaging.choose(seen.case, contact),) if mine else (),
    )


def _clients(seen: Seen) -> Iterator[Block]:
    """Agents / contractors."""
    if not seen.reads or not (seen.case.clients_told or seen.case.complaints):
        return
    zone = seen.scene.policy.zone
    yield Heading("The agent's clients and employer")
    for told in seen.case.clients_told[-MOST_LISTED:]:
        yield Item(
            f"Client told on {say_moment(told.told_at, zone)}",
            f"{cut(told.client, TEXT_ROOM)}. {cut(told.effect, TEXT_ROOM)}",
        )
    for made in seen.case.complaints[-MOST_LISTED:]:
        yield Item(
            f"Complaint of {say_moment(made.made_at, zone)}",
            f"To {cut(made.addressee, TEXT_ROOM)}. {cut(made.details, TEXT_ROOM)}",
        )


def _advice(seen: Seen) -> Iterator[Block]:
    requests = list(seen.case.legal_advice.values())[-MOST_LISTED:]
    if requests:
        yield Heading("Legal advice")
    for request in requests:
        yield _request(seen, request)


def _request(seen: Seen, request: LegalAdvice) -> Item:
    when = say_moment(request.asked_at, seen.scene.policy.zone)
    title = f"Asked by {seen.scene.people.name_of(request.asked_by)} on {when}"
    gives = seen.may(RecordLegalAdvice(request.no, "", ""))
    button = (disengaging.give_advice(seen.case, request.no),) if gives else ()
    answer = request.advice or "Legal has not advised yet."
    if not (seen.reads or gives):
        answer = "Legal has advised." if request.advice else answer
        return Item(title, answer, button)
    return Item(title, f"{cut(request.question, TEXT_ROOM)}\n{cut(answer, TEXT_ROOM)}", button)
