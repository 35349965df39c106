"""Block Kit on the page: every block and element is shown, and says what Slack's would say."""

from datetime import UTC, datetime

import pytest
from playwright.async_api import Locator, Page, expect

from tests.adapters.playground.samples import Json, actions, asked, button, modal, plain, section
from tests.adapters.playground.stage import ASHA_DM, Stage
from tests.support.browser import browser
from tests.support.page import choice, entries, form_named, last_message, page, play, watch

__all__ = ["browser", "page", "play", "watch"]

pytestmark = pytest.mark.asyncio(loop_scope="session")

FRUIT = [choice("a", "Apple", "Sweet"), choice("p", "Pear"), choice("q", "Quince")]


async def posted(play: Stage, page: Page, *blocks: Json) -> Locator:
    await play.slack.chat_postMessage(channel=ASHA_DM, text="A card", blocks=list(blocks))
    await expect(page.get_by_test_id("message")).to_have_count(1)
    return last_message(page)


async def test_the_blocks_of_a_card(play: Stage, page: Page) -> None:
    card = await posted(
        play,
        page,
        {"type": "header", "text": plain("A heading &amp; more")},
        section("*Words* &lt;!channel&gt;"),
        {"type": "section", "fields": [plain("Reference"), plain("UCB-7K3F9Q")]},
        {"type": "divider"},
        {"type": "context", "elements": [plain("Small print")]},
        {"type": "image", "image_url": "https://example.org/x.png", "alt_text": "A picture"},
    )
    await expect(card.get_by_role("heading", name="A heading & more")).to_be_visible()
    await expect(card.locator("strong")).to_have_text("Words")
    await expect(card.get_by_text("<!channel>")).to_be_visible()
    await expect(card.get_by_text("UCB-7K3F9Q")).to_be_visible()
    await expect(card.get_by_role("separator")).to_have_count(1)
    await expect(card.get_by_text("Small print")).to_be_visible()
    await expect(card.get_by_role("img", name="")).to_have_text("A picture")


async def test_rich_text(page: Page) -> None:
    bold = {"type": "text", "text": "bold", "style": {"bold": True}}
    item = {"type": "rich_text_section", "elements": [{"type": "text", "text": "one <b>"}]}
    said = {"type": "rich_text_quote", "elements": [{"type": "user", "user_id": "U1"}]}
    block = {
        "type": "rich_text",
        "elements": [
            {"type": "rich_text_section", "elements": [bold]},
            {"type": "rich_text_list", "style": "bullet", "elements": [item]},
            said,
        ],
    }
    html = await page.evaluate(
        "async (block) => (await import('/rich-text.js'))"
        ".richText(block, { users: { U1: 'Asha' }, channels: {} }).innerHTML",
        block,
    )
    assert html == (
        "<div><strong>bold</strong></div><ul><li><div>one &lt;b&gt;</div></li></ul>"
        '<blockquote><span class="mention">@Asha</span></blockquote>'
    )


async def test_a_button_tells_the_app_what_was_pressed(play: Stage, page: Page) -> None:
    card = await posted(play, page, actions(button("approve", "Approve", value="7")))
    await card.get_by_role("button", name="Approve").click()
    await expect(card.locator("[aria-busy]")).to_have_count(0)
    (action,) = play.bot.last["actions"]
    assert (action["action_id"], action["value"], action["block_id"]) == ("approve", "7", "buttons")


async def test_a_button_that_asks_first(play: Stage, page: Page) -> None:
    question = {
        "title": plain("Reject this?"),
        "text": plain("It cannot be undone."),
        "confirm": plain("Reject it"),
        "deny": plain("Keep it"),
    }
    card = await posted(play, page, actions(button("reject", "Reject", confirm=question)))
    asks = page.get_by_role("alertdialog", name="Reject this?")

    await card.get_by_role("button", name="Reject").click()
    await expect(asks).to_contain_text("It cannot be undone.")
    await asks.get_by_role("button", name="Keep it").click()
    await expect(asks).to_have_count(0)
    assert play.bot.heard == []

    await card.get_by_role("button", name="Reject").click()
    await asks.get_by_role("button", name="Reject it").click()
    await expect(card.locator("[aria-busy]")).to_have_count(0)
    assert play.bot.last["actions"][0]["action_id"] == "reject"


