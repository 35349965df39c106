"""How the page looks: both themes with enough contrast, any width, large enough to hit."""

from itertools import product

import pytest
from playwright.async_api import Browser, Page, ViewportSize, expect

from tests.adapters.playground.samples import actions, asked, button, modal, section, typed
from tests.adapters.playground.stage import ASHA, ASHA_DM, Stage
from tests.support.browser import browser
from tests.support.page import (
    PHONE,
    Watch,
    choice,
    composer,
    form_named,
    last_message,
    opened,
    page,
    play,
    watch,
)

__all__ = ["browser", "page", "play", "watch"]

pytestmark = pytest.mark.asyncio(loop_scope="session")

WORD = "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch" * 3

CONTRASTS = {
    4.5: [
        *product(("ink", "muted", "accent", "danger"), ("page", "surface", "raised", "hover")),
        *product(("ink", "muted"), ("side", "side-hover")),
        *product(("accent",), ("accent-soft", "side")),
        ("danger", "danger-soft"),
        ("caution-ink", "caution-soft"),
    ],
    3.0: [*product(("edge", "focus"), ("page", "surface", "raised"))],
}

CONTRAST = """([front, back]) => {
  const light = (name) => {
    const probe = document.createElement("i");
    probe.style.color = name.startsWith("#") ? name : `var(--${name})`;
    document.body.append(probe);
    const [r, g, b] = getComputedStyle(probe).color.match(/[\\d.]+/g).map(Number)
      .map((c) => c / 255).map((c) => (c <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
    probe.remove();
    return 0.2126 * r + 0.7152 * g + 0.0722 * b + 0.05;
  };
  const [one, other] = [light(front), light(back)];
  return Math.max(one, other) / Math.min(one, other);
}"""

OVERFLOW = """() => [...document.querySelectorAll("body *")]
  .filter((n) => n.checkVisibility() && n.getBoundingClientRect().right > innerWidth + 1)
  .filter((n) => !n.closest(".visually-hidden, .skip-link"))
  .map((n) => n.tagName + "." + n.className)"""

SMALL = """() => [...document.querySelectorAll("button, input, select, textarea")]
  .filter((n) => n.checkVisibility({ visibilityProperty: true }))
  .map((n) => {
    const labels = [...(n.labels ?? [])].flatMap((l) => [l, l.closest(".choice") ?? l]);
    const height = Math.max(...[n, ...labels].map((m) => m.getBoundingClientRect().height));
    return [height, n.outerHTML.slice(0, 120)];
  })
  .filter(([height]) => height < 43.5)"""


@pytest.mark.parametrize("theme", ["light", "dark"])
async def test_contrast(page: Page, theme: str) -> None:
    await page.emulate_media(color_scheme="dark" if theme == "dark" else "light")
    weak = [
        (front, back, ratio)
        for least, pairs in CONTRASTS.items()
        for front, back in pairs
        if (ratio := await page.evaluate(CONTRAST, [front, back])) < least
    ]
    assert weak == []
    for fill in ("accent-fill", "accent-fill-hover", "danger-fill", "danger-fill-hover"):
        assert await page.evaluate(CONTRAST, ["#ffffff", fill]) >= 4.5, fill


async def background(page: Page) -> str:
    return str(await page.evaluate("getComputedStyle(document.body).backgroundColor"))


async def test_the_theme_follows_the_system_until_one_chooses(page: Page) -> None:
    await page.emulate_media(color_scheme="light")
    light = await background(page)
    await page.emulate_media(color_scheme="dark")
    dark = await background(page)
    assert dark != light
    await page.get_by_role("button", name="Light theme").click()
    assert await background(page) == light
    await page.reload()
    await expect(composer(page)).to_be_visible()
    assert await background(page) == light
    await page.get_by_role("button", name="Dark theme").click()
    assert await background(page) == dark


