"""The Customer Focus team learns that a message did not arrive: which, for whom, why."""

from collections.abc import Mapping

from bot.conversation.office import Office
from bot.conversation.words.undelivered import CHANNELS, WHAT, WHY
from bot.views.card import Card, Facts, Note, Tone
from core.services.undelivered import Cause
from core.vocabulary.ids import CaseId
from core.vocabulary.refusal import Refused

_KEPT = "Nothing is lost: it is kept, and administrators find it with “ucb outbox”."


async def told(office: Office, about: Mapping[str, str]) -> Card:
    """Drawn even where the case itself cannot be read."""
    reference = await _reference(office, about.get("case", ""))
    what, person = WHAT.get(about["of"], ("A message", "A colleague"))
    to = CHANNELS.get(about["to"], person or "A colleague")
    where = f", in {about['platform'].capitalize()}" if "platform" in about else ""
    why, remedy = WHY[Cause(about["cause"])]
    title = "A message could not be updated" if "redraw" in about else "A message did not arrive"
    return Card(
        title=title,
        summary=f"{reference}: {title[0].lower()}{title[1:]}." if reference else f"{title}.",
        blocks=(
            Facts(
                (
                    *((("Case", reference),) if reference else ()),
                    ("Message", what),
                    ("For", f"{to}{where}"),
                    ("Why", why),
                    ("What to do", remedy),
                )
            ),
            Note(_KEPT),
        ),
        tone=Tone.CAUTION,
    )


async def _reference(office: Office, case: str) -> str:
    try:
        return (await office.service.case(CaseId(case))).reference if case else ""
    except Refused:
        return ""
