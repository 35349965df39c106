"""Delivering: to people and channels, in place, and what becomes of it when Teams says no."""

import pytest

from adapters.teams import AppType, TeamsRefused
from bot.views.card import Card, Paragraph, Personal
from bot.views.ports import Address, DeliveryFailed, Posted
from core.services.undelivered import Cause
from core.vocabulary.people import Account
from tests.adapters.teams.conftest import Enter, Room
from tests.adapters.teams.views import CARD
from tests.support.adaptive_reading import words
from tests.support.adaptive_schema import check_card
from tests.support.teams_cloud import CHANNEL, OTHER_TENANT, TENANT, person
from tests.support.teams_connector import Fault

ASHA = Address("teams", "oid-asha", is_person=True)
ALERTS = Address("teams", CHANNEL, is_person=False)


async def failure(room: Room, to: Address = ALERTS) -> DeliveryFailed:
    with pytest.raises(DeliveryFailed) as failed:
        await room.adapter.courier.post(to, CARD, "k1")
    return failed.value


async def test_a_person_we_never_met_gets_a_private_chat(room: Room) -> None:
    posted = await room.adapter.courier.post(ASHA, CARD, "k1")
    assert posted.place == room.asha.chat
    message = await room.cloud.connector.in_chat(room.asha.chat)
    check_card(dict(message.card))
    assert message.activity["channelData"] == {"notification": {"alert": True}}
    await room.adapter.courier.post(ASHA, CARD, "k2")
    assert len(room.cloud.connector.opened) == 1


async def test_a_person_who_wrote_to_us_is_written_to_where_they_did(room: Room) -> None:
    await room.cloud.says(room.asha, "help")
    await room.adapter.courier.post(ASHA, CARD, "k1")
    assert room.cloud.connector.opened == []
    met = await room.references.of("oid-asha")
    assert met is not None
    assert met.user == room.asha.id


async def test_a_channel_gets_a_new_conversation(room: Room) -> None:
    posted = await room.adapter.courier.post(ALERTS, CARD, "k1")
    message = await room.cloud.connector.in_chat(CHANNEL)
    assert posted == Posted(CHANNEL, message.id)
    assert "channelData" not in message.activity


async def test_a_message_is_redrawn_in_place(room: Room) -> None:
    posted = await room.adapter.courier.post(ALERTS, CARD, "k1")
    decided = Card("Decided", "Decided", (Paragraph("By Morgan Manager"),))
    await room.adapter.courier.redraw(posted, decided, "k2")
    [message] = room.cloud.connector.messages
    assert "By Morgan Manager" in words(message.card)
    assert "actions" not in message.card
    assert message.edits == 1


async def test_a_posted_message_can_be_found_again_and_others_cannot(room: Room) -> None:
    posted = await room.adapter.courier.post(ALERTS, CARD, "k1")
    assert await room.adapter.courier.find(ALERTS, "k1") == posted
    assert await room.adapter.courier.find(ALERTS, "k2") is None


async def test_only_the_approvers_client_asks_for_another_card(room: Room) -> None:
    accounts = frozenset(
        {
            Account("teams", TENANT, "oid-asha"),
            Account("teams", TENANT, "oid-unknown"),
            Account("slack", "T", "U"),
        }
    )
    shown = Card("Waits", "Waits", personal=Personal(accounts, "show", "c/4"))
    await room.adapter.courier.post(ALERTS, shown, "k1")
    card = room.cloud.connector.messages[-1].card
    assert card["refresh"]["userIds"] == [room.asha.id]


@pytest.mark.parametrize(
    ("fault", "reason", "final", "wait", "uncertain"),
    [
        (Fault(429, "Throttled", "7"), "Throttled", False, 7.0, False),
        (Fault(429, "Throttled"), "Throttled", False, 30.0, False),
        (Fault(503, "ServiceUnavailable", "3"), "ServiceUnavailable", False, 3.0, False),
        (Fault(500, "ServiceError", after_keeping=True), "ServiceError", False, None, True),
        (Fault(502), "unreadable-DeserializationError", False, None, True),
        (Fault(412, "PreconditionFailed"), "PreconditionFailed", False, None, False),
        (Fault(403, "ConversationBlockedByUser"), "ConversationBlockedByUser", True, None, False),
        (Fault(403, "BotDisabledByAdmin"), "BotDisabledByAdmin", True, None, False),
        (Fault(404, "ConversationNotFound"), "ConversationNotFound", True, None, False),
        (Fault(413, "MessageSizeTooBig"), "MessageSizeTooBig", True, None, False),
        (Fault(400, "BadSyntax"), "BadSyntax", True, None, False),
    ],
    ids=lambda value: value.code if isinstance(value, Fault) else None,
)
async def test_what_teams_refuses_is_told_as_it_is(
    room: Room, fault: Fault, reason: str, final: bool, wait: float | None, uncertain: bool
) -> None:
    room.cloud.connector.faults.append(fault)
    failed = await failure(room)
    told = (failed.reason, failed.final, failed.retry_after, failed.uncertain)
    assert told == (reason, final, wait, uncertain)


