"""Stage 6: is the contact on the same topic, and what is done about it?"""

from collections.abc import Iterator
from typing import Final

from bot.conversation.buttons import disengaging
from bot.conversation.cards.painting import Painting
from bot.conversation.words.contacts import RELATIONS, RESPONSES
from bot.views.card import Block, Button, Heading, Item, Paragraph
from core.case.events import Relation, Response
from core.case.state import Case, Contact
from core.case.weighing.assessing import disengaged_at, may_assess, responses_of
from core.vocabulary.ids import SYSTEM
from core.vocabulary.wording import listed

_QUESTION: Final = "Same or similar topic, wholly different, or unsure?"
_RELATIONS: Final = {
    Relation.SAME: ("Same or similar topic", "We must not re-engage on it."),
    Relation.DIFFERENT: ("Wholly different topic", ""),
    Relation.UNSURE: ("Unsure", "A manager decides. Do not answer before."),
}


def contact_of(painting: Painting) -> Contact:
    no = painting.number("contact")
    return next(contact for contact in painting.case.contacts if contact.no == no)


def is_asked(case: Case, contact: Contact) -> bool:
    """Only of somebody we had disengaged from when the contact was made."""
    return bool(disengaged_at(case, contact))


def waits(contact: Contact) -> bool:
    return contact.response in (None, Response.MANAGER_ASKED)


def question_blocks(painting: Painting, contact: Contact) -> tuple[Block, ...]:
    """The question, with a button for everything that the reader may have done.

    In a channel: what anybody concerned may.
    """
    if not disengaged_at(painting.case, contact):
        return ()
    if contact.statutory:
        # The topic does not matter then, so nobody is made to judge it.
        return (_choice(painting, contact, Relation.UNSURE, "About a right that nothing touches"),)
    offered = (
        _choice(painting, contact, relation, title, text)
        for relation, (title, text) in _RELATIONS.items()
    )
    return (Heading(_QUESTION), *offered)


def _choice(
    painting: Painting, contact: Contact, relation: Relation, title: str, text: str = ""
) -> Item:
    case = painting.case
    scene, notices = painting.scene(painting.reader or SYSTEM), disengaged_at(case, contact)
    allowed = responses_of(scene, contact, notices, relation)
    return Item(title, text, tuple(disengaging.assess(case, contact, relation, r) for r in allowed))


def chosen_blocks(painting: Painting, contact: Contact) -> tuple[Block, ...]:
    """What was chosen, by whom and when; nothing while nobody has."""
    return tuple(Paragraph(line) for line in _chosen(painting, contact))


def _chosen(painting: Painting, contact: Contact) -> Iterator[str]:
    if contact.relation is None or contact.response is None or contact.assessed_by is None:
        return
    judged = "" if contact.statutory else f" The topic: {RELATIONS[contact.relation]}."
    when = f" on {painting.moment(contact.assessed_at)}" if contact.assessed_at else ""
    yield (
        f"{RESPONSES[contact.response]}.{judged} Chosen by "
        f"{painting.person(contact.assessed_by)}{when}."
    )
    if contact.reasons and painting.reader is not None:
        yield f"Reasons: {contact.reasons}"
    if contact.response is Response.MANAGER_ASKED:
        yield f"Asked: {listed(sorted(_asked(painting, contact)))}."


def _asked(painting: Painting, contact: Contact) -> Iterator[str]:
    for manager in contact.managers:
        name = painting.name(manager)
        stands_in = manager == contact.in_place_of and contact.waits_for
        yield f"{painting.name(stands_in)} in place of {name}" if stands_in else name


def channel_blocks(painting: Painting, contact: Contact) -> tuple[Block, ...]:
    """For everybody: the question until somebody chose, then the choice."""
    if not is_asked(painting.case, contact):
        return ()
    if contact.response is None:
        return question_blocks(painting, contact)
    return chosen_blocks(painting, contact)


def channel_buttons(painting: Painting, contact: Contact) -> tuple[Button, ...]:
    """The topics are shown privately, to those who may know them."""
    case = painting.case
    if not is_asked(case, contact):
        return ()
    partial = any(not notice.is_complete for notice in disengaged_at(case, contact))
    topics = (disengaging.topics(case, contact.no),) if partial else ()
    again = (disengaging.choose(case, contact),) if contact.response else ()
    return (*topics, *again)


def private_blocks(painting: Painting, contact: Contact) -> tuple[Block, ...]:
    """For one reader: what was chosen, and the question where it is theirs to answer."""
    return (
        *chosen_blocks(painting, contact),
        *(question_blocks(painting, contact) if _may_choose(painting, contact) else ()),
    )


def _may_choose(painting: Painting, contact: Contact) -> bool:
    if painting.reader is None or not waits(contact):
        return False
    return may_assess(painting.scene(painting.reader), painting.case, contact)
