"""What was in force until lately and is no more, in words that say nothing personal."""

from collections.abc import Iterator, Set
from datetime import date
from typing import Final

from bot.conversation.words.terms import sanction_label
from core.case.guidance.disengagements import disengagement_label
from core.case.state import Case
from core.policy.model import Policy
from core.vocabulary.ids import CustomerId
from core.vocabulary.wording import listed, say_day, upper_first

NO_MORE: Final = "nothing is in force any more"
_AS_ANYONES: Final = "This contact may be dealt with as anyone's."


def no_more_text(policy: Policy, case: Case, records: Set[CustomerId]) -> str:
    """For a contact of the person with these ``records``, whom nothing binds. Names what ended
    last of all that bound them in ``case``, where anything did.
    """
    ended = list(_ended(policy, case, records))
    if not ended:
        return f"{upper_first(NO_MORE)}. {_AS_ANYONES}"
    last = max(day for day, _ in ended)
    labels = dict.fromkeys(f"“{label}”" for day, label in ended if day == last)
    return f"{upper_first(NO_MORE)}: {listed(labels)} ended on {say_day(last)}. {_AS_ANYONES}"


def _ended(policy: Policy, case: Case, records: Set[CustomerId]) -> Iterator[tuple[date, str]]:
    """The day and the name of each measure of theirs that came to its end."""
    is_own = case.customer in records
    for sanction in case.sanctions.values():
        if sanction.lifted_at and (is_own or sanction.extended_to & records):
            label = sanction_label(policy, sanction.terms.code)
            yield policy.day_of(sanction.lifted_at), label
    for notice in case.disengagements.values():
        if notice.ended_at and (is_own or notice.extended_to & records):
            yield policy.day_of(notice.ended_at), disengagement_label(notice)
