"""Frequency, repetition and duration, counted on the timeline (Annex A; stage 1).

Evidence to offer, not a judgement: whether the behaviour is unacceptable, people decide.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from core.case.state import Case
from core.policy.model import Pattern, Policy
from core.vocabulary.ids import StaffId
from core.vocabulary.wording import say_day


@dataclass(frozen=True, slots=True)
class Evidence:
    """``count`` contacts on the topic in ``days`` days, to ``staff`` colleagues.

    ``days`` counts the first and the last day; ``behaviour`` is the code that they suggest.
    ``sentence``: the same in plain English, without the topic, so fit for anywhere.
    """

    behaviour: str
    count: int
    days: int
    staff: int
    first: date
    last: date
    sentence: str


@dataclass(frozen=True, slots=True)
class _Happening:
    day: date
    staff: StaffId


def evidence(policy: Policy, case: Case, topic: str, at: datetime) -> tuple[Evidence, ...]:
    """What the timeline shows until ``at``: one for each pattern that it fits, in their order.

    Incidents and contacts count on the same topic, without regard to case and blanks.
    Contact about a right that nothing touches counts for nothing, and so does that of others whom
    the case binds.
    """
    happenings = sorted(_on_topic(policy, case, topic, at), key=lambda each: each.day)
    runs = ((pattern, _longest_match(pattern, happenings)) for pattern in policy.patterns)
    found = (_evidence(pattern, run) for pattern, run in runs if run)
    return tuple(dict.fromkeys(found))


def _on_topic(policy: Policy, case: Case, topic: str, at: datetime) -> Iterator[_Happening]:
    wanted = _plain(topic)
    if not wanted:
        return
    for incident in case.incidents:
        if _plain(incident.topic) == wanted and incident.occurred_at <= at:
            yield _Happening(policy.day_of(incident.occurred_at), incident.corresponding)
    for contact in case.contacts:
        if contact.statutory or contact.person is not None:
            continue
        if _plain(contact.topic) == wanted and contact.occurred_at <= at:
            yield _Happening(policy.day_of(contact.occurred_at), contact.logged_by)


def _longest_match(pattern: Pattern, happenings: Sequence[_Happening]) -> Sequence[_Happening]:
    """The run with most contacts that fits the pattern, the latest of equals; empty for none.

    All that fits after a start is looked at together: within the days allowed, more contacts only
    add to the number of colleagues and to the time from first to last.
    """
    best: Sequence[_Happening] = ()
    end = 0
    for start, first in enumerate(happenings):
        while end < len(happenings) and _fits(pattern, first.day, happenings[end].day):
            end += 1
        if end - start >= max(len(best), pattern.contacts):
            run = happenings[start:end]
            best = run if _is_match(pattern, run) else best
    return best


def _fits(pattern: Pattern, first: date, day: date) -> bool:
    return not pattern.within_days or _days(first, day) <= pattern.within_days


def _is_match(pattern: Pattern, run: Sequence[_Happening]) -> bool:
    return (
        _days(run[0].day, run[-1].day) >= pattern.over_days
        and len({each.staff for each in run}) >= pattern.staff
    )


def _evidence(pattern: Pattern, run: Sequence[_Happening]) -> Evidence:
    first, last = run[0].day, run[-1].day
    count, days, staff = len(run), _days(first, last), len({each.staff for each in run})
    span = "1 day" if days == 1 else f"{days} days"
    to_whom = f", to {staff} colleagues" if staff > 1 else ""
    since = f"on {say_day(last)}" if days == 1 else f"from {say_day(first)} to {say_day(last)}"
    sentence = f"{count} contacts on this topic in {span}{to_whom} ({since})"
    return Evidence(pattern.behaviour, count, days, staff, first, last, sentence)


def _days(first: date, last: date) -> int:
    """Both counted: a single day is 1."""
    return (last - first).days + 1


def _plain(topic: str) -> str:
    return " ".join(topic.split()).casefold()
