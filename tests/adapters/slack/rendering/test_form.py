from datetime import UTC, date, datetime, time
from typing import Any

from hypothesis import HealthCheck, given, settings

from adapters.slack.rendering.form import form_view
from adapters.slack.rendering.options import menu, option, suggestions
from bot.views.card import Paragraph
from bot.views.form import (
    ChoiceField,
    DateField,
    Field,
    Form,
    ManyField,
    MomentField,
    Option,
    Source,
    SuggestField,
    TextField,
    TimeField,
)
from tests.adapters.slack.limits_check import check_options, check_view, words
from tests.adapters.slack.views import forms
from tests.adapters.slack.workspace import LONDON

BEHAVIOURS = tuple(Option(f"b{n}", f"Behaviour {n}", "what it means") for n in range(8))


def shown(field: Field) -> dict[str, Any]:
    view = form_view(Form("f", "Title", "Send", (field,)), LONDON, "/ucb")
    check_view(view)
    (block,) = view["blocks"]
    return dict(block)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(forms)
def test_any_form_is_a_view_slack_takes_and_shows_every_field(form: Form) -> None:
    view = form_view(form, LONDON, "/ucb")
    check_view(view)
    ids = [b["block_id"] for b in view["blocks"] if b["type"] == "input"]
    asked = [f.name for f in form.fields if getattr(f, "options", True)]
    assert ids == [f"field/0/{name}" for name in asked]


def test_the_form_and_its_state_come_back_with_it() -> None:
    view = form_view(Form("propose", "T", "Send", (), state="case-1/7"), LONDON, "/ucb", 2)
    assert view["private_metadata"] == "2\npropose\ncase-1/7"


def test_a_narrative_of_any_length_is_cut_to_what_an_input_takes_and_says_so() -> None:
    field = TextField(name="n", label="What happened", value="x" * 20_000, multiline=True)
    block = shown(field)
    assert block["element"]["initial_value"] == "x" * 3000
    assert "Only the beginning fits here." in words(block["hint"])


def test_typed_text_goes_back_into_its_input_untouched() -> None:
    field = TextField(name="n", label="L", value="<b> & *c* \u202e", max_length=80)
    assert shown(field)["element"]["initial_value"] == "<b> & *c* \u202e"


def test_a_moment_is_a_date_and_time_picker_that_names_the_time_zone() -> None:
    at = datetime(2026, 5, 1, 9, 30, tzinfo=UTC)
    block = shown(MomentField(name="when", label="When", value=at))
    assert block["element"]["type"] == "datetimepicker"
    assert block["element"]["initial_date_time"] == int(at.timestamp())
    assert "Europe/London" in words(block["hint"])


def test_a_moment_before_slack_can_show_it_is_left_open() -> None:
    old = datetime(1999, 1, 1, tzinfo=UTC)
    assert "initial_date_time" not in shown(MomentField(name="w", label="W", value=old))["element"]


def test_dates_and_times_have_pickers() -> None:
    day = shown(DateField(name="d", label="D", value=date(2026, 5, 1)))["element"]
    hour = shown(TimeField(name="t", label="T", value=time(9, 5)))["element"]
    assert (day["type"], day["initial_date"]) == ("datepicker", "2026-05-01")
    assert (hour["type"], hour["initial_time"]) == ("timepicker", "09:05")


def test_few_choices_are_check_boxes_with_their_meanings() -> None:
    block = shown(ManyField(name="m", label="M", options=BEHAVIOURS, value=("b2",)))
    assert block["element"]["type"] == "checkboxes"
    assert block["element"]["initial_options"] == [option(BEHAVIOURS[2])]
    assert block["element"]["options"][0]["description"]["text"] == "what it means"


def test_more_than_ten_choices_are_one_menu() -> None:
    many = tuple(Option(f"o{n}", f"Option {n}") for n in range(11))
    boxes = shown(ManyField(name="m", label="M", options=many))
    radio = shown(ChoiceField(name="c", label="C", options=many, radio=True, value="o3"))
    assert boxes["element"]["type"] == "multi_static_select"
    assert radio["element"]["type"] == "static_select"
    assert radio["element"]["initial_option"]["value"] == "o3"


def test_more_than_a_hundred_choices_are_grouped() -> None:
    groups = menu(tuple(Option(f"o{n}", f"Option {n}") for n in range(250)))["option_groups"]
    assert [len(group["options"]) for group in groups] == [100, 100, 50]
    assert groups[2]["label"]["text"] == "201 to 250"


def test_no_choices_at_all_is_said() -> None:
    view = form_view(
        Form("f", "T", "Send", (ChoiceField(name="c", label="Case", options=()),)), LONDON, "/ucb"
    )
    assert words(view["blocks"]) == "Case: There is nothing to choose from yet."


def test_type_ahead_starts_at_once_for_colleagues_only() -> None:
    staff = shown(SuggestField(name="s", label="S", source=Source.STAFF))["element"]
    customers = shown(SuggestField(name="s", label="S", source=Source.CUSTOMERS))["element"]
    assert (staff["action_id"], staff["min_query_length"]) == ("suggest/staff", 0)
    assert (customers["action_id"], customers["min_query_length"]) == ("suggest/customers", 1)


def test_optional_fields_are_marked() -> None:
    assert shown(TextField(name="n", label="L", required=False))["optional"] is True
    assert shown(TextField(name="n", label="L"))["optional"] is False


def test_a_long_label_of_an_option_runs_on_below() -> None:
    label = "A rather long sanction label that says what the customer may do and also may not do"
    found = option(Option("x", label))
    assert found["text"]["text"] + " " + found["description"]["text"] == label


def test_no_more_suggestions_than_slack_shows() -> None:
    found = suggestions(tuple(Option(f"o{n}", "<b> & " * 30) for n in range(150)))
    check_options(found)
    assert len(found) == 100


def test_the_introduction_gives_way_to_the_fields() -> None:
    fields = tuple(TextField(name=f"n{n}", label="L") for n in range(80))
    intro = tuple(Paragraph(f"p{n}") for n in range(60))
    view = form_view(Form("f", "T", "Send", fields, intro=intro), LONDON, "/ucb")
    check_view(view)
    assert sum(block["type"] == "input" for block in view["blocks"]) == 80
