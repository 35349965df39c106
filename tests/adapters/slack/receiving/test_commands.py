"""Commands and shortcuts: acknowledged at once, answered in the background."""

from datetime import UTC, datetime
from typing import Any

import pytest

from adapters.slack.words import NOT_A_COLLEAGUE, NOT_SHOWN, OTHER_WORKSPACE, TOO_LATE, UNSURE
from bot.views.answer import Problems, QuotedMessage
from bot.views.card import Card, Paragraph
from bot.views.form import Form, TextField
from tests.adapters.slack.limits_check import check_message, check_view, words
from tests.adapters.slack.web_api import TEAM, colleague
from tests.adapters.slack.workspace import USER, Workspace

CARD = Card("Help", "What you can do", (Paragraph("Report an incident."),))
FORM = Form("report", "Report", "Send", (TextField(name="n", label="What happened"),))


def shortcut(place: Workspace, **other: Any) -> dict[str, Any]:
    return {
        "type": "shortcut",
        "callback_id": "report_incident",
        "team": {"id": TEAM},
        "user": {"id": USER, "team_id": TEAM},
        "trigger_id": "1.2.shortcut",
        **other,
    }


async def test_a_command_is_acknowledged_before_it_is_answered(place: Workspace) -> None:
    place.talk.gate.clear()
    answer = await place.command("help")
    assert (answer.status, answer.body) == (200, "")
    assert place.talk.finished == 0


async def test_a_card_is_shown_to_the_person_alone(place: Workspace) -> None:
    place.talk.answer = CARD
    await place.command("help")
    shown = await place.slack.called("respond/command")
    assert (shown["response_type"], shown["replace_original"]) == ("ephemeral", False)
    assert "Report an incident." in words(shown["blocks"])
    check_message(shown)


async def test_the_conversation_learns_who_asks_and_what(place: Workspace) -> None:
    await place.command("check payload & <b> &lt;c&gt;")
    await place.slack.called("users.info")
    await place.adapter.close()
    (asked,) = place.talk.asked
    assert asked.details == ("check payload & <b> <c>",)
    assert asked.caller.account.user == USER
    assert asked.caller.account.workspace == TEAM
    assert asked.caller.email == "uasha@example.org"
    assert asked.caller.delivery == f"slack:trigger:{TEAM}:1.2.command"


async def test_the_word_payload_does_not_lose_a_command(place: Workspace) -> None:
    await place.command("payload")
    await place.adapter.close()
    assert place.talk.asked[0].details == ("payload",)


async def test_a_form_is_opened(place: Workspace) -> None:
    place.talk.answer = FORM
    await place.command("report")
    opened = await place.slack.called("views.open")
    assert opened["trigger_id"] == "1.2.command"
    check_view(opened["view"])


async def test_an_expired_trigger_is_explained(place: Workspace) -> None:
    place.talk.answer = FORM
    place.slack.fails("views.open", "expired_trigger_id")
    await place.command("report")
    shown = await place.slack.called("respond/command")
    assert words(shown["blocks"]) == TOO_LATE


async def test_a_form_that_slack_does_not_open_is_not_passed_over(place: Workspace) -> None:
    place.talk.answer = FORM
    place.slack.fails("views.open", "internal_error")
    await place.command("report")
    assert words((await place.slack.called("respond/command"))["blocks"]) == NOT_SHOWN


async def test_a_response_url_that_is_used_up_gives_way_to_a_direct_message(
    place: Workspace,
) -> None:
    place.talk.answer = CARD
    place.slack.fails("respond/command", "used_url")
    await place.command("help")
    told = await place.slack.called("chat.postMessage")
    assert told["channel"] == USER
    assert "Report an incident." in words(told["blocks"])


async def test_problems_are_told(place: Workspace) -> None:
    place.talk.answer = Problems(general="No such case. Check the reference.")
    await place.command("timeline UCB-1")
    shown = await place.slack.called("respond/command")
    assert words(shown["blocks"]) == "No such case. Check the reference."


async def test_a_failing_conversation_is_told_politely_with_a_reference(
    place: Workspace, caplog: pytest.LogCaptureFixture
) -> None:
    place.talk.fault = RuntimeError("Casey Customer lives at")
    await place.command("report")
    said = words((await place.slack.called("respond/command"))["blocks"])
    assert "nothing was changed" in said
    reference = said.rsplit(" ", 1)[1].rstrip(".")
    assert f"reference {reference}: RuntimeError" in caplog.text
    assert "Casey" not in caplog.text


