"""How much each finding tells, in bits, as record linkage has them: one more makes it twice as
probable that it is the same person.
"""

from collections.abc import Mapping
from typing import Final

from adapters.screening.likeness import Likeness

PRIOR: Final = -11.0
"""Before anything is compared: few of those who make contact are customers in the store."""

SURNAME: Final[Mapping[Likeness, float]] = {
    Likeness.SAME: 7.5,
    Likeness.SHORT: 7.5,
    Likeness.ONE_LETTER: 6,
    Likeness.CLOSE: 2,
    Likeness.SOUND: 1,
    Likeness.INITIAL: 1,
    Likeness.UNKNOWN: 0,
    Likeness.VAGUE: -2.5,
    Likeness.UNLIKE: -3.5,
    Likeness.DIFFERENT: -3.5,
}
FIRST: Final[Mapping[Likeness, float]] = {
    Likeness.SAME: 5,
    Likeness.SHORT: 4.5,
    Likeness.ONE_LETTER: 4.5,
    Likeness.CLOSE: 3,
    Likeness.SOUND: 1.5,
    Likeness.INITIAL: 2,
    Likeness.UNKNOWN: 0,
    Likeness.VAGUE: -1,
    Likeness.UNLIKE: -6.5,
    Likeness.DIFFERENT: -7,
}
MIDDLE: Final = 1.5
SWAPPED: Final = -0.5
GENERATION: Final = -10.0

POSTCODE_SAME: Final = 5.0
POSTCODE_NEAR: Final = 4.0
POSTCODE_DISTRICT: Final = 0.0
POSTCODE_OTHER: Final = -2.0
DOOR_SAME: Final = 0.5
DOOR_NEAR: Final = 0.0
DOOR_OTHER: Final = -1.5
ADDRESS_SAME: Final = 5.0
ADDRESS_ALIKE: Final = 4.0
ADDRESS_PARTLY: Final = 0.5
ADDRESS_OTHER: Final = -2.0
ORGANISATION_SAME: Final = 3.0
ORGANISATION_ALIKE: Final = 1.5
ORGANISATION_OTHER: Final = -0.5

EMAIL_SAME: Final = 15.0
EMAIL_ELSEWHERE: Final = 4.0
EMAIL_OTHER: Final = -2.0
PHONE_SAME: Final = 13.0
PHONE_NEAR: Final = 6.5
PHONE_OTHER: Final = -2.0
