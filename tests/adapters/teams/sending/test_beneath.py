"""Beneath a message of a channel a reply is said, and drawn anew in place."""

from typing import Any

import pytest

from bot.views.card import Card
from bot.views.ports import Address, DeliveryFailed, Posted
from core.services.undelivered import Cause
from tests.adapters.teams.conftest import Enter, Room
from tests.adapters.teams.views import CARD
from tests.support.teams_cloud import CHANNEL, TENANT
from tests.support.teams_connector import Fault

Json = dict[str, Any]
THREAD = f"{CHANNEL};messageid=1700"
SENT = {"timestamp": "2023-11-14T22:13:20.1234567Z", "id": "1700"}
SAID = "Call from casey@example.org &amp; Sons"


async def test_where_we_listen_we_can_reply(room: Room) -> None:
    await room.cloud.says(room.asha, SAID, THREAD)
    known = await room.references.of(CHANNEL)
    assert known is not None
    assert (known.conversation, known.tenant) == (CHANNEL, TENANT)


async def test_a_reply_stands_beneath_the_message(room: Room) -> None:
    beneath = Address("teams", THREAD, is_person=False)
    await room.cloud.says(room.asha, SAID, THREAD)
    posted = await room.adapter.courier.post(beneath, CARD, "k1")
    message = await room.cloud.connector.in_chat(THREAD)
    assert posted == Posted(THREAD, message.id)
    assert await room.adapter.courier.find(beneath, "k1") == posted
    await room.adapter.courier.redraw(posted, Card("Logged", "Logged"), "k2")
    assert room.cloud.connector.messages[0].edits == 1


async def test_a_reply_goes_by_the_service_that_told_of_the_message(enter: Enter) -> None:
    room = await enter(service_url="http://127.0.0.1:9/")
    await room.cloud.says(room.asha, SAID, THREAD)
    beneath = Address("teams", THREAD, is_person=False)
    posted = await room.adapter.courier.post(beneath, CARD, "k1")
    await room.adapter.courier.redraw(posted, CARD, "k2")
    assert room.cloud.connector.messages[0].edits == 1


async def test_beneath_a_message_that_is_gone_nothing_can_be_said(room: Room) -> None:
    room.cloud.connector.faults.append(Fault(404, "ConversationNotFound"))
    with pytest.raises(DeliveryFailed) as failed:
        await room.adapter.courier.post(Address("teams", THREAD, is_person=False), CARD, "k1")
    assert (failed.value.final, failed.value.cause) == (True, Cause.NOT_FOUND)
