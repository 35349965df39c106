"""Interactive elements: what each must and may have, and in which blocks it may stand."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final

from adapters.playground.limits.report import Report
from adapters.playground.limits.text import TEXT, check_confirm, check_option, check_plain

SECTION: Final = "section"
ACTIONS: Final = "actions"
INPUT: Final = "input"
CONTEXT: Final = "context"

_FORM: Final = frozenset({SECTION, ACTIONS, INPUT})
_ACT: Final = frozenset({SECTION, ACTIONS})
_TYPED: Final = frozenset({INPUT})


@dataclass(frozen=True, slots=True)
class Kind:
    """``options``: how many choices it may list, for those that list any."""

    within: frozenset[str]
    required: tuple[str, ...] = ()
    optional: tuple[str, ...] = ()
    options: int = 0


_MENU: Final = ("placeholder", "confirm", "focus_on_load")
_BOX: Final = ("dispatch_action_config", "focus_on_load", "placeholder", "initial_value")

KINDS: Final[dict[str, Kind]] = {
    "button": Kind(_ACT, ("text",), ("value", "url", "style", "confirm", "accessibility_label")),
    "static_select": Kind(
        _FORM, (), ("options", "option_groups", "initial_option", *_MENU), options=100
    ),
    "multi_static_select": Kind(
        frozenset({SECTION, INPUT}),
        (),
        ("options", "option_groups", "initial_options", "max_selected_items", *_MENU),
        options=100,
    ),
    "external_select": Kind(_FORM, (), ("initial_option", "min_query_length", *_MENU)),
    "multi_external_select": Kind(
        frozenset({SECTION, INPUT}),
        (),
        ("initial_options", "min_query_length", "max_selected_items", *_MENU),
    ),
    "users_select": Kind(_FORM, (), ("initial_user", *_MENU)),
    "channels_select": Kind(_FORM, (), ("initial_channel", "response_url_enabled", *_MENU)),
    "overflow": Kind(_ACT, ("options",), ("confirm",), options=5),
    "checkboxes": Kind(
        _FORM, ("options",), ("initial_options", "confirm", "focus_on_load"), options=10
    ),
    "radio_buttons": Kind(
        _FORM, ("options",), ("initial_option", "confirm", "focus_on_load"), options=10
    ),
    "datepicker": Kind(_FORM, (), ("initial_date", *_MENU)),
    "timepicker": Kind(_FORM, (), ("initial_time", "timezone", *_MENU)),
    "datetimepicker": Kind(
        frozenset({ACTIONS, INPUT}), (), ("initial_date_time", "confirm", "focus_on_load")
    ),
    "plain_text_input": Kind(_TYPED, (), ("multiline", "min_length", "max_length", *_BOX)),
    "email_text_input": Kind(_TYPED, (), _BOX),
    "url_text_input": Kind(_TYPED, (), _BOX),
    "number_input": Kind(_TYPED, ("is_decimal_allowed",), ("min_value", "max_value", *_BOX)),
    "image": Kind(
        frozenset({SECTION, CONTEXT}), ("image_url", "alt_text"), ("image_width", "image_height")
    ),
}


def check_element(report: Report, value: Any, pointer: str, within: str) -> None:
    name = value.get("type") if isinstance(value, dict) else None
    kind = KINDS.get(name) if isinstance(name, str) else None
    if kind is None or within not in kind.within:
        report.add(f"unsupported type: {name}", f"{pointer}/type")
        return
    required = ("type", *kind.required)
    interactive = () if name == "image" else ("action_id",)
    report.is_object(value, pointer, required, (*kind.optional, *interactive))
    for key, check in _CHECKS.items():
        if value.get(key) is not None:
            check(report, value[key], f"{pointer}/{key}")
    if kind.options:
        _check_choices(report, value, pointer, kind)


def check_options(
    report: Report, value: Any, pointer: str, *, most: int, least: int = 1, mrkdwn: bool = False
) -> None:
    for index, option in enumerate(report.is_list(value, pointer, most, least)):
        check_option(report, option, f"{pointer}/{index}", mrkdwn=mrkdwn)


def _check_choices(report: Report, value: dict[str, Any], pointer: str, kind: Kind) -> None:
    mrkdwn = value["type"] in ("checkboxes", "radio_buttons")
    options = value.get("options")
    groups = value.get("option_groups")
    if options is None and groups is None:
        report.add("must define either `options` or `option_groups`", pointer)
        return
    if groups is not None:
        options = _check_groups(report, groups, f"{pointer}/option_groups")
    else:
        check_options(report, options, f"{pointer}/options", most=kind.options, mrkdwn=mrkdwn)
    chosen = [value["initial_option"]] if "initial_option" in value else []
    if isinstance(value.get("initial_options"), list):
        chosen += value["initial_options"]
    if isinstance(options, list) and any(choice not in options for choice in chosen):
        report.add("initial option(s) must be among `options`", pointer)


def _check_groups(report: Report, groups: Any, pointer: str) -> list[Any]:
    options: list[Any] = []
    for index, group in enumerate(report.is_list(groups, pointer, 100)):
        place = f"{pointer}/{index}"
        if report.is_object(group, place, ("label", "options"), ()):
            check_plain(report, group.get("label"), f"{place}/label", 75)
            check_options(report, group.get("options"), f"{place}/options", most=100)
            options += group["options"] if isinstance(group.get("options"), list) else []
    return options


def _text(most: int, least: int = 1) -> Callable[[Report, Any, str], None]:
    return lambda report, value, pointer: report.is_text(value, pointer, most, least)


def _plain(most: int) -> Callable[[Report, Any, str], None]:
    return lambda report, value, pointer: check_plain(report, value, pointer, most)


def _number(report: Report, value: Any, pointer: str) -> None:
    if not isinstance(value, int) or isinstance(value, bool) or not 0 <= value <= TEXT:
        report.add(f"must be a number up to {TEXT}", pointer)


def _chosen(report: Report, value: Any, pointer: str) -> None:
    check_option(report, value, pointer, mrkdwn=True)


def _all_chosen(report: Report, value: Any, pointer: str) -> None:
    for index, option in enumerate(report.is_list(value, pointer, 100)):
        _chosen(report, option, f"{pointer}/{index}")


def _pattern(pattern: str, example: str) -> Callable[[Report, Any, str], None]:
    def check(report: Report, value: Any, pointer: str) -> None:
        if not isinstance(value, str) or not re.fullmatch(pattern, value):
            report.add(f"must be like {example}", pointer)

    return check


def _unix_seconds(report: Report, value: Any, pointer: str) -> None:
    if not isinstance(value, int) or len(str(value)) != 10:
        report.add("must be a Unix time of 10 digits", pointer)


_CHECKS: Final[dict[str, Callable[[Report, Any, str], None]]] = {
    "action_id": _text(255),
    "text": _plain(75),
    "value": _text(2000, least=0),
    "url": _text(3000),
    "accessibility_label": _text(75),
    "placeholder": _plain(150),
    "initial_value": _text(3000, least=0),
    "initial_option": _chosen,
    "initial_options": _all_chosen,
    "initial_date": _pattern(r"\d{4}-\d{2}-\d{2}", "2030-12-31"),
    "initial_time": _pattern(r"\d{2}:\d{2}", "23:59"),
    "initial_date_time": _unix_seconds,
    "min_length": _number,
    "max_length": _number,
    "alt_text": _text(2000),
    "image_url": _text(3000),
    "style": lambda report, value, pointer: report.is_one_of(value, pointer, ("primary", "danger")),
    "confirm": check_confirm,
    "focus_on_load": lambda report, value, pointer: report.is_flag(value, pointer),
    "multiline": lambda report, value, pointer: report.is_flag(value, pointer),
}
