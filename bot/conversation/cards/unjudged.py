"""A contact whose topic nobody judges, such as one from before we disengaged: it is logged, and
nothing more is to be said of it (stage 6)."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from bot.conversation.cards.assessing import is_asked
from bot.views.card import Block, Paragraph
from core.case.guidance import Guidance
from core.case.state import Case, Contact

_BEFORE: Final = "This contact was made before we disengaged, so its topic is not judged."


def once_logged(case: Case, logged: Contact, answers: Iterable[Guidance]) -> tuple[Guidance, ...]:
    """The answers without the question what was done about it, where nobody is asked."""
    if is_asked(case, logged):
        return tuple(answers)
    return tuple(map(_without_judging, answers))


def before_blocks(case: Case, logged: Contact) -> tuple[Block, ...]:
    """Says so where we disengaged from whoever made it only since then."""
    person = logged.person
    binds = (notice for notice in case.disengaged if person in (None, *notice.extended_to))
    if logged.statutory or is_asked(case, logged) or not any(binds):
        return ()
    return (Paragraph(_BEFORE),)


def _without_judging(answer: Guidance) -> Guidance:
    return replace(answer, advice="Do not answer it now.") if answer.is_complete else answer