@pytest.mark.parametrize(
    ("fault", "cause"),
    [
        (Fault(403, "ConversationBlockedByUser"), Cause.BLOCKED),
        (Fault(403, "MessageWritesBlocked"), Cause.BLOCKED),
        (Fault(403, "BotNotInConversationRoster"), Cause.NOT_A_MEMBER),
        (Fault(403, "BotDisabledByAdmin"), Cause.NOT_ALLOWED),
        (Fault(404, "ConversationNotFound"), Cause.NOT_FOUND),
        (Fault(404, "ActivityNotFoundInConversation"), Cause.MESSAGE_GONE),
        (Fault(413, "MessageSizeTooBig"), Cause.NOT_TAKEN),
    ],
    ids=lambda value: value.code if isinstance(value, Fault) else None,
)
async def test_what_colleagues_are_told_of_it(room: Room, fault: Fault, cause: Cause) -> None:
    room.cloud.connector.faults.append(fault)
    assert (await failure(room)).cause is cause


async def test_a_deleted_message_cannot_be_redrawn(room: Room) -> None:
    posted = await room.adapter.courier.post(ALERTS, CARD, "k1")
    room.cloud.connector.delete(room.cloud.connector.messages[0])
    with pytest.raises(DeliveryFailed) as failed:
        await room.adapter.courier.redraw(posted, CARD, "k2")
    assert (failed.value.reason, failed.value.final) == ("ActivityNotFoundInConversation", True)


async def test_a_redraw_is_never_uncertain(room: Room) -> None:
    posted = await room.adapter.courier.post(ALERTS, CARD, "k1")
    room.cloud.connector.faults.append(Fault(500, "ServiceError"))
    with pytest.raises(DeliveryFailed) as failed:
        await room.adapter.courier.redraw(posted, CARD, "k2")
    assert (failed.value.final, failed.value.uncertain) == (False, False)


async def test_who_blocked_the_bot_is_told_apart_from_who_removed_it(room: Room) -> None:
    room.cloud.connector.blocked.add(room.asha.chat)
    assert (await failure(room, ASHA)).reason == "ConversationBlockedByUser"
    assert await room.references.of("oid-asha")
    room.cloud.connector.blocked.clear()
    room.cloud.connector.absent.add(room.asha.chat)
    failed = await failure(room, ASHA)
    assert (failed.reason, failed.final) == ("BotNotInConversationRoster", True)
    assert await room.references.of("oid-asha") is None, "the chat is opened anew next time"
    room.cloud.connector.absent.clear()
    await room.adapter.courier.post(ASHA, CARD, "k1")


async def test_nobody_of_that_id_is_a_final_failure(room: Room) -> None:
    failed = await failure(room, Address("teams", "oid-nobody", is_person=True))
    assert (failed.reason, failed.final) == ("ConversationNotFound", True)


async def test_a_service_out_of_reach_is_tried_again(enter: Enter) -> None:
    room = await enter(service_url="http://127.0.0.1:9/")
    failed = await failure(room)
    assert (failed.reason, failed.final, failed.uncertain) == ("connection", False, False)


async def test_a_token_that_ended_early_is_fetched_anew(room: Room) -> None:
    room.cloud.connector.refused_tokens.add("token-of-the-bot-1")
    await room.adapter.courier.post(ALERTS, CARD, "k1")
    assert room.cloud.issuer.tokens_given == 2
    await room.adapter.courier.post(ALERTS, CARD, "k2")
    assert room.cloud.issuer.tokens_given == 2


async def test_while_the_bot_itself_is_refused_nothing_is_given_up(room: Room) -> None:
    room.cloud.connector.faults.extend([Fault(401, "BotNotRegistered")] * 2)
    failed = await failure(room)
    told = (failed.reason, failed.final, failed.retry_after, failed.check)
    assert told == ("BotNotRegistered", False, 60.0, "TEAMS_APP_ID")


async def test_a_password_refused_later_pauses_the_platform(enter: Enter) -> None:
    room = await enter(app_password="wrong", start=False)
    failed = await failure(room)
    told = (failed.reason, failed.final, failed.retry_after, failed.check)
    assert told == ("invalid_client", False, 60.0, "TEAMS_APP_PASSWORD")


async def test_a_refused_password_stops_the_start(enter: Enter) -> None:
    room = await enter(app_password="wrong", start=False)
    with pytest.raises(TeamsRefused, match="invalid_client") as refused:
        await room.adapter.start()
    assert "wrong" not in str(refused.value)


async def test_a_login_that_is_away_does_not_stop_the_start(enter: Enter) -> None:
    room = await enter(login_url="http://127.0.0.1:9", start=False)
    await room.adapter.start()
    failed = await failure(room)
    assert (failed.reason, failed.final, failed.uncertain) == ("token-connection", False, False)


async def test_of_two_tenants_the_one_that_knows_the_person_is_found(enter: Enter) -> None:
    both = frozenset({TENANT, OTHER_TENANT})
    room = await enter(app_type=AppType.MULTI_TENANT, tenants=both)
    olu = person("olu", OTHER_TENANT)
    room.cloud.join(olu)
    posted = await room.adapter.courier.post(Address("teams", "oid-olu", True), CARD, "k1")
    assert posted.place == olu.chat
