"""A manager is asked what is to be done about a contact (stage 6)."""

from bot.conversation.cards.painting import Painting
from bot.conversation.cards.standing import guidance_blocks
from bot.conversation.words.contacts import RESPONSES
from bot.views.card import Block, Card, Facts, Paragraph, Quote, Tone
from core.case.events import Response
from core.vocabulary.wording import lower_first


def question(painting: Painting) -> Card:
    case, no = painting.case, painting.number("contact")
    contact = next(each for each in case.contacts if each.no == no)
    response = contact.response
    waits = response is None or response is Response.MANAGER_ASKED
    means = lower_first(painting.policy.means_label(contact.means))
    note: tuple[Block, ...] = (Quote(contact.note),) if contact.note else ()
    answers = painting.guidance(contact.means, contact.occurred_at, statutory=contact.statutory)
    return Card(
        title="Please decide about a contact" if waits else "The contact is dealt with",
        summary=f"{case.reference}: a contact {'waits for you' if waits else 'is dealt with'}.",
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
            *guidance_blocks(painting.policy, answers, private=True),
            *((Paragraph(f"{RESPONSES[response]}."),) if response and not waits else ()),
        ),
        buttons=painting.case_buttons(),
        tone=Tone.CAUTION if waits else Tone.GOOD,
    )
