"""Extreme behaviour is made known at once: to directors in private, and to a channel."""

from bot.conversation.cards.painting import Painting
from bot.conversation.cards.standing import exception_note
from bot.conversation.words.matters import behaviours
from bot.conversation.words.sentences import cut
from bot.views.card import Block, Card, Facts, Paragraph, Quote, Tone
from core.vocabulary.wording import lower_first

NARRATIVE_ROOM = 2000


def alert(painting: Painting) -> Card:
    case, no = painting.case, painting.number("incident")
    incident = next(each for each in case.incidents if each.no == no)
    told: tuple[Block, ...] = ()
    if painting.reader is not None:
        means = lower_first(painting.policy.means_label(incident.means))
        kinds = behaviours(painting.policy, incident.behaviours)
        told = (
            Paragraph(f"By {means}: {kinds}. About {incident.topic}"),
            Quote(cut(incident.narrative, NARRATIVE_ROOM)),
        )
    return Card(
        title=f"{case.reference}: extreme behaviour was reported",
        summary=f"{case.reference}: extreme behaviour was reported.",
        blocks=(
            Facts(
                (
                    *painting.customer_facts,
                    ("Happened", painting.moment(incident.occurred_at)),
                    ("Reported by", painting.person(incident.reported_by)),
                    ("Looked after by", painting.person(case.owner)),
                )
            ),
            *told,
            Paragraph(painting.policy.extreme.danger),
            exception_note(painting.policy),
        ),
        buttons=painting.case_buttons() if painting.reader else (),
        tone=Tone.DANGER,
    )
