import pytest

from tests.adapters.playground.stage import (
    ALERTS,
    ASHA,
    ASHA_DM,
    MORGAN,
    TEAM,
    Stage,
    error_of,
)


async def test_a_person(stage: Stage) -> None:
    user = (await stage.slack.users_info(user=ASHA))["user"]
    assert (user["id"], user["team_id"], user["real_name"]) == (ASHA, TEAM, "Asha Adviser")
    assert user["profile"]["email"] == "asha@example.test"
    assert user["tz"] == "Europe/London"
    assert user["is_email_confirmed"] is True
    flags = ("is_bot", "is_restricted", "is_ultra_restricted", "is_stranger", "deleted")
    assert not any(user[flag] for flag in flags)


async def test_the_bot_itself(stage: Stage) -> None:
    me = (await stage.slack.auth_test())["user_id"]
    user = (await stage.slack.users_info(user=me))["user"]
    assert (user["real_name"], user["is_bot"]) == ("UCB", True)
    assert "email" not in user["profile"]


async def test_a_person_by_mail_address(stage: Stage) -> None:
    found = await stage.slack.users_lookupByEmail(email="Morgan@example.test")
    assert found["user"]["id"] == MORGAN


async def test_people_there_are_not(stage: Stage) -> None:
    slack = stage.slack
    assert await error_of(slack.users_info(user="U0NONE")) == "user_not_found"
    assert await error_of(slack.users_lookupByEmail(email="x@example.test")) == "users_not_found"


async def test_opening_a_direct_conversation(stage: Stage) -> None:
    slack = stage.slack
    assert (await slack.conversations_open(users=ASHA))["channel"] == {"id": ASHA_DM}
    assert (await slack.conversations_open(users=[ASHA]))["channel"]["id"] == ASHA_DM
    opened = await slack.conversations_open(channel=ASHA_DM, return_im=True)
    assert opened["channel"]["user"] == ASHA


@pytest.mark.parametrize(
    ("arguments", "error"),
    [
        ({}, "users_list_not_supplied"),
        ({"users": " , "}, "users_list_not_supplied"),
        ({"users": "U0NONE"}, "user_not_found"),
        ({"users": f"{ASHA},{MORGAN}"}, "invalid_user_combination"),
        ({"channel": "D0NONE"}, "channel_not_found"),
        ({"channel": ALERTS}, "method_not_supported_for_channel_type"),
    ],
)
async def test_conversations_that_do_not_open(
    stage: Stage, arguments: dict[str, str], error: str
) -> None:
    call = stage.slack.api_call("conversations.open", json=arguments)
    assert await error_of(call) == error


async def test_what_a_conversation_is(stage: Stage) -> None:
    slack = stage.slack
    room = (await slack.conversations_info(channel=ALERTS))["channel"]
    assert (room["name"], room["is_channel"], room["is_member"]) == ("alerts", True, True)
    own = (await slack.conversations_info(channel=ASHA_DM))["channel"]
    assert (own["is_im"], own["user"]) == (True, ASHA)


async def test_who_is_there(stage: Stage) -> None:
    me = (await stage.slack.auth_test())["user_id"]
    slack = stage.slack
    assert set((await slack.conversations_members(channel=ALERTS))["members"]) == {
        ASHA,
        MORGAN,
        me,
    }
    assert set((await slack.conversations_members(channel=ASHA_DM))["members"]) == {ASHA, me}


async def test_conversations_there_are_not(stage: Stage) -> None:
    slack = stage.slack
    for call in (
        slack.conversations_info,
        slack.conversations_members,
        slack.conversations_history,
    ):
        assert await error_of(call(channel="C0NONE")) == "channel_not_found"


class TestHistory:
    async def test_newest_first_with_metadata_when_asked(self, stage: Stage) -> None:
        slack = stage.slack
        metadata = {"event_type": "ucb", "event_payload": {"key": "k1"}}
        await slack.chat_postMessage(channel=ALERTS, text="1", metadata=metadata)
        await stage.post("message", seat=ASHA, channel=ALERTS, text="2")
        plain = (await slack.conversations_history(channel=ALERTS))["messages"]
        assert [message["text"] for message in plain] == ["2", "1"]
        assert "metadata" not in plain[1]
        assert plain[1]["bot_id"]
        assert "bot_id" not in plain[0]
        full = await slack.conversations_history(channel=ALERTS, include_all_metadata=True)
        assert full["messages"][1]["metadata"] == metadata

    async def test_page_by_page(self, stage: Stage) -> None:
        for number in range(5):
            await stage.slack.chat_postMessage(channel=ALERTS, text=str(number))
        texts: list[list[str]] = []
        async for page in await stage.slack.conversations_history(channel=ALERTS, limit=2):
            texts.append([message["text"] for message in page["messages"]])
        assert texts == [["4", "3"], ["2", "1"], ["0"]]

    async def test_between_two_moments(self, stage: Stage) -> None:
        stamps = []
        for number in range(4):
            posted = await stage.slack.chat_postMessage(channel=ALERTS, text=str(number))
            stamps.append(posted["ts"])
            stage.time.passes(seconds=10)

        async def texts(**between: object) -> list[str]:
            answer = await stage.slack.api_call(
                "conversations.history", params={"channel": ALERTS, **between}
            )
            return [message["text"] for message in answer["messages"]]

        assert await texts(oldest=stamps[1]) == ["3", "2"]
        assert await texts(oldest=stamps[1], inclusive="true") == ["3", "2", "1"]
        assert await texts(latest=stamps[1]) == ["0"]
        assert await texts(oldest=stamps[0], latest=stamps[3]) == ["2", "1"]
        assert await texts(oldest=stamps[2].split(".")[0], inclusive="1") == ["3", "2"]

    @pytest.mark.parametrize(
        ("arguments", "error"),
        [
            ({"limit": 0}, "invalid_limit"),
            ({"limit": 1000}, "invalid_limit"),
            ({"cursor": "next"}, "invalid_cursor"),
            ({"oldest": "yesterday"}, "invalid_ts_oldest"),
            ({"latest": "now"}, "invalid_ts_latest"),
        ],
    )
    async def test_what_it_does_not_take(
        self, stage: Stage, arguments: dict[str, object], error: str
    ) -> None:
        call = stage.slack.api_call(
            "conversations.history", params={"channel": ALERTS, **arguments}
        )
        assert await error_of(call) == error
