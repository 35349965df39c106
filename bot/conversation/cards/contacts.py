"""A manager is asked what is to be done about a contact (stage 6)."""

from bot.conversation.buttons import disengaging
from bot.conversation.cards.answered import answer_blocks, answers_to
from bot.conversation.cards.assessing import contact_of, private_blocks, waits
from bot.conversation.cards.painting import Painting
from bot.views.card import Block, Card, Facts, Quote, Tone
from core.vocabulary.wording import lower_first


def question(painting: Painting) -> Card:
    case, contact = painting.case, contact_of(painting)
    waiting = waits(contact)
    means = lower_first(painting.policy.means_label(contact.means))
    note: tuple[Block, ...] = (Quote(contact.note),) if contact.note else ()
    answers = answers_to(painting, contact)
    again = () if waiting else (disengaging.choose(case, contact),)
    return Card(
        title="Please decide about a contact" if waiting else "The contact is dealt with",
        summary=f"{case.reference}: a contact {'waits for you' if waiting else 'is dealt with'}.",
        blocks=(
            Facts(
                (
                    *painting.customer_facts,
                    ("Contact", f"By {means}, {painting.moment(contact.occurred_at)}"),
                    ("About", contact.topic),
                    ("Logged by", painting.person(contact.logged_by)),
                )
            ),
            *note,
            *answer_blocks(painting, contact, answers, private=True),
            *private_blocks(painting, contact),
        ),
        buttons=(*again, *painting.case_buttons()),
        tone=Tone.CAUTION if waiting else Tone.GOOD,
    )
