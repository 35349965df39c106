"""Forms on the page: errors beside their fields, nothing typed is lost, the keyboard suffices."""

import asyncio
from typing import Any

import pytest
from aiohttp import web
from playwright.async_api import Page, expect

from tests.adapters.playground.samples import actions, asked, button, modal, plain, typed
from tests.adapters.playground.stage import Stage
from tests.support.browser import browser
from tests.support.page import (
    Watch,
    choice,
    composer,
    entries,
    form_named,
    page,
    play,
    watch,
)

__all__ = ["browser", "page", "play", "watch"]

pytestmark = pytest.mark.asyncio(loop_scope="session")

PEOPLE = [
    choice("new", "Someone new"),
    choice("c", "Casey Customer", "casey@example.test"),
    choice("r", "Robin Resident"),
]
AHEAD = asked({"type": "external_select", "min_query_length": 0}, "who", "Customer")


async def test_an_error_stands_beside_its_field_and_what_was_typed_stays(
    play: Stage, page: Page
) -> None:
    await play.opened(modal(typed("topic"), asked({"type": "datepicker"}, "day", "Day")))
    form = form_named(page, "A form")
    await form.get_by_label("Label").fill("Grant payment")
    await form.get_by_label("Day").fill("2031-01-01")
    wrong = {"response_action": "errors", "errors": {"day": "The day must be in the past."}}
    play.bot.answers(wrong)
    await form.get_by_role("button", name="Send").click()

    day = form.get_by_label("Day")
    await expect(day).to_be_focused()
    await expect(day).to_have_attribute("aria-invalid", "true")
    await expect(day).to_have_accessible_description("The day must be in the past.")
    await expect(day).to_have_value("2031-01-01")
    await expect(form.get_by_label("Label")).to_have_value("Grant payment")
    await expect(form.get_by_label("Label")).not_to_have_attribute("aria-invalid", "true")

    play.bot.answers()
    await day.fill("2030-01-01")
    await form.get_by_role("button", name="Send").click()
    await expect(form).to_have_count(0)
    assert entries(play.bot.last) == {"topic": "Grant payment", "day": "2030-01-01"}


async def test_what_is_missing_is_said_before_anything_is_sent(play: Stage, page: Page) -> None:
    boxes = asked({"type": "checkboxes", "options": PEOPLE}, "boxes", "Which?")
    await play.opened(modal(boxes, typed("topic", max_length=5)))
    heard = len(play.bot.heard)
    form = form_named(page, "A form")
    await form.get_by_label("Label").fill("too long")
    await expect(form.get_by_text("3 characters too many")).to_be_visible()
    await form.get_by_role("button", name="Send").click()

    group = form.get_by_role("group", name="Which?")
    await expect(group).to_have_accessible_description("Please complete this required field.")
    await expect(group.get_by_label("Someone new")).to_be_focused()
    await expect(form.get_by_label("Label")).to_have_accessible_description(
        "This must be 5 characters or fewer. It has 8."
    )
    assert len(play.bot.heard) == heard


async def test_a_hint_describes_its_field(play: Stage, page: Page) -> None:
    await play.opened(modal({**typed("topic"), "hint": plain("A few words")}))
    field = form_named(page, "A form").get_by_label("Label")
    await expect(field).to_have_accessible_description("A few words")


async def test_a_bot_that_fails_loses_nothing(play: Stage, page: Page, watch: Watch) -> None:
    watch.expected = "status of 502"
    await play.opened(modal(typed("topic")))
    form = form_named(page, "A form")
    await form.get_by_label("Label").fill("Grant payment")
    play.bot.answers(status=500)
    await form.get_by_role("button", name="Send").click()
    await expect(form.get_by_role("alert")).to_contain_text("We had some trouble connecting.")
    await expect(form.get_by_label("Label")).to_have_value("Grant payment")
    await expect(form.get_by_role("button", name="Send")).to_be_enabled()


async def test_a_form_is_sent_once_however_often_one_presses(play: Stage, page: Page) -> None:
    await play.opened(modal(typed("topic")))
    go = asyncio.Event()

    async def slow(_payload: dict[str, Any]) -> web.Response:
        await go.wait()
        return web.Response()

    play.bot.say = slow
    form = form_named(page, "A form")
    await form.get_by_label("Label").fill("x")
    heard = len(play.bot.heard)
    send = form.get_by_role("button", name="Send")
    await send.click()
    await expect(send).to_have_attribute("aria-busy", "true")
    await send.click(force=True)
    await form.get_by_label("Label").press("Enter")
    go.set()
    await expect(form).to_have_count(0)
    assert len(play.bot.heard) == heard + 1


