"""Submitted forms: kept before they are acknowledged, and nothing typed is ever lost."""

import asyncio
from dataclasses import replace
from datetime import date, datetime, time
from typing import Any

import pytest

from adapters.slack.words import NOT_A_COLLEAGUE, OTHER_WORKSPACE, UNSURE
from bot.views.answer import Nothing, Problems
from bot.views.card import Paragraph
from bot.views.form import (
    Form,
)
from tests.adapters.slack.filled_in import CARD, EMPTY, ENTRIES, FORM, VIEW
from tests.adapters.slack.limits_check import check_view, words
from tests.adapters.slack.web_api import TEAM, colleague
from tests.adapters.slack.workspace import LONDON, USER, Workspace, filled


async def test_every_kind_of_field_comes_back_as_what_it_is(place: Workspace) -> None:
    await place.submit(VIEW)
    form, state, values = place.talk.asked[0].details
    assert (form, state) == ("report", "case-1")
    assert values == {
        "topic": "Permits",
        "narrative": "<!channel> & \U0001f642 \u202e",
        "means": "b",
        "behaviours": ("b",),
        "when": datetime(2026, 5, 1, 9, 30, tzinfo=LONDON),
        "day": date(2026, 5, 1),
        "hour": time(9, 5),
        "customer": "new:Casey",
    }


async def test_empty_fields_come_back_empty(place: Workspace) -> None:
    await place.submit(EMPTY)
    values = place.talk.asked[0].details[2]
    assert values == {
        "topic": "",
        "narrative": "",
        "means": None,
        "behaviours": (),
        "when": None,
        "day": None,
        "hour": None,
        "customer": None,
    }


@pytest.mark.parametrize(
    "entry",
    [
        {"day": {"selected_date": "tomorrow"}},
        {"when": {"selected_date_time": "soon"}},
        {"when": {"selected_date_time": 10**30}},
        {"hour": {"selected_time": "99:99"}},
        {"topic": {"value": 7}},
        {"topic": {"type": "file_input"}},
        {"behaviours": {"selected_options": ["b"]}},
        {"behaviours": {"selected_options": "b"}},
        {"means": {"selected_option": "b"}},
    ],
)
async def test_impossible_entries_are_malformed(place: Workspace, entry: dict[str, Any]) -> None:
    assert (await place.submit(filled(FORM, entry))).status == 400
    assert not place.talk.asked


@pytest.mark.parametrize("part", ["id", "state", "blocks", "private_metadata"])
async def test_a_view_without_what_it_must_hold_is_malformed(place: Workspace, part: str) -> None:
    broken = {key: value for key, value in VIEW.items() if key != part}
    assert (await place.submit(broken)).status == 400
    assert not place.talk.asked


async def test_it_is_kept_before_it_is_acknowledged(place: Workspace) -> None:
    place.talk.answer = Nothing()
    answer = await place.submit(VIEW)
    assert (answer.status, answer.body, place.talk.finished) == (200, "", 1)


async def test_a_card_takes_the_forms_place(place: Workspace) -> None:
    place.talk.answer = CARD
    answer = (await place.submit(VIEW)).json
    assert answer["response_action"] == "update"
    check_view(answer["view"])
    assert "Case UCB-1." in words(answer["view"])


async def test_a_next_form_has_inputs_of_its_own(place: Workspace) -> None:
    place.talk.answer = FORM
    answer = (await place.submit(VIEW)).json
    assert answer["response_action"] == "update"
    check_view(answer["view"])
    old = {block["block_id"] for block in VIEW["blocks"]}
    assert not old & {block["block_id"] for block in answer["view"]["blocks"]}


async def test_problems_stand_beside_their_fields(place: Workspace) -> None:
    place.talk.answer = Problems({"day": "Choose a day that is not in the future."})
    assert (await place.submit(VIEW)).json == {
        "response_action": "errors",
        "errors": {"field/0/day": "Choose a day that is not in the future."},
    }


async def test_other_problems_stand_beside_the_first_field(place: Workspace) -> None:
    place.talk.answer = Problems(
        {"topic": "Too long.", "elsewhere": "Not yours."}, "No warning was given yet."
    )
    assert (await place.submit(VIEW)).json["errors"] == {
        "field/0/topic": "No warning was given yet. Not yours. Too long."
    }


async def test_problems_without_words_still_keep_the_form(place: Workspace) -> None:
    place.talk.answer = Problems()
    assert (await place.submit(VIEW)).json["errors"] == {"field/0/topic": "This needs a change."}


async def test_a_form_without_fields_is_shown_again_with_the_problem(place: Workspace) -> None:
    bare = Form("lift", "Lift", "Lift it", (), state="case-1/7", intro=(Paragraph("Sure?"),))
    place.talk.answer = Problems(general="It was lifted already.")
    answer = (await place.submit(filled(bare, {}))).json
    check_view(answer["view"])
    assert answer["response_action"] == "update"
    assert answer["view"]["private_metadata"] == "1\nlift\ncase-1/7"
    assert "It was lifted already." in words(answer["view"])


async def test_a_failure_keeps_the_form(place: Workspace) -> None:
    place.talk.fault = RuntimeError("boom")
    answer = (await place.submit(VIEW)).json
    assert answer["response_action"] == "errors"
    assert "nothing was changed" in answer["errors"]["field/0/topic"]


async def test_the_form_is_kept_while_slack_cannot_say_who_it_is(place: Workspace) -> None:
    place.slack.fails("users.info", "fatal_error")
    assert (await place.submit(VIEW)).json["errors"] == {"field/0/topic": UNSURE}


async def test_a_guest_is_refused_in_the_modal(place: Workspace) -> None:
    place.slack.users[USER] = colleague(USER, is_restricted=True)
    answer = (await place.submit(VIEW)).json
    assert NOT_A_COLLEAGUE in words(answer["view"])
    assert not place.talk.asked


async def test_another_workspace_is_refused_in_the_modal(place: Workspace) -> None:
    answer = (await place.submit(VIEW, team={"id": "T9999"})).json
    assert OTHER_WORKSPACE in words(answer["view"])
    assert not place.talk.asked


async def test_an_organisations_request_without_our_workspace_is_refused(place: Workspace) -> None:
    answer = (await place.submit(VIEW, team=None, user={"id": USER, "team_id": "E1"})).json
    assert OTHER_WORKSPACE in words(answer["view"])


async def test_the_same_submission_twice_has_one_name(place: Workspace) -> None:
    await asyncio.gather(place.submit(VIEW), place.submit(VIEW))
    first, second = (asked.caller.delivery for asked in place.talk.asked)
    assert first == second
    assert first.startswith(f"slack:view:{TEAM}:{USER}:V1:")
    assert "Permits" not in first


async def test_a_new_attempt_and_a_redrawn_view_have_other_names(place: Workspace) -> None:
    await place.submit(VIEW)
    await place.submit(filled(FORM, {**ENTRIES, "topic": {"value": "Other"}}))
    await place.submit({**VIEW, "hash": "hash-2"})
    await place.submit(filled(replace(FORM, state="case-2"), ENTRIES))
    assert len({asked.caller.delivery for asked in place.talk.asked}) == 4


async def test_closing_a_form_is_only_acknowledged(place: Workspace) -> None:
    answer = await place.submit(VIEW, type="view_closed")
    assert (answer.status, answer.body) == (200, "")
    assert not place.talk.asked
