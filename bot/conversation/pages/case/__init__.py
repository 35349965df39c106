"""The page of a case: how it stands, what is to be done, and what this very person can do."""

from collections.abc import Iterator
from dataclasses import replace

from bot.conversation import buttons
from bot.conversation.cards.standing import guidance_blocks
from bot.conversation.finding.looking_up import case_by_reference
from bot.conversation.pages.case import disengaging, extreme, noticed, stages, to_do
from bot.conversation.pages.case.seen import Seen, look
from bot.conversation.pointer import Pointer
from bot.conversation.visit import Visit
from bot.conversation.words.proposals import person
from bot.conversation.words.stages import stage_text
from bot.views.answer import Answer
from bot.views.card import Block, Button, Card, Facts, Heading, Paragraph, Style, Tone
from core.case.state import Case


async def page(visit: Visit, text: str) -> Answer:
    """``text``: a case's or customer's reference."""
    if not text:
        words = "Type the reference after it, for example: case UCB-7K3F9Q"
        return Card(
            title="Which case?",
            summary="Say which case.",
            blocks=(Paragraph(words),),
            tone=Tone.CAUTION,
        )
    return await show(visit, await case_by_reference(visit.office, text))


async def pressed(visit: Visit, value: str) -> Answer:
    return await show(visit, await visit.case(Pointer.parse(value).case))


async def show(visit: Visit, case: Case) -> Card:
    seen = await look(visit, case)
    return Card(
        title=f"Case {case.reference}",
        summary=f"How {case.reference} stands, and what you can do.",
        blocks=tuple(_blocks(seen)),
        buttons=tuple(_buttons(seen)),
        tone=Tone.CAUTION if case.in_force or case.disengaged else Tone.INFO,
    )


def _blocks(seen: Seen) -> Iterator[Block]:
    scene, case = seen.scene, seen.case
    yield Facts(
        (
            ("Customer", f"{seen.customer.name} ({seen.customer.reference})"),
            ("Looked after by", person(scene.policy, scene.people, case.owner)),
            ("Stands at", stage_text(scene, case)),
        )
    )
    if case.in_force or case.disengaged:
        yield Heading("In force")
        answers = seen.office.guidance(case, scene.people, None, scene.now)
        yield from guidance_blocks(scene.policy, answers, private=seen.reads)
    for part in (to_do.parts, noticed.parts, stages.parts, disengaging.parts, extreme.parts):
        yield from part(seen)


def _buttons(seen: Seen) -> Iterator[Button]:
    """Of what can be begun, only what comes first in the policy stands out."""
    stands_out = Style.PRIMARY
    for offers in (stages.offers, disengaging.offers, extreme.offers):
        for button in offers(seen):
            if button.style is Style.PRIMARY:
                button, stands_out = replace(button, style=stands_out), Style.PLAIN
            yield button
    if seen.reads:
        yield buttons.timeline(seen.case)
