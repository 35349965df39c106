"""Public bodies that play: who sits at the chat, the staff directory, and the policy file."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

import pytest

from adapters.playground import Seat
from bot.app.made_up import SEATS, STAFF, TEAM
from core.vocabulary.people import Account, StaffMember
from tests.end_to_end import words
from tests.end_to_end.words import Words
from tests.support.policies import BEA, CARA, COLE, LARS, SMALL_BODY_FILE


@dataclass(frozen=True, slots=True)
class Body:
    """``parts``: the seats of the adviser, the manager, the director and the Customer Focus team.

    ``appeals_go_to``: the seat of whoever answers a challenge to what the manager decided.
    ``policy_file``: ``None`` for the policy that ships.
    """

    name: str
    seats: tuple[Seat, ...]
    staff: tuple[StaffMember, ...]
    parts: tuple[str, str, str, str]
    appeals_go_to: str
    policy_file: Path | None
    words: Words


def _seats(staff: Sequence[StaffMember]) -> tuple[Seat, ...]:
    return tuple(
        Seat(account.user, member.name, member.grade, member.email, "")
        for member in staff
        for account in member.accounts
    )


def _at_the_chat(member: StaffMember) -> StaffMember:
    account = Account("slack", TEAM, f"U{member.id.upper()}")
    return replace(member, accounts=frozenset({account}))


_SMALL_STAFF: Final = tuple(map(_at_the_chat, (BEA, LARS, CARA, COLE)))

NATURAL_ENGLAND: Final = Body(
    name="natural-england",
    seats=SEATS,
    staff=STAFF,
    parts=("UASHA", "UMORGAN", "UDEVI", "UFRANKIE"),
    appeals_go_to="UDARA",
    policy_file=None,
    words=words.NATURAL_ENGLAND,
)
SMALL_BODY: Final = Body(
    name="small-body",
    seats=_seats(_SMALL_STAFF),
    staff=_SMALL_STAFF,
    parts=("UCARA", "ULARS", "UBEA", "UCOLE"),
    appeals_go_to="UBEA",
    policy_file=SMALL_BODY_FILE,
    words=words.SMALL_BODY,
)

at_each_body: Final = pytest.mark.parametrize(
    "body", [NATURAL_ENGLAND, SMALL_BODY], ids=lambda body: body.name
)
