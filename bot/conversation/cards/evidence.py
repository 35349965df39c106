"""What led to a proposal: incidents in their own words, earlier warnings, questions answered."""

from collections.abc import Iterator
from typing import Final

from bot.conversation.cards.painting import Painting
from bot.conversation.words.matters import behaviours
from bot.conversation.words.sentences import counted, cut, ended
from bot.views.card import Block, Heading, Note, Paragraph, Quote
from core.case.state import Incident
from core.vocabulary.wording import lower_first, say_day

INCIDENTS: Final = 4
"""How many are quoted, the newest last."""

NARRATIVE_ROOM: Final = 3000
"""Characters for all narratives together; a platform shows only so much in one message."""

QUESTIONS: Final = 4
QUESTION_ROOM: Final = 400


def incident_blocks(painting: Painting) -> tuple[Block, ...]:
    incidents = painting.case.incidents[-INCIDENTS:]
    if not incidents:
        return ()
    room = NARRATIVE_ROOM // len(incidents)
    told = [block for incident in incidents for block in _incident(painting, incident, room)]
    left_out = len(painting.case.incidents) - len(incidents)
    was_cut = any(len(i.narrative) > room for i in incidents)
    notes = []
    if left_out or was_cut:
        older = f"{counted(left_out, 'older incident')} and " if left_out else ""
        notes.append(Note(f"The timeline has {older}every word in full."))
    return (Heading("What happened"), *told, *notes)


def _incident(painting: Painting, incident: Incident, room: int) -> tuple[Block, ...]:
    means = lower_first(painting.policy.means_label(incident.means))
    line = (
        f"{painting.moment(incident.occurred_at)}, by {means}: "
        f"{behaviours(painting.policy, incident.behaviours)}. About {ended(incident.topic)} "
        f"Reported by {painting.name(incident.reported_by)}."
    )
    return (Paragraph(line), Quote(cut(incident.narrative, room)))


def warning_line(painting: Painting) -> str:
    """Whether, when and how the customer was warned before."""
    if not painting.case.warnings:
        return "The customer has not been warned yet."
    last = painting.case.warnings[-1]
    means = lower_first(painting.policy.means_label(last.means))
    watching = "watch" if last.monitor_until >= painting.office.today() else "watched"
    return (
        f"The customer was warned on {painting.moment(last.given_at)} by {means}. "
        f"We {watching} until {say_day(last.monitor_until)}."
    )


def question_blocks(painting: Painting) -> Iterator[Block]:
    for asked in painting.proposal.questions[-QUESTIONS:]:
        yield Paragraph(f"{painting.name(asked.asked_by)} asked:")
        yield Quote(cut(asked.question, QUESTION_ROOM))
        if asked.answer is None:
            yield Note("Not answered yet.")
        else:
            yield Paragraph("The answer:")
            yield Quote(cut(asked.answer, QUESTION_ROOM))
