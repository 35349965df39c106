"""How the policy says no."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why something may not be done.

    ``rule``: a stable name, for tests and the documentation. ``section``: where the policy
    says so ("" for plain input faults). ``message``: what is wrong. ``remedy``: what to do
    instead. ``field``: the input it concerns, when one alone is at fault.
    """

    rule: str
    message: str
    remedy: str = ""
    section: str = ""
    field: str | None = None


class Refused(Exception):
    """Raised by a decision that the policy does not allow; nothing has changed."""

    def __init__(self, refusal: Refusal) -> None:
        super().__init__(refusal.rule)
        self.refusal = refusal


def refuse(
    rule: str, message: str, remedy: str = "", *, section: str = "", field: str | None = None
) -> Refused:
    return Refused(Refusal(rule, message, remedy, section, field))
