"""A press, a dialog that it opens, and its submission."""

from tests.adapters.teams.conftest import Room
from tests.support.teams_cloud import Json, Reply

PRESS = {"ucb": {"do": "press", "action": "reject", "value": "c/4"}}


async def fetch(room: Room, sent: Json, where: str = "") -> Reply:
    return await room.cloud.invokes(room.asha, "task/fetch", {"data": sent}, where)


async def submit(room: Room, sent: Json, where: str = "") -> Reply:
    return await room.cloud.invokes(room.asha, "task/submit", {"data": sent}, where)
