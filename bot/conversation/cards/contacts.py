"""A manager is asked what is to be done about a contact, and whoever logged it hears (stage 6)."""

from typing import Final

from bot.conversation.buttons import disengaging
from bot.conversation.cards.answered import ANSWERED, answer_blocks, answers_to
from bot.conversation.cards.assessed import what_now
from bot.conversation.cards.assessing import chosen_blocks, contact_of, private_blocks, waits
from bot.conversation.cards.painting import Painting
from bot.conversation.cards.standing import exception_note
from bot.views.card import Block, Card, Facts, Note, Paragraph, Quote, Tone
from core.case.events import Response
from core.case.sections import RESPONSIBILITIES
from core.case.state import Contact
from core.vocabulary.wording import lower_first, say_day

_ON_TOPIC: Final = "Answer it on that topic, and on nothing else. The disengagement stays in force."


def question(painting: Painting) -> Card:
    case, contact = painting.case, contact_of(painting)
    waiting, title = waits(contact), _title(painting, contact)
    note: tuple[Block, ...] = (Quote(contact.note),) if contact.note else ()
    answers = answers_to(painting, contact)
    again = () if waiting else (disengaging.choose(case, contact),)
    return Card(
        title=title,
        summary=f"{case.reference}: {lower_first(title)}.",
        blocks=(
            _facts(painting, contact),
            *note,
            *answer_blocks(painting, contact, answers, private=True),
            *private_blocks(painting, contact),
            *_why_sent(painting, contact),
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


def _title(painting: Painting, contact: Contact) -> str:
    if not waits(contact):
        return "The contact is dealt with"
    if contact.waits_for in (None, painting.reader):
        return "Please decide about a contact"
    return f"A contact waits for {painting.name(contact.waits_for)}"


def _why_sent(painting: Painting, contact: Contact) -> tuple[Block, ...]:
    """To whoever stands in for the manager who was asked."""
    away, asked = painting.people.get(contact.in_place_of), contact.waits_for
    if away is None or asked is None:
        return ()
    absence = away.absence_on(painting.policy.day_of(painting.office.now()))
    until = f" until {say_day(absence.last)}" if absence else ""
    name = painting.name(asked)
    return (
        Note(
            f"Sent to {name} because {name} stands in for {away.name}, who is away{until}. "
            f"Policy: {RESPONSIBILITIES}"
        ),
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
