"""A disengagement, its review, and a measure that shall bind another person too."""

from typing import Final

from bot.conversation.cards.matters.considerations import considered
from bot.conversation.cards.painting import Painting
from bot.conversation.words.matters import extent
from bot.conversation.words.sentences import cut, ended
from bot.conversation.words.terms import sanction_text
from bot.views.card import Block, Bullets, Facts, Heading, Paragraph, Quote
from core.case.proposals import (
    DisengagementMatter,
    DisengagementOutcome,
    DisengagementReviewMatter,
    ExtensionMatter,
)
from core.vocabulary.ids import EntryNo
from core.vocabulary.wording import say_day

MOST_SHOWN: Final = 3
ROOM: Final = 300

_OUTCOMES = {
    DisengagementOutcome.CONTINUE: "Continue the disengagement as it is.",
    DisengagementOutcome.CHANGE: "Change what the disengagement is about.",
    DisengagementOutcome.RE_ENGAGE: "Re-engage: the customer contacts us as anyone does.",
}


def disengagement(painting: Painting, matter: DisengagementMatter) -> tuple[Block, ...]:
    return (
        Heading("What is proposed"),
        Paragraph(f"To disengage {extent(matter.topics)}."),
        Facts((("Review on", say_day(matter.review_on)),)),
        Heading("Why"),
        Quote(matter.reasons),
        Heading("What was tried before"),
        Quote(matter.efforts),
        *considered(matter.considerations),
        *_before(painting),
    )


def _before(painting: Painting) -> tuple[Block, ...]:
    """What the policy asks for before: the client told of an agent's behaviour; Legal's advice."""
    told = (
        f"The client was told on {painting.day(t.told_at)}, {cut(t.client, ROOM)}: "
        f"{ended(cut(t.effect, ROOM))}"
        for t in painting.case.clients_told[-MOST_SHOWN:]
    )
    advised = (
        f"Legal advised: {ended(cut(a.advice, ROOM))}"
        for a in list(painting.case.legal_advice.values())[-MOST_SHOWN:]
        if a.advice
    )
    lines = (*told, *advised)
    return (Heading("Told and advised before"), Bullets(lines)) if lines else ()


def review(painting: Painting, matter: DisengagementReviewMatter) -> tuple[Block, ...]:
    facts = [("Disengaged", _measure(painting, matter.disengagement))]
    if matter.topics is not None:
        facts.append(("From now on", extent(matter.topics)))
    if matter.next_review_on:
        facts.append(("Next review", say_day(matter.next_review_on)))
    return (
        Heading("What is proposed"),
        Paragraph(_OUTCOMES[matter.outcome]),
        Facts(tuple(facts)),
        Heading("Why"),
        Quote(matter.reasons),
    )


def extension(painting: Painting, matter: ExtensionMatter) -> tuple[Block, ...]:
    other = painting.others.get(matter.person)
    named = f"{other.name} ({other.reference})" if other else "Another person"
    return (
        Heading("What is proposed"),
        Facts((("Also to be bound", named), ("By", _measure(painting, matter.measure)))),
        Heading("The clear need"),
        Quote(matter.need),
    )


def _measure(painting: Painting, no: EntryNo) -> str:
    if sanction := painting.case.sanctions.get(no):
        return sanction_text(painting.policy, painting.people, sanction.terms)
    notice = painting.case.disengagements.get(no)
    return f"Disengaged {extent(notice.topics)}" if notice else f"Entry {no}"
