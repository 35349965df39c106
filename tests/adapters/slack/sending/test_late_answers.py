"""What takes longer than Slack waits appears later, and is passed over by nobody."""

from typing import Any

from adapters.slack.words import NOT_SHOWN
from bot.views.answer import Nothing, Problems
from tests.adapters.slack.filled_in import CARD, ENTRIES, FORM, VIEW
from tests.adapters.slack.limits_check import check_view, words
from tests.adapters.slack.workspace import USER, Workspace


async def late(place: Workspace) -> dict[str, Any]:
    """Submits past the budget; the view that holds the answer's place."""
    place.talk.gate.clear()
    answer = (await place.submit(VIEW)).json
    assert answer["response_action"] == "update"
    assert place.talk.finished == 0
    check_view(answer["view"])
    place.talk.gate.set()
    return dict(answer["view"])


async def test_past_the_budget_the_answer_appears_later(hurried: Workspace) -> None:
    hurried.talk.answer = CARD
    waiting = await late(hurried)
    assert "Still working" in words(waiting)
    updated = await hurried.slack.called("views.update")
    assert updated["external_id"] == waiting["external_id"]
    assert "Case UCB-1." in words(updated["view"])


async def test_a_late_answer_waits_until_slack_shows_the_waiting_view(hurried: Workspace) -> None:
    hurried.talk.answer = CARD
    hurried.slack.fails("views.update", "not_found", times=2)
    await late(hurried)
    await hurried.slack.called("views.update", times=3)
    await hurried.adapter.close()
    assert not hurried.slack.of("chat.postMessage")


async def test_a_late_answer_to_a_closed_modal_is_a_direct_message(hurried: Workspace) -> None:
    hurried.talk.answer = CARD
    hurried.slack.fails("views.update", "not_found", times=4)
    await late(hurried)
    told = await hurried.slack.called("chat.postMessage")
    assert told["channel"] == USER
    assert "Case UCB-1." in words(told["blocks"])


async def test_late_problems_bring_the_form_back_as_it_was_filled_in(hurried: Workspace) -> None:
    hurried.talk.answer = Problems({"day": "Not in the future."})
    await late(hurried)
    view = (await hurried.slack.called("views.update"))["view"]
    check_view(view)
    assert "Day: Not in the future." in words(view["blocks"][0])
    elements = {
        block["block_id"]: block["element"] for block in view["blocks"] if block["type"] == "input"
    }
    assert elements["field/1/topic"]["initial_value"] == "Permits\x00"
    assert elements["field/1/narrative"]["initial_value"] == ENTRIES["narrative"]["value"]
    assert elements["field/1/means"]["initial_option"]["value"] == "b"
    assert [o["value"] for o in elements["field/1/behaviours"]["initial_options"]] == ["b"]
    assert elements["field/1/when"]["initial_date_time"] == 1777624200
    assert elements["field/1/day"]["initial_date"] == "2026-05-01"
    assert elements["field/1/hour"]["initial_time"] == "09:05"
    assert elements["field/1/customer"]["initial_option"]["value"] == "new:Casey"
    assert view["private_metadata"] == "1\nreport\ncase-1"


async def test_late_problems_for_a_closed_modal_are_told_directly(hurried: Workspace) -> None:
    hurried.talk.answer = Problems({"day": "Not in the future."})
    hurried.slack.fails("views.update", "not_found", times=4)
    await late(hurried)
    told = await hurried.slack.called("chat.postMessage")
    assert words(told["blocks"]) == "Not in the future."


async def test_a_late_answer_that_slack_does_not_show_is_not_passed_over(
    hurried: Workspace,
) -> None:
    hurried.talk.answer = CARD
    hurried.slack.fails("views.update", "internal_error")
    await late(hurried)
    told = await hurried.slack.called("chat.postMessage")
    assert words(told["blocks"]) == NOT_SHOWN


async def test_a_late_next_form_takes_the_place_too(hurried: Workspace) -> None:
    hurried.talk.answer = FORM
    await late(hurried)
    check_view((await hurried.slack.called("views.update"))["view"])


async def test_a_late_nothing_says_done(hurried: Workspace) -> None:
    hurried.talk.answer = Nothing()
    await late(hurried)
    assert "Done" in words((await hurried.slack.called("views.update"))["view"])
