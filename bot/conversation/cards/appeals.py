"""A customer challenged a decision: to whoever answers, and to those whom the answer concerns."""

from bot.conversation import buttons
from bot.conversation.buttons.extreme import decide_appeal
from bot.conversation.cards.matters import matter_blocks
from bot.conversation.cards.painting import Painting
from bot.conversation.words.appeals import OUTCOMES
from bot.conversation.words.proposals import kind_of
from bot.conversation.words.sentences import cut
from bot.views.card import Block, Button, Card, Facts, Heading, Note, Paragraph, Quote, Tone
from core.case.commands import DecideAppeal
from core.case.events import AppealOutcome
from core.case.state import Appeal
from core.vocabulary.wording import say_day

GROUNDS_ROOM = 1500


def to_decide(painting: Painting) -> Card:
    """To the handler, with everything needed to answer; the button only while they may."""
    case, appeal = painting.case, _appeal(painting)
    verb = "Please decide an appeal" if appeal.is_open else "The appeal is decided"
    return Card(
        title=verb,
        summary=f"{case.reference}: an appeal {'waits for you' if appeal.is_open else 'is done'}.",
        blocks=(
            *challenge_blocks(painting, appeal),
            *_answer(painting, appeal),
            *matter_blocks(painting, case.proposals[appeal.decision].matter),
            Note(
                "You were asked because you were not involved in the decision. "
                f"Policy: {painting.policy.appeals.source}"
            ),
        ),
        buttons=(*_decides(painting, appeal), buttons.case_page(case)),
        tone=Tone.CAUTION if appeal.is_open else Tone.GOOD,
    )


def decided(painting: Painting) -> Card:
    case, appeal = painting.case, _appeal(painting)
    return Card(
        title="An appeal was decided",
        summary=f"{case.reference}: an appeal was decided.",
        blocks=(
            Facts(
                (
                    *painting.customer_facts,
                    ("Challenged", kind_of(case.proposals[appeal.decision].matter)),
                    ("Decided by", painting.person(appeal.decided_by)),
                )
            ),
            *_answer(painting, appeal),
        ),
        buttons=painting.case_buttons(),
        tone=Tone.GOOD,
    )


def challenge_blocks(painting: Painting, appeal: Appeal) -> tuple[Block, ...]:
    """What is challenged, by when it is answered, and why the customer disagrees."""
    decision = painting.case.proposals[appeal.decision]
    return (
        Facts(
            (
                *painting.customer_facts,
                ("Challenged", kind_of(decision.matter)),
                ("Decided by", painting.person(decision.decided_by)),
                ("Challenged on", painting.moment(appeal.raised_at)),
                ("Answer by", say_day(appeal.answer_by)),
            )
        ),
        Heading("Why the customer disagrees"),
        Quote(cut(appeal.grounds, GROUNDS_ROOM)),
    )


def _appeal(painting: Painting) -> Appeal:
    return painting.case.appeals[painting.number("appeal")]


def _answer(painting: Painting, appeal: Appeal) -> tuple[Block, ...]:
    if appeal.outcome is None:
        return ()
    words = OUTCOMES[appeal.outcome]
    return (
        Heading("The answer"),
        Paragraph(f"{painting.person(appeal.decided_by)}: {words}."),
        Quote(appeal.reasons),
    )


def _decides(painting: Painting, appeal: Appeal) -> tuple[Button, ...]:
    may = painting.allows(DecideAppeal(appeal.no, AppealOutcome.UPHELD, ""))
    return (decide_appeal(painting.case, appeal.no),) if may else ()
