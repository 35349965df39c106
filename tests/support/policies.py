"""Policies of bodies that differ in shape, each with a small, evidently made-up organisation."""

from dataclasses import dataclass
from pathlib import Path
from typing import Final

import pytest

from core.policy.load import load_policy, shipped_policy
from core.policy.model import Policy
from core.vocabulary.people import Role, StaffMember
from tests.support.people import ASHA, DANA, MORGAN, ORGANISATION, SENA, member

SMALL_BODY_FILE: Final = Path(__file__).parents[1] / "policies" / "small-body.toml"

NATURAL_ENGLAND: Final = load_policy(shipped_policy())
SMALL_BODY: Final = load_policy(SMALL_BODY_FILE.read_text("utf-8"))


@dataclass(frozen=True)
class Body:
    """``officer`` and ``colleague`` report to ``manager``, up the line from whom is ``head``."""

    policy: Policy
    staff: tuple[StaffMember, ...]
    officer: StaffMember
    colleague: StaffMember
    manager: StaffMember
    head: StaffMember


BEA: Final = member("Bea Boss", "chief-executive", "All", None, Role.CHIEF_OPERATING_OFFICER)
LARS: Final = member("Lars Lead", "team-lead", "Counter", BEA)
CARA: Final = member("Cara Caseworker", "caseworker", "Counter", LARS)
COLE: Final = member("Cole Caseworker", "caseworker", "Counter", LARS, Role.CUSTOMER_FOCUS)

BODIES: Final = (
    Body(NATURAL_ENGLAND, ORGANISATION, ASHA, SENA, MORGAN, DANA),
    Body(SMALL_BODY, (BEA, LARS, CARA, COLE), CARA, COLE, LARS, BEA),
)

under_each_policy: Final = pytest.mark.parametrize(
    "body", BODIES, ids=[body.policy.body for body in BODIES]
)
