"""On which grounds it is proposed: what went before did not help, or extreme behaviour."""

from collections.abc import Callable
from typing import Final

from bot.conversation.forms.parts.reading import Reading
from bot.views.form import ChoiceField, Field, Option, Values
from core.case.proposals import Grounds
from core.case.state import Case

OF_SANCTIONS: Final = (
    Option(Grounds.EXTREME, "Extreme behaviour", "An immediate threat; no warning is needed"),
    Option(Grounds.CONTINUED, "A warning did not help", "The behaviour went on after it"),
)
OF_DISENGAGING: Final = (
    Option(Grounds.CONTINUED, "Sanctions did not help", "The behaviour went on under them"),
    Option(Grounds.EXTREME, "Extreme behaviour", "An immediate threat to safety and welfare"),
)


def asked(
    case: Case | None, options: tuple[Option, ...], usually: Callable[[Case], Grounds]
) -> tuple[Field, ...]:
    """Only where something extreme was reported."""
    if case is None or not case.is_extreme:
        return ()
    return (
        ChoiceField(
            name="grounds",
            label="On which grounds?",
            options=options,
            value=usually(case),
            radio=True,
            hint="An incident in this case was reported as extreme behaviour.",
        ),
    )


def read(reading: Reading, values: Values, unasked: Grounds) -> Grounds:
    """``unasked``: the grounds where the form did not ask for them."""
    if "grounds" not in values:
        return unasked
    return named(reading.text("grounds", "Choose the grounds."))


def named(text: str) -> Grounds:
    return Grounds.EXTREME if text == Grounds.EXTREME else Grounds.CONTINUED