async def test_the_type_ahead_by_keyboard(play: Stage, page: Page) -> None:
    await play.opened(modal(AHEAD))
    play.bot.answers({"options": PEOPLE})
    form = form_named(page, "A form")
    field = form.get_by_role("combobox", name="Customer")
    await expect(field).to_be_focused()
    await field.press("ArrowDown")
    await expect(field).to_have_attribute("aria-expanded", "true")
    await field.press("ArrowDown")
    await field.press("ArrowDown")
    active = form.locator(f"[id='{await field.get_attribute('aria-activedescendant')}']")
    await expect(active).to_contain_text("Casey Customer")
    await expect(active).to_contain_text("casey@example.test")
    await expect(active).to_have_attribute("aria-selected", "true")

    await field.press("Escape")
    await expect(field).to_have_attribute("aria-expanded", "false")
    await expect(form).to_be_visible()

    await field.press("ArrowUp")
    await expect(field).to_have_attribute("aria-expanded", "true")
    await field.press("ArrowUp")
    await field.press("Enter")
    await expect(field).to_have_value("Robin Resident")
    play.bot.answers()
    await form.get_by_role("button", name="Send").press("Enter")
    await expect(form).to_have_count(0)
    assert entries(play.bot.last) == {"who": PEOPLE[2]}


async def test_the_type_ahead_asks_with_what_was_typed(play: Stage, page: Page) -> None:
    await play.opened(
        modal(asked({"type": "external_select", "min_query_length": 2}, "who", "Who"))
    )
    form = form_named(page, "A form")
    field = form.get_by_role("combobox", name="Who")
    await field.press_sequentially("c")
    await expect(form.get_by_text("Type 2 letters or more.")).to_be_visible()
    play.bot.answers({"options": []})
    await field.press_sequentially("as")
    await expect(form.get_by_text("Nothing found.")).to_be_visible()
    assert play.bot.last["value"] == "cas"

    await form.get_by_role("button", name="Send").click()
    await expect(field).to_have_accessible_description("Choose one of the suggestions.")
    await expect(field).to_have_value("cas")


async def test_the_focus_stays_in_the_form_and_returns(play: Stage, page: Page) -> None:
    await composer(page).focus()
    await play.opened(modal(typed("topic")))
    form = form_named(page, "A form")
    field, close = form.get_by_label("Label"), form.get_by_role("button", name="Close")
    await expect(field).to_be_focused()
    await page.keyboard.press("Tab")
    await page.keyboard.press("Tab")
    await expect(form.get_by_role("button", name="Send")).to_be_focused()
    await page.keyboard.press("Tab")
    await expect(close).to_be_focused()
    await page.keyboard.press("Shift+Tab")
    await expect(form.get_by_role("button", name="Send")).to_be_focused()

    await page.keyboard.press("Escape")
    await expect(form).to_have_count(0)
    await expect(composer(page)).to_be_focused()
    assert await play.views() == []


async def test_views_are_stacked(play: Stage, page: Page) -> None:
    await play.opened(modal(typed("topic")))
    below = form_named(page, "A form")
    await below.get_by_label("Label").fill("kept")
    second = modal(typed("more"), title=plain("Particulars"))
    play.bot.answers({"response_action": "push", "view": second})
    await below.get_by_role("button", name="Send").click()
    above = form_named(page, "Particulars")
    await expect(above.get_by_label("Label")).to_be_focused()
    await above.get_by_role("button", name="Cancel").click()
    await expect(above).to_have_count(0)
    await expect(below.get_by_label("Label")).to_have_value("kept")


async def test_a_redrawn_form_keeps_what_was_typed(play: Stage, page: Page) -> None:
    view = await play.opened(modal(typed("topic"), actions(button("more", "More"))))
    form = form_named(page, "A form")
    await form.get_by_label("Label").fill("kept")
    await form.get_by_role("button", name="More").click()
    again = modal(typed("topic"), asked({"type": "timepicker"}, "time", "Time"))
    await play.slack.views_update(view_id=view["id"], view=again)
    await expect(form.get_by_label("Time")).to_be_visible()
    await expect(form.get_by_label("Label")).to_have_value("kept")


async def test_an_open_form_is_there_again_after_a_reload(play: Stage, page: Page) -> None:
    await play.opened(modal(typed("topic")))
    await expect(form_named(page, "A form")).to_be_visible()
    await page.reload()
    await expect(form_named(page, "A form")).to_be_visible()