async def test_a_menu_beside_a_section(play: Stage, page: Page) -> None:
    menu = {
        "type": "static_select",
        "action_id": "pick",
        "placeholder": plain("Pick one"),
        "options": FRUIT,
    }
    card = await posted(play, page, section("Fruit", block_id="fruit", accessory=menu))
    async with page.expect_response("**/action"):
        await card.get_by_role("combobox", name="Pick one").select_option("Pear")
    (action,) = play.bot.last["actions"]
    assert action["selected_option"]["value"] == "p"


def every_field() -> Json:
    one, many = {"options": FRUIT}, {"options": FRUIT, "initial_options": [FRUIT[1]]}
    moment = int(datetime(2030, 4, 30, 13, 15, tzinfo=UTC).timestamp())
    return modal(
        asked({"type": "plain_text_input", "initial_value": "a &amp; b"}, "line", "Line"),
        asked({"type": "plain_text_input", "multiline": True}, "lines", "Lines"),
        asked({"type": "static_select", **one}, "select", "Select"),
        asked({"type": "external_select", "min_query_length": 1}, "ahead", "Ahead"),
        asked({"type": "radio_buttons", **one}, "radio", "Radio"),
        asked({"type": "checkboxes", **many}, "boxes", "Boxes"),
        asked({"type": "multi_static_select", **one}, "multi", "Multi"),
        asked({"type": "datepicker"}, "day", "Day"),
        asked({"type": "timepicker", "initial_time": "09:30"}, "time", "Time"),
        asked({"type": "datetimepicker", "initial_date_time": moment}, "moment", "Moment"),
    )


async def test_every_field_of_a_form(play: Stage, page: Page) -> None:
    await play.opened(every_field())
    form = form_named(page, "A form")
    await expect(form.get_by_label("Line", exact=True)).to_have_value("a &amp; b")
    await expect(form.get_by_label("Moment")).to_have_value("2030-04-30T14:15")
    await expect(form.get_by_role("group", name="Boxes").get_by_label("Pear")).to_be_checked()

    await form.get_by_label("Lines").fill("one <b>\ntwo")
    await form.get_by_label("Select").select_option("Apple")
    await expect(form.get_by_text("Sweet").first).to_be_visible()
    play.bot.answers({"options": FRUIT})
    await form.get_by_role("combobox", name="Ahead").press_sequentially("q")
    suggestions = form.get_by_role("listbox", name="Suggestions")
    await suggestions.get_by_role("option", name="Quince").click()
    await form.get_by_role("group", name="Radio").get_by_label("Pear").check()
    await form.get_by_role("group", name="Boxes").get_by_label("Apple").check()
    await form.get_by_role("group", name="Multi").get_by_label("Quince").check()
    await form.get_by_label("Day").fill("2030-06-01")
    await form.get_by_label("Moment").fill("2030-04-30T08:00")
    play.bot.answers()
    await form.get_by_role("button", name="Send").click()
    await expect(form).to_have_count(0)

    assert entries(play.bot.last) == {
        "line": "a &amp; b",
        "lines": "one <b>\ntwo",
        "select": FRUIT[0],
        "ahead": FRUIT[2],
        "radio": FRUIT[1],
        "boxes": [FRUIT[0], FRUIT[1]],
        "multi": [FRUIT[2]],
        "day": "2030-06-01",
        "time": "09:30",
        "moment": int(datetime(2030, 4, 30, 7, 0, tzinfo=UTC).timestamp()),
    }


@pytest.mark.parametrize(
    ("wall", "moment"),
    [
        ("2030-03-31T00:59", "2030-03-31T00:59Z"),
        ("2030-03-31T02:00", "2030-03-31T01:00Z"),
        ("2030-10-27T00:30", "2030-10-26T23:30Z"),
        ("2030-10-27T02:00", "2030-10-27T02:00Z"),
        ("2030-12-01T12:00", "2030-12-01T12:00Z"),
    ],
)
async def test_a_time_is_the_one_on_londons_clock(page: Page, wall: str, moment: str) -> None:
    milliseconds = await page.evaluate(
        "async (wall) => (await import('/london.js')).momentOf(wall).valueOf()", wall
    )
    assert datetime.fromtimestamp(milliseconds / 1000, UTC) == datetime.fromisoformat(moment)
