"""What several measures say together: a stricter one leaves nothing of the others (stages 3, 6)."""

from collections.abc import Iterable
from dataclasses import replace

from core.case.guidance.answer import Guidance, Verdict


def together(answers: Iterable[Guidance]) -> tuple[Guidance, ...]:
    """The same answers in the same order, for whoever reads all of them.

    After a complete disengagement nothing that a lesser measure would allow is said. Beside any
    other measure that forbids the contact, what would be allowed is said not to be so now.
    """
    every = tuple(answers)
    complete = next((answer for answer in every if answer.is_complete), None)
    if complete is not None:
        return tuple(each if each.is_complete else _set_aside(each) for each in every)
    forbids = next((answer for answer in every if answer.verdict is Verdict.NOT_NOW), None)
    return every if forbids is None else tuple(_beside(forbids, each) for each in every)


def _set_aside(answer: Guidance) -> Guidance:
    advice = "It is still in force, but allows nothing now: we disengaged completely."
    return replace(answer, verdict=Verdict.NOT_NOW, permitted="", advice=advice)


def _beside(forbids: Guidance, answer: Guidance) -> Guidance:
    match answer.verdict:
        case Verdict.NOT_NOW:
            return answer
        case Verdict.ALLOWED:
            advice = f"This alone would let you answer, but “{forbids.label}” does not allow it."
        case Verdict.DEPENDS:
            advice = f"{answer.advice} But not now: “{forbids.label}” does not allow it."
    return replace(answer, verdict=Verdict.NOT_NOW, advice=advice)
