"""Time is aware and in UTC; references survive being read aloud."""

import re
from datetime import timedelta

from adapters.system import SystemClock, SystemIds


def test_the_time_is_in_utc() -> None:
    assert SystemClock().now().utcoffset() == timedelta()


def test_references_avoid_letters_that_are_mistaken_for_digits() -> None:
    made = {SystemIds().reference("UCB") for _ in range(500)}
    assert len(made) == 500
    assert all(re.fullmatch(r"UCB-[0-9A-HJKMNP-TV-Z]{6}", reference) for reference in made)


def test_identifiers_are_fresh() -> None:
    made = {SystemIds().identifier() for _ in range(500)}
    assert len(made) == 500
    assert all(re.fullmatch(r"[a-z0-9-]{1,32}", identifier) for identifier in made)
