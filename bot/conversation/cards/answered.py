"""A contact that is answered is told of without the disengagements it was judged by (stage 6)."""

from typing import Final

from bot.conversation.cards.painting import Painting
from bot.conversation.cards.standing import exception_note, guidance_blocks, verdict_title
from bot.conversation.words.contacts import RESPONSES
from bot.views.card import Block
from core.case.events import Response
from core.case.guidance import Guidance
from core.case.state import Contact
from core.case.weighing.assessing import disengaged_at
from core.vocabulary.wording import lower_first

ANSWERED: Final = (Response.ANSWERED, Response.ANSWERED_ON_TOPIC)


def answers_to(painting: Painting, contact: Contact) -> tuple[Guidance, ...]:
    """Of everything that binds whoever made it; what was judged already forbids nothing more."""
    notices = disengaged_at(painting.case, contact) if contact.response in ANSWERED else ()
    return painting.guidance(
        contact.means,
        contact.occurred_at,
        statutory=contact.statutory,
        but=[notice.no for notice in notices],
    )


def headline(contact: Contact, answers: tuple[Guidance, ...]) -> str:
    """``answered, on that topic alone``; of any other what may be done, as by ``answers_to``."""
    response = contact.response
    said = RESPONSES[response] if response in ANSWERED else verdict_title(answers)
    return lower_first(said)


def answer_blocks(
    painting: Painting, contact: Contact, answers: tuple[Guidance, ...], *, private: bool = False
) -> tuple[Block, ...]:
    if contact.response in ANSWERED and not answers:
        return (exception_note(painting.policy),)
    return guidance_blocks(painting.policy, answers, private=private)
