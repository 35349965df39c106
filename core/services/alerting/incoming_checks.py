"""What is asked of every contact that a machine or a message tells of."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from typing import Final

from core.case.checks import require_length, require_text
from core.case.register.customers import (
    EMAIL_LENGTH,
    NAME_LENGTH,
    PHONE_LENGTH,
    PLACE_LENGTH,
    require_few,
)
from core.policy.model import Policy
from core.services.incoming import Incoming
from core.vocabulary.refusal import refuse
from core.vocabulary.sought import Sought
from core.vocabulary.wording import listed, say_moment

MOST_PEOPLE: Final = 100
"""Of whom one contact may be."""

KEY_LENGTH: Final = 200
WHERE_LENGTH: Final = 500
POSTCODE_LENGTH: Final = 20
REFERENCE_LENGTH: Final = 40
AHEAD: Final = timedelta(minutes=5)
"""By how much the clock of whoever tells us may be ahead of ours."""


def check_incoming(policy: Policy, contact: Incoming, now: datetime) -> None:
    """Raises ``Refused``; ``field`` is the attribute of the contact or of whom it may be of."""
    require_text(contact.source, "source", "who tells us of the contact", KEY_LENGTH)
    require_text(contact.key, "key", "a key that names the contact", KEY_LENGTH)
    require_length(contact.where, "where", "the place of the message", WHERE_LENGTH)
    _check_means(policy, contact)
    _check_moment(policy, contact.at, now)
    if not any(map(_says_anything, contact.who)):
        raise refuse(
            "nobody-named",
            "Nothing says who made contact.",
            "Give a name, a mail address, a telephone number, a postcode or a reference.",
            field="who",
        )
    if len(contact.who) > MOST_PEOPLE:
        raise refuse("too-many", f"Name at most {MOST_PEOPLE} people.", field="who")
    for sought in contact.who:
        _check_sought(sought)


def _check_means(policy: Policy, contact: Incoming) -> None:
    """Of a message in a watched channel nobody tells by which means the customer came."""
    if (contact.where and not contact.means) or policy.means_of(contact.means) is not None:
        return
    raise refuse(
        "unknown-means",
        f'"{contact.means[:40]}" is not a means of contact that we know.',
        f"Use {listed((means.code for means in policy.means), 'or')}.",
        field="means",
    )


def _check_moment(policy: Policy, at: datetime, now: datetime) -> None:
    if at.tzinfo is None:
        raise refuse("time-zone-missing", "Say in which time zone this time is.", field="at")
    if at.astimezone(UTC) > now + AHEAD:
        raise refuse(
            "in-the-future",
            f"{say_moment(at, policy.zone)} is in the future.",
            "Give the date and time at which the contact was made.",
            field="at",
        )


def _says_anything(sought: Sought) -> bool:
    told = (*sought.names, *sought.emails, *sought.phones, *sought.postcodes, sought.reference)
    return any(word.strip() for word in (*told, *sought.addresses, *sought.organisations))


def _check_sought(sought: Sought) -> None:
    _check_each(sought.names, "names", "the name", NAME_LENGTH)
    _check_each(sought.emails, "emails", "the mail address", EMAIL_LENGTH)
    _check_each(sought.phones, "phones", "the telephone number", PHONE_LENGTH)
    _check_each(sought.postcodes, "postcodes", "the postcode", POSTCODE_LENGTH)
    _check_each(sought.addresses, "addresses", "the address", PLACE_LENGTH)
    _check_each(sought.organisations, "organisations", "the organisation", PLACE_LENGTH)
    require_length(sought.reference, "reference", "the reference", REFERENCE_LENGTH)


def _check_each(values: Sequence[str], field: str, called: str, longest: int) -> None:
    require_few(values, field)
    for value in values:
        require_length(value, field, called, longest)
