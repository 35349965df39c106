from dataclasses import replace
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from adapters.chat.payloads import Malformed
from adapters.teams.carrying.choices import suggested
from adapters.teams.carrying.form import LARGEST, packed, unpacked
from adapters.teams.reading.form import typed, values
from adapters.teams.rendering.form import form_card
from adapters.teams.rendering.options import choice
from bot.views.answer import Problems
from bot.views.form import ChoiceField, ManyField, Option, TextField
from tests.adapters.teams.views import FORM, NASTY
from tests.support.adaptive_reading import data, inputs, words
from tests.support.adaptive_schema import check_card

LONDON = ZoneInfo("Europe/London")


def entered(card: dict[str, object]) -> dict[str, str]:
    """What Teams sends when nothing was changed."""
    return {key: str(element.get("value", "")) for key, element in inputs(card).items()}


def test_everything_is_valid_by_the_published_schema() -> None:
    check_card(form_card(FORM, LONDON, "/ucb", "d1"))
    problems = Problems({"topic": "Say what.", "unknown": "Else."}, "In general.")
    check_card(form_card(FORM, LONDON, "/ucb", "d1", {"entry/topic": "x"}, problems))


def test_every_field_has_its_input() -> None:
    asked = inputs(form_card(FORM, LONDON, "/ucb", "d1"))
    kinds = {key.removeprefix("entry/"): element["type"] for key, element in asked.items()}
    assert kinds == {
        "customer": "Input.ChoiceSet",
        "means": "Input.ChoiceSet",
        "behaviours": "Input.ChoiceSet",
        "at/date": "Input.Date",
        "at/time": "Input.Time",
        "review": "Input.Date",
        "from": "Input.Time",
        "topic": "Input.Text",
        "narrative": "Input.Text",
        "corresponding": "Input.ChoiceSet",
    }
    assert asked["entry/customer"]["choices.data"]["dataset"] == "customers-or-new"
    assert asked["entry/topic"]["isRequired"]
    assert "isRequired" not in asked["entry/review"]
    assert asked["entry/at/time"]["value"] == "10:30", "in the policy's zone"


def test_what_was_filled_in_is_read_back_as_it_was() -> None:
    card = form_card(FORM, LONDON, "/ucb", "d1")
    assert values(FORM, typed(entered(card)), LONDON) == {
        "customer": None,
        "means": "phone",
        "behaviours": ("x,y",),
        "at": datetime(2025, 7, 1, 10, 30, tzinfo=LONDON),
        "review": date(2025, 9, 1),
        "from": time(9, 0),
        "topic": "",
        "narrative": "Dear\nSir",
        "corresponding": "asha",
    }


def test_problems_stand_beside_their_fields_and_what_was_typed_is_kept() -> None:
    entries = {
        **entered(form_card(FORM, LONDON, "/ucb", "d1")),
        "entry/topic": NASTY,
        "entry/behaviours": "abusive,x%2Cy",
        "entry/at/date": "2025-07-02",
        "entry/at/time": "",
        "entry/customer": "Casey Customer [c-1]",
    }
    problems = Problems({"topic": "Use fewer words.", "elsewhere": "And this."}, "Look again.")
    card = form_card(FORM, LONDON, "/ucb", "d1", entries, problems)
    assert entered(card) == entries
    shown = words(card).split("\n")
    assert shown[:3] == [
        "⚠️ There is a problem. What you entered was kept.",
        "Look again.",
        "And this.",
    ]
    assert shown.index("Topic: Use fewer words.") == shown.index("Topic") - 1
    assert inputs(card)["entry/customer"]["choices"][0]["title"] == "Casey Customer"


def test_a_form_can_be_rebuilt_from_its_own_dialog_alone() -> None:
    sent = data(form_card(FORM, LONDON, "/ucb", "d1"), "Report")
    rebuilt = unpacked(sent["ucb"]["form"])
    without_texts = tuple(
        replace(f, value="") if isinstance(f, TextField) else f for f in FORM.fields
    )
    assert rebuilt == replace(FORM, fields=without_texts)
    assert sent["ucb"]["opened"] == "d1"


@pytest.mark.parametrize("text", ["", "x", "eJwDAAAAAAE=", packed(FORM)[:-8], "☃"])
def test_a_damaged_form_is_refused(text: str) -> None:
    with pytest.raises(Malformed):
        unpacked(text)


def test_a_form_that_unpacks_without_end_is_refused() -> None:
    fields = (TextField(name="n", label="x" * (LARGEST + 1)),)
    with pytest.raises(Malformed):
        unpacked(packed(replace(FORM, fields=fields)))


@given(st.lists(st.text(min_size=1).filter(lambda v: v.strip() == v), unique=True, max_size=5))
def test_any_values_of_choices_come_back(chosen: list[str]) -> None:
    options = tuple(Option(value, "label") for value in chosen)
    form = replace(
        FORM, fields=(ManyField(name="m", label="M", options=options, value=tuple(chosen)),)
    )
    card = form_card(form, LONDON, "/ucb", "d1")
    cleaned = tuple(v.replace("\x00", "") for v in chosen)
    if cleaned == tuple(chosen):
        assert values(form, typed(entered(card)), LONDON)["m"] == tuple(chosen)


def test_choices_shown_at_once_are_escaped_for_markdown_and_menus_are_not() -> None:
    options = (Option("a", "*Abusive* [x](y)"),)
    radio = ChoiceField(name="r", label="R", options=options, radio=True)
    menu = ChoiceField(name="m", label="M", options=options)
    asked = inputs(form_card(replace(FORM, fields=(radio, menu)), LONDON, "/ucb", "d1"))
    assert asked["entry/r"]["choices"][0]["title"] == r"\*Abusive\* \[x\]\(y\)"
    assert asked["entry/m"]["choices"][0]["title"] == "*Abusive* [x](y)"


def test_unreadable_dates_and_times_count_as_empty() -> None:
    entries = {
        "entry/at/date": "soon",
        "entry/at/time": "25:00",
        "entry/review": "31/12",
        "entry/from": "x",
    }
    read = values(FORM, entries, LONDON)
    assert (read["at"], read["review"], read["from"]) == (None, None, None)


@given(st.text(min_size=1, max_size=75), st.text(max_size=80))
def test_whatever_a_type_ahead_finds_comes_back(value: str, label: str) -> None:
    shown = choice(Option(value, label), is_found=True)
    again = suggested(shown["value"])
    assert again is not None
    assert (again.value, again.label) == (value, shown["title"])


@pytest.mark.parametrize("typed", ["", "Casey", "Casey [", "[c-1"])
def test_what_was_typed_and_not_chosen_is_no_choice(typed: str) -> None:
    assert suggested(typed) is None
