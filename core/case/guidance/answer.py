"""The shape of an answer to: may this contact happen now?"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from core.vocabulary.ids import EntryNo


class Verdict(StrEnum):
    """``DEPENDS``: the measure binds what the bot cannot see, e.g. who is speaking."""

    ALLOWED = "allowed"
    DEPENDS = "depends"
    NOT_NOW = "not-now"


@dataclass(frozen=True, slots=True)
class Answer:
    """``permitted``: what the measure lets the customer do; ``advice``: what the colleague does.

    Both are fit for a channel. ``private``: what is only for those who may know more: what was
    agreed, who the third party is, which topics a disengagement is about. ``is_complete``: nothing
    that another measure would allow is left.
    """

    verdict: Verdict
    permitted: str
    advice: str
    private: str = ""
    is_complete: bool = False


@dataclass(frozen=True, slots=True)
class Guidance:
    """The answer of one measure, in plain English; see ``Answer`` for what is fit for a channel.

    ``measure``: the number of the sanction or the disengagement. Of several measures, see
    ``together``.
    """

    measure: EntryNo
    label: str
    verdict: Verdict
    permitted: str
    advice: str
    private: str = ""
    is_complete: bool = False


def overall(answers: Iterable[Guidance]) -> Verdict:
    """The strictest of all; what nothing restricts is allowed."""
    verdicts = {answer.verdict for answer in answers}
    strictest = (Verdict.NOT_NOW, Verdict.DEPENDS)
    return next((verdict for verdict in strictest if verdict in verdicts), Verdict.ALLOWED)


def severity(answers: Iterable[Guidance]) -> tuple[int, int]:
    """Greater for a contact that more speaks against: first what forbids it, then conditions."""
    verdicts = [answer.verdict for answer in answers]
    return verdicts.count(Verdict.NOT_NOW), verdicts.count(Verdict.DEPENDS)
