"""What the document states of itself: why it exists, whom it is for, where questions go."""

import pytest

from core.policy.model import Power
from core.vocabulary.people import Role
from tests.bot.conversation import steps
from tests.bot.conversation.harness import CASEY, POLICY, house, words
from tests.support.people import ASHA, MORGAN, OLU


async def test_contact_is_not_usually_limited() -> None:
    """Reporting and warning restrict nothing."""
    at = house()
    await steps.warned(at)
    assert "Nothing is in force" in words(await at.seat(OLU).sees(f"check {CASEY.reference}"))


@pytest.mark.parametrize("command", ["help", "policy"])
async def test_questions_go_to_the_address_of_the_document(command: str) -> None:
    shown = words(await house().seat(ASHA).sees(command))
    assert "customer.feedback@naturalengland.org.uk" in shown


@pytest.mark.parametrize(
    ("role", "powers"),
    [
        pytest.param(
            Role.CHIEF_OPERATING_OFFICER, {Power.OVERSEE, Power.MANAGE}, id="overall responsibility"
        ),
        pytest.param(Role.CUSTOMER_FOCUS, {Power.MANAGE}, id="day-to-day management"),
        pytest.param(Role.DIRECTOR, {Power.OVERSEE}, id="directors"),
        pytest.param(Role.LEGAL, {Power.ADVISE}, id="the Legal Team"),
    ],
)
def test_each_responsibility_has_exactly_its_powers(role: Role, powers: set[Power]) -> None:
    assert POLICY.powers.held(frozenset({role})) == powers


async def test_managers_see_what_their_teams_still_have_to_do() -> None:
    at = house()
    await steps.sanctioned(at)
    shown = words(await at.seat(MORGAN).sees("reviews"))
    assert "Asha Adviser does it" in shown
