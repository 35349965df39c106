"""Install, uninstall and membership: where people and channels can be reached."""

from typing import Any

import pytest

from adapters.teams import Reference
from bot.views.card import Card
from tests.adapters.teams.conftest import Room
from tests.support.adaptive_reading import words
from tests.support.teams_cloud import BOT, CHANNEL, GROUP, TENANT, person


async def test_who_installs_the_app_is_welcomed_with_what_they_can_do(room: Room) -> None:
    room.talk.answer = Card("What you can do", "Help")
    await room.cloud.send(room.cloud.activity(room.asha, "installationUpdate", action="add"))
    message = await room.cloud.connector.in_chat(room.asha.chat)
    assert "What you can do" in words(message.card)
    assert room.talk.asked[0].details == ("help",)


async def test_installing_tells_once(room: Room) -> None:
    """Teams tells of an installation by two activities."""
    room.talk.answer = Card("What you can do", "Help")
    members = [{"id": BOT}, {"id": room.asha.id}]
    added = room.cloud.activity(room.asha, "conversationUpdate", membersAdded=members)
    await room.cloud.send(added)
    await room.cloud.send(room.cloud.activity(room.asha, "installationUpdate", action="add"))
    await room.adapter.close()
    assert len(room.cloud.connector.messages) == 1


@pytest.mark.parametrize("where", [GROUP, CHANNEL])
async def test_a_team_or_group_is_told_how_to_begin(room: Room, where: str) -> None:
    await room.cloud.send(room.cloud.activity(room.asha, "installationUpdate", where, action="add"))
    message = await room.cloud.connector.in_chat(where)
    assert "mention me here with “/ucb help”" in words(message.card)
    assert room.talk.asked == []


async def test_an_upgrade_is_no_reason_to_say_hello(room: Room) -> None:
    await room.cloud.send(
        room.cloud.activity(room.asha, "installationUpdate", action="add-upgrade")
    )
    await room.adapter.close()
    assert room.cloud.connector.messages == []


async def test_where_somebody_wrote_is_remembered(room: Room) -> None:
    await room.cloud.says(room.asha, "help")
    await room.cloud.says(room.asha, "help", f"{CHANNEL};messageid=17")
    await room.adapter.close()
    url = room.cloud.service_url
    asha = Reference("oid-asha", room.asha.chat, url, TENANT, BOT, room.asha.id)
    assert await room.references.of("oid-asha") == asha
    assert await room.references.in_conversation(room.asha.chat) == asha
    assert await room.references.of(CHANNEL) == Reference(CHANNEL, CHANNEL, url, TENANT, BOT)


@pytest.mark.parametrize(
    ("kind", "more"),
    [
        ("installationUpdate", {"action": "remove"}),
        ("conversationUpdate", {"membersRemoved": [{"id": BOT}]}),
    ],
)
async def test_where_the_bot_was_removed_is_forgotten(
    room: Room, kind: str, more: dict[str, Any]
) -> None:
    await room.cloud.says(room.asha, "help")
    await room.cloud.send(room.cloud.activity(room.asha, kind, **more))
    await room.adapter.close()
    assert await room.references.of("oid-asha") is None


async def test_a_deleted_channel_is_forgotten(room: Room) -> None:
    await room.cloud.says(room.asha, "help", CHANNEL)
    gone = room.cloud.activity(room.asha, "conversationUpdate", CHANNEL)
    gone["channelData"]["eventType"] = "channelDeleted"
    await room.cloud.send(gone)
    await room.adapter.close()
    assert await room.references.of(CHANNEL) is None


async def test_others_coming_and_going_change_nothing(room: Room) -> None:
    morgan = person("morgan")
    for change in ("membersAdded", "membersRemoved"):
        await room.cloud.send(
            room.cloud.activity(
                room.asha, "conversationUpdate", CHANNEL, **{change: [{"id": morgan.id}]}
            )
        )
    await room.cloud.send(room.cloud.activity(room.asha, "messageReaction", CHANNEL))
    await room.adapter.close()
    assert room.cloud.connector.messages == []
    assert await room.references.of(CHANNEL) is not None
