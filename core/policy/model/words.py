"""The words a policy uses: grades, means of contact, behaviours."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Grade:
    """``code`` is unique; grades stand in the file from junior to senior."""

    code: str
    label: str


@dataclass(frozen=True, slots=True)
class Means:
    """A means of contact: telephone, email, letter ...

    ``is_call``: call times bind it. ``is_written``: customers can be told of a decision by it.
    """

    code: str
    label: str
    is_call: bool = False
    is_written: bool = False


@dataclass(frozen=True, slots=True)
class Behaviour:
    """A behaviour of Annex A. ``meaning`` is one plain line of at most 75 characters."""

    code: str
    label: str
    meaning: str
    source: str
