"""On which grounds it is proposed: what went before did not help, or extreme behaviour."""

from typing import Final

from bot.conversation.reading import Reading
from bot.views.form import ChoiceField, Field, Option, Values
from core.case.proposals import Grounds
from core.case.stage import continued_after_warning
from core.case.state import Case

_OPTIONS: Final = (
    Option(Grounds.EXTREME, "Extreme behaviour", "An immediate threat; no warning is needed"),
    Option(Grounds.CONTINUED, "A warning did not help", "The behaviour went on after it"),
)


def usual(case: Case) -> Grounds:
    """For sanctions: extreme behaviour, where it was reported and no warning has failed yet."""
    extreme = any(incident.extreme for incident in case.incidents)
    return Grounds.EXTREME if extreme and not continued_after_warning(case) else Grounds.CONTINUED


def asked(case: Case | None) -> tuple[Field, ...]:
    """Only where something extreme was reported."""
    if case is None or not any(incident.extreme for incident in case.incidents):
        return ()
    return (
        ChoiceField(
            name="grounds",
            label="On which grounds?",
            options=_OPTIONS,
            value=usual(case),
            radio=True,
            hint="An incident in this case was reported as extreme behaviour.",
        ),
    )


def read(case: Case, reading: Reading, values: Values) -> Grounds:
    if "grounds" not in values:
        return usual(case)
    chosen = reading.text("grounds", "Choose the grounds.")
    return Grounds.EXTREME if chosen == Grounds.EXTREME else Grounds.CONTINUED
