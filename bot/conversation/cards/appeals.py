"""A customer challenged a decision: to whoever answers, and to those whom the answer concerns."""

from bot.conversation.cards.matters import matter_blocks
from bot.conversation.cards.painting import Painting
from bot.conversation.words.appeals import OUTCOMES
from bot.conversation.words.proposals import kind_of
from bot.views.card import Block, Card, Facts, Heading, Paragraph, Quote, Tone
from core.case.state import Appeal
from core.vocabulary.wording import say_day


def to_decide(painting: Painting) -> Card:
    """To the handler, with everything needed to answer."""
    case, appeal = painting.case, _appeal(painting)
    matter = case.proposals[appeal.decision].matter
    verb = "Please answer an appeal" if appeal.is_open else "The appeal is answered"
    return Card(
        title=verb,
        summary=f"{case.reference}: an appeal {'waits for you' if appeal.is_open else 'is done'}.",
        blocks=(
            Facts(
                (
                    *painting.customer_facts,
                    ("Challenged", kind_of(matter)),
                    ("Raised", painting.moment(appeal.raised_at)),
                    ("Answer by", say_day(appeal.answer_by)),
                )
            ),
            Heading("Why the customer disagrees"),
            Quote(appeal.grounds),
            *matter_blocks(painting, matter),
            *_answer(appeal),
        ),
        buttons=painting.case_buttons(),
        tone=Tone.CAUTION if appeal.is_open else Tone.GOOD,
    )


def decided(painting: Painting) -> Card:
    case, appeal = painting.case, _appeal(painting)
    return Card(
        title="An appeal was answered",
        summary=f"{case.reference}: an appeal was answered.",
        blocks=(
            Facts(
                (
                    *painting.customer_facts,
                    ("Challenged", kind_of(case.proposals[appeal.decision].matter)),
                    ("Answered by", painting.person(appeal.decided_by)),
                )
            ),
            *_answer(appeal),
        ),
        buttons=painting.case_buttons(),
        tone=Tone.GOOD,
    )


def _appeal(painting: Painting) -> Appeal:
    return painting.case.appeals[painting.number("appeal")]


def _answer(appeal: Appeal) -> tuple[Block, ...]:
    if appeal.outcome is None:
        return ()
    words = OUTCOMES[appeal.outcome]
    return (Paragraph(f"The answer: {words}."), Quote(appeal.reasons))