async def test_a_narrow_screen(play: Stage, watch: Watch, browser: Browser) -> None:
    fields = [
        typed("topic"),
        asked({"type": "datetimepicker"}, "when", "When"),
        asked(
            {"type": "checkboxes", "options": [choice("a", "Apple", WORD[:70])]}, "boxes", "Which"
        ),
    ]
    phone = ViewportSize(width=PHONE["width"], height=PHONE["height"])
    async with opened(browser, watch, play.base, viewport=phone) as page:
        await expect(page.get_by_role("button", name="Asha Adviser")).to_be_visible()
        assert await page.evaluate(OVERFLOW) == []
        await page.get_by_role("button", name="Asha Adviser").click()

        buttons = actions(button("a", "Approve"), button("b", WORD[:70]), button("c", "Ask"))
        card = [section(WORD), {"type": "section", "fields": [section(WORD)["text"]] * 2}, buttons]
        await play.slack.chat_postMessage(channel=ASHA_DM, text="A card", blocks=card)
        await expect(last_message(page)).to_contain_text("Approve")
        assert await page.evaluate(OVERFLOW) == []
        assert await page.evaluate(SMALL) == []

        await page.get_by_role("button", name="Menu").click()
        await expect(page.get_by_role("button", name="Close the menu")).to_be_focused()
        assert await page.evaluate(OVERFLOW) == []
        await page.keyboard.press("Escape")
        await expect(page.get_by_role("button", name="Menu")).to_be_focused()

        await page.get_by_role("button", name="Try this").click()
        assert await page.evaluate(OVERFLOW) == []
        await page.get_by_role("button", name="Close the guide").click()

        await page.get_by_role("button", name="Clock:").click()
        panel = page.get_by_role("dialog", name="Workspace clock")
        assert (await panel.evaluate("n => n.getBoundingClientRect().left")) >= 0
        assert await page.evaluate(OVERFLOW) == []
        await page.keyboard.press("Escape")

        await play.opened(modal(*fields))
        await expect(form_named(page, "A form")).to_be_visible()
        await form_named(page, "A form").get_by_role("button", name="Send").click()
        assert await page.evaluate(OVERFLOW) == []
        assert await page.evaluate(SMALL) == []


async def test_on_a_desk_everything_is_large_enough(play: Stage, page: Page) -> None:
    await play.post("message", seat=ASHA, channel=ASHA_DM, text="hello")
    await last_message(page).hover()
    assert await page.evaluate(SMALL) == []
    assert await page.evaluate(OVERFLOW) == []


async def test_the_whole_way_by_keyboard(play: Stage, watch: Watch, browser: Browser) -> None:
    """From the first visit to a sent form and a pressed button, without a mouse."""
    async with opened(browser, watch, play.base) as page:
        await expect(page.get_by_role("button", name="Asha Adviser")).to_be_visible()
        await page.keyboard.press("Tab")
        await page.keyboard.press("Enter")
        await expect(composer(page)).to_be_visible()
        await page.keyboard.press("Tab")
        await expect(page.get_by_role("link", name="Skip to the message box")).to_be_focused()
        await expect(composer(page)).to_be_enabled()
        await page.keyboard.press("Enter")
        await expect(composer(page)).to_be_focused()

        await play.opened(
            modal(
                typed("topic"),
                asked(
                    {
                        "type": "radio_buttons",
                        "options": [choice("a", "Apple"), choice("p", "Pear")],
                    },
                    "fruit",
                    "Fruit",
                ),
            )
        )
        await expect(form_named(page, "A form")).to_be_visible()
        await page.keyboard.type("Grant payment")
        await page.keyboard.press("Tab")
        await page.keyboard.press("ArrowDown")
        await expect(form_named(page, "A form").get_by_label("Pear")).to_be_checked()
        await page.keyboard.press("Tab")
        await page.keyboard.press("Tab")
        await page.keyboard.press("Enter")
        await expect(form_named(page, "A form")).to_have_count(0)
        assert play.bot.last["type"] == "view_submission"
        await expect(composer(page)).to_be_focused()

        blocks = [section("Decide"), actions(button("yes", "Yes"))]
        await play.slack.chat_postMessage(channel=ASHA_DM, text="A card", blocks=blocks)
        yes = last_message(page).get_by_role("button", name="Yes")
        await expect(yes).to_be_visible()
        for _ in range(6):
            await page.keyboard.press("Shift+Tab")
            if await yes.evaluate("n => n === document.activeElement"):
                break
        await expect(yes).to_be_focused()
        outline = await yes.evaluate("n => getComputedStyle(n).outlineStyle")
        assert outline == "solid"
        async with page.expect_response("**/action"):
            await page.keyboard.press("Enter")
        assert play.bot.last["actions"][0]["action_id"] == "yes"
