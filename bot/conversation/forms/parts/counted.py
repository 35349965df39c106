"""Frequency, repetition and duration, counted and offered to whoever reports (Annex A)."""

from collections.abc import Iterator
from typing import Final

from bot.conversation.finding.looking_up import open_case
from bot.conversation.rehearsing.rehearsal import may_read
from bot.conversation.visit import Visit
from bot.conversation.words.evidence import evidence_text
from bot.views.card import Block, Bullets, Heading, Note
from core.case.scene import Scene
from core.case.state import Case
from core.case.weighing.patterns import evidence
from core.vocabulary.customer import Customer

MOST: Final = 5


async def counted(visit: Visit, customer: Customer | None) -> tuple[Block, ...]:
    """Nothing for a customer of whom nothing is known, or who contacts us as anyone does."""
    case = await open_case(visit.office, customer) if customer else None
    if case is None:
        return ()
    lines = tuple(_lines(await visit.scene(case), case))[:MOST]
    if not lines:
        return ()
    hint = "If this incident is about the same topic, use the same words and choose this too."
    return (Heading("Counted on the timeline"), Bullets(lines), Note(hint))


def _lines(scene: Scene, case: Case) -> Iterator[str]:
    named = may_read(scene, case)
    for topic in _topics(case):
        for found in evidence(scene.policy, case, topic, scene.now):
            yield evidence_text(scene.policy, found, topic if named else "")


def _topics(case: Case) -> tuple[str, ...]:
    """Each once, however it was written, the latest first."""
    happened = [(i.no, i.topic) for i in case.incidents] + [(c.no, c.topic) for c in case.contacts]
    topics = (topic for _, topic in sorted(happened, reverse=True))
    return tuple({" ".join(topic.split()).casefold(): topic for topic in topics}.values())
