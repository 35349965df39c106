"""From when on somebody is taken for a customer we know."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ScreeningRule:
    """Both in per cent of certainty. From ``alert`` on it is likely the same person; from
    ``confirm`` on it may be, and a person is asked; below, it is nobody we know.
    """

    alert: int
    confirm: int
    source: str
    assumption: bool = False