async def test_another_workspace_is_refused_at_once(place: Workspace) -> None:
    answer = await place.command("help", team_id="T9999")
    assert (answer.status, answer.body) == (200, OTHER_WORKSPACE)
    await place.adapter.close()
    assert not place.talk.asked


@pytest.mark.parametrize(
    "flag",
    [
        "deleted",
        "is_bot",
        "is_workflow_bot",
        "is_connector_bot",
        "is_restricted",
        "is_ultra_restricted",
        "is_stranger",
    ],
)
async def test_guests_bots_strangers_and_closed_accounts_are_refused(
    place: Workspace, flag: str
) -> None:
    place.slack.users[USER] = colleague(USER, **{flag: True})
    await place.command("help")
    shown = await place.slack.called("respond/command")
    assert NOT_A_COLLEAGUE in words(shown["blocks"])
    assert not place.talk.asked


async def test_people_of_another_workspace_are_refused(place: Workspace) -> None:
    place.slack.users[USER] = {**colleague(USER), "team_id": "T9999"}
    await place.command("help")
    assert NOT_A_COLLEAGUE in words((await place.slack.called("respond/command"))["blocks"])


async def test_nobody_passes_while_slack_cannot_say_who_they_are(place: Workspace) -> None:
    place.slack.fails("users.info", "internal_error")
    await place.command("help")
    assert words((await place.slack.called("respond/command"))["blocks"]) == UNSURE
    assert not place.talk.asked
    await place.command("help")
    await place.adapter.close()
    assert len(place.talk.asked) == 1


async def test_an_unconfirmed_mail_address_is_not_passed_on(place: Workspace) -> None:
    place.slack.users[USER] = colleague(USER, is_email_confirmed=False)
    await place.command("help")
    await place.adapter.close()
    assert place.talk.asked[0].caller.email == ""


async def test_slack_is_asked_about_a_person_once_in_a_while(place: Workspace) -> None:
    for _ in range(3):
        await place.command("help")
    await place.adapter.close()
    assert len(place.slack.of("users.info")) == 1
    assert len(place.talk.asked) == 3


async def test_a_global_shortcut_opens_the_form(place: Workspace) -> None:
    place.talk.answer = FORM
    assert (await place.interact(shortcut(place))).status == 200
    assert (await place.slack.called("views.open"))["trigger_id"] == "1.2.shortcut"
    assert place.talk.asked[0].details == (None,)


async def test_a_card_for_a_global_shortcut_is_a_modal(place: Workspace) -> None:
    place.talk.answer = CARD
    await place.interact(shortcut(place))
    view = (await place.slack.called("views.open"))["view"]
    check_view(view)
    assert view["close"]["text"] == "Close"


async def test_a_late_global_shortcut_is_explained_in_the_direct_conversation(
    place: Workspace,
) -> None:
    place.talk.answer = FORM
    place.slack.fails("views.open", "expired_trigger_id")
    await place.interact(shortcut(place))
    told = await place.slack.called("chat.postMessage")
    assert told["channel"] == USER
    assert words(told["blocks"]) == TOO_LATE


async def test_a_message_shortcut_brings_the_message_as_plain_words(place: Workspace) -> None:
    await place.interact(
        shortcut(
            place,
            type="message_action",
            callback_id="report_message",
            response_url=place.slack.url("/respond/message"),
            message={
                "ts": "1700000000.000200",
                "text": "<@U9|casey> said &lt;no&gt; <https://x.example|here> <!channel>",
            },
        )
    )
    await place.adapter.close()
    assert place.talk.asked[0].details == (
        QuotedMessage(
            "@casey said <no> here (https://x.example) @channel",
            datetime.fromtimestamp(1700000000.0002, UTC),
        ),
    )


async def test_a_shortcut_from_another_workspace_is_refused_privately(place: Workspace) -> None:
    answer = await place.interact(
        shortcut(place, user={"id": USER, "team_id": "T9999"}, team={"id": TEAM})
    )
    assert answer.status == 200
    assert words((await place.slack.called("chat.postMessage"))["blocks"]) == OTHER_WORKSPACE
    assert not place.talk.asked
