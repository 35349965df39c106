"""A manager is asked what is to be done about a contact, and whoever logged it hears (stage 6)."""

from typing import Final

from bot.conversation.buttons import disengaging
from bot.conversation.cards.answered import ANSWERED, answer_blocks, answers_to
from bot.conversation.cards.assessed import what_now
from bot.conversation.cards.assessing import chosen_blocks, contact_of, private_blocks, waits
from bot.conversation.cards.painting import Painting
from bot.conversation.cards.standing import exception_note
from bot.views.card import Block, Card, Facts, Paragraph, Quote, Tone
from core.case.events import Response
from core.case.state import Contact
from core.vocabulary.wording import lower_first

_ON_TOPIC: Final = "Answer it on that topic, and on nothing else. The disengagement stays in force."


def question(painting: Painting) -> Card:
    case, contact = painting.case, contact_of(painting)
    waiting = waits(contact)
    note: tuple[Block, ...] = (Quote(contact.note),) if contact.note else ()
    answers = answers_to(painting, contact)
    again = () if waiting else (disengaging.choose(case, contact),)
    return Card(
        title="Please decide about a contact" if waiting else "The contact is dealt with",
        summary=f"{case.reference}: a contact {'waits for you' if waiting else 'is dealt with'}.",
        blocks=(
            _facts(painting, contact),
            *note,
            *answer_blocks(painting, contact, answers, private=True),
            *private_blocks(painting, contact),
        ),
        buttons=(*again, *painting.case_buttons()),
        tone=Tone.CAUTION if waiting else Tone.GOOD,
    )


def decided(painting: Painting) -> Card:
    """To whoever logged it: what another chose, and what to do now."""
    case, contact = painting.case, contact_of(painting)
    response = contact.response or Response.MANAGER_ASKED
    on_topic = response is Response.ANSWERED_ON_TOPIC
    rest: tuple[Block, ...] = (exception_note(painting.policy),)
    if response in ANSWERED:
        rest = answer_blocks(painting, contact, answers_to(painting, contact), private=True)
    waiting = waits(contact)
    title = "A manager decides about a contact" if waiting else "What to do about a contact"
    return Card(
        title=title,
        summary=f"{case.reference}: {lower_first(title)} that you logged.",
        blocks=(
            _facts(painting, contact),
            *chosen_blocks(painting, contact),
            Paragraph(_ON_TOPIC if on_topic else what_now(contact, response)),
            *rest,
        ),
        buttons=painting.case_buttons(),
        tone=Tone.GOOD if response in ANSWERED else Tone.CAUTION,
    )


def _facts(painting: Painting, contact: Contact) -> Facts:
    means = lower_first(painting.policy.means_label(contact.means))
    return Facts(
        (
            *painting.customer_facts,
            ("Contact", f"By {means}, {painting.moment(contact.occurred_at)}"),
            ("About", contact.topic),
            ("Logged by", painting.person(contact.logged_by)),
        )
    )
