"""May this contact happen now, and what should the colleague say? (Annex B; stages 3 and 6)"""

from datetime import datetime

from core.case.guidance.answer import Answer, Guidance, Verdict, overall, severity
from core.case.guidance.disengagements import disengagement_answer, disengagement_label
from core.case.guidance.rights import for_a_right, standing_exception
from core.case.guidance.sanctions import sanction_answer
from core.case.guidance.together import together
from core.case.state import Case
from core.case.terms import MeansTerms
from core.policy.model import Policy
from core.vocabulary.calendar import Calendar
from core.vocabulary.ids import EntryNo
from core.vocabulary.people import People

__all__ = [
    "Answer",
    "Guidance",
    "Verdict",
    "guidance",
    "overall",
    "severity",
    "standing_exception",
    "together",
]


def guidance(
    policy: Policy,
    case: Case,
    people: People,
    means: str | None,
    at: datetime,
    calendar: Calendar,
    *,
    statutory: bool = False,
) -> tuple[Guidance, ...]:
    """For every disengagement and every sanction in force, in this order, each by itself.

    Whoever is told of several is told of them ``together``, whatever the cases.

    ``means``: how contact is made; ``None``: not yet known. ``statutory``: it is about a right
    that no measure touches.
    """

    def told(measure: EntryNo, label: str, answer: Answer) -> Guidance:
        if statutory:
            answer = for_a_right(answer)
        return Guidance(
            measure,
            label,
            answer.verdict,
            answer.permitted,
            answer.advice,
            answer.private,
            answer.is_complete,
        )

    disengaged = (
        told(notice.no, disengagement_label(notice), disengagement_answer(notice))
        for notice in case.disengaged
    )
    closed = _calls_are_closed(policy, case)
    sanctioned = (
        told(
            sanction.no,
            rule.label if (rule := policy.sanction(sanction.terms.code)) else sanction.terms.code,
            sanction_answer(
                policy, people, calendar, sanction.terms.terms, means, at, calls_closed=closed
            ),
        )
        for sanction in case.in_force
    )
    return (*disengaged, *sanctioned)


def _calls_are_closed(policy: Policy, case: Case) -> bool:
    """Whether a sanction in force leaves open forms of contact of which none is a call."""
    calls = {means.code for means in policy.means if means.is_call}
    every = (sanction.terms.terms for sanction in case.in_force)
    return any(isinstance(terms, MeansTerms) and not terms.means & calls for terms in every)
