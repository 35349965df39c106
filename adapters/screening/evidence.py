"""What speaks for and against two descriptions being of one person.

Weights are in bits, as record linkage has them: one more makes it twice as probable.
"""

from dataclasses import dataclass
from typing import Final

from adapters.screening import weights


@dataclass(frozen=True, slots=True)
class Evidence:
    """``reason``: in words, "" where there is nothing to say."""

    weight: float
    reason: str = ""


NOTHING: Final = Evidence(0.0)


def probability(evidence: tuple[Evidence, ...]) -> float:
    bits = weights.PRIOR + sum(each.weight for each in evidence)
    return float(1 / (1 + 2.0 ** -max(-60.0, min(60.0, bits))))
