"""Legal is asked for advice, and whoever asked hears what they said."""

from bot.conversation.buttons import disengaging
from bot.conversation.cards.painting import Painting
from bot.views.card import Button, Card, Facts, Heading, Quote, Tone
from core.case.commands import RecordLegalAdvice
from core.case.state import LegalAdvice


def wanted(painting: Painting) -> Card:
    """To Legal."""
    case, request = painting.case, _request(painting)
    given = request.advice is not None
    return Card(
        title="Your advice was recorded" if given else "Your advice is wanted",
        summary=f"{case.reference}: advice {'was recorded' if given else 'is wanted'}.",
        blocks=(
            Facts(
                (
                    *painting.customer_facts,
                    ("Asked by", painting.person(request.asked_by)),
                    ("Asked on", painting.moment(request.asked_at)),
                )
            ),
            Quote(request.question),
            *_advice(request),
        ),
        buttons=(*_give(painting, request), *painting.case_buttons()),
        tone=Tone.GOOD if given else Tone.CAUTION,
    )


def given(painting: Painting) -> Card:
    """To whoever asked."""
    request = _request(painting)
    return Card(
        title="Legal has advised",
        summary=f"{painting.case.reference}: Legal has advised.",
        blocks=(Facts(painting.customer_facts), Quote(request.question), *_advice(request)),
        buttons=painting.case_buttons(),
    )


def _give(painting: Painting, request: LegalAdvice) -> tuple[Button, ...]:
    if not painting.allows(RecordLegalAdvice(request.no, "", "")):
        return ()
    return (disengaging.give_advice(painting.case, request.no),)


def _request(painting: Painting) -> LegalAdvice:
    return painting.case.legal_advice[painting.number("request")]


def _advice(request: LegalAdvice) -> tuple[Heading | Quote, ...]:
    if request.advice is None:
        return ()
    reference = f" (reference {request.reference})" if request.reference else ""
    return (Heading(f"What Legal advised{reference}"), Quote(request.advice))
