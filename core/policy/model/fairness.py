"""What protects everybody: evidence, appeals, extreme behaviour, rights that nothing touches."""

from dataclasses import dataclass

from core.policy.model.sign_off import SignOff
from core.policy.model.stages import ReminderStep
from core.vocabulary.people import Role


@dataclass(frozen=True, slots=True)
class Pattern:
    """Annex A: contacts on one topic, counted on the timeline, that suggest ``behaviour``.

    ``contacts``: how many at least. ``within_days``: all of them in so many days (0: no matter).
    ``over_days``: from the first to the last at least so many days (0: no matter). ``staff``: by
    at least so many different colleagues.
    """

    behaviour: str
    contacts: int
    within_days: int
    over_days: int
    staff: int
    source: str
    assumption: bool = False


@dataclass(frozen=True, slots=True)
class AppealRule:
    """Appeals: a Stage 3 complaint, once for each of ``stages``.

    ``working_days``: by when it is answered. ``minimum_grade``: of whoever handles it.
    """

    stages: frozenset[int]
    working_days: int
    minimum_grade: str
    reminders: tuple[ReminderStep, ...]
    source: str
    assumption: bool = False


@dataclass(frozen=True, slots=True)
class ExtremeRule:
    """Extreme behaviour. ``danger``: what to do first if somebody is in danger now."""

    sign_off: SignOff
    alerted: frozenset[Role]
    danger: str
    source: str
    assumption: bool = False


@dataclass(frozen=True, slots=True)
class StatutoryRight:
    """Contact that no measure touches, e.g. a request for information."""

    label: str
    source: str
    assumption: bool = False


@dataclass(frozen=True, slots=True)
class StaffConduct:
    """Scope: behaviour by or between staff is dealt with elsewhere; ``route`` says where."""

    route: str
    source: str
    assumption: bool = False
