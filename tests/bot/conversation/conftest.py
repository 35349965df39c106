"""The house in which the stories of known customers begin."""

import pytest

from tests.bot.conversation import steps
from tests.bot.conversation.harness import House, house


@pytest.fixture
async def at() -> House:
    """Casey Customer is sanctioned: contact in writing alone."""
    there = house()
    await steps.sanctioned(there)
    return there
