from collections.abc import AsyncIterator

import pytest

from tests.adapters.slack.workspace import Workspace, workspace


@pytest.fixture
async def place() -> AsyncIterator[Workspace]:
    async with workspace() as opened:
        yield opened


@pytest.fixture
async def hurried() -> AsyncIterator[Workspace]:
    """Without any time to wait for the conversation."""
    async with workspace(budget=0.0) as opened:
        yield opened
