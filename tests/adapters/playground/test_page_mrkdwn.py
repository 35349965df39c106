"""Slack's mrkdwn on the page: what is formatted, and what stays text."""

import re
from collections.abc import Sequence
from html import unescape

import pytest
from playwright.async_api import Page

from tests.support.browser import browser
from tests.support.page import page, play, watch

__all__ = ["browser", "page", "play", "watch"]

pytestmark = pytest.mark.asyncio(loop_scope="session")

RENDER = """async ([texts, kind]) => {
  const { textObject } = await import("/mrkdwn.js");
  const names = { users: { U1: "Asha <b>Adviser</b>" }, channels: { C1: "alerts" } };
  return texts.map((text) => {
    const node = document.createElement("div");
    node.append(...textObject({ type: kind, text }, names));
    return node.innerHTML;
  });
}"""

FORMATTED = {
    "*bold* _italic_ ~gone~": "<strong>bold</strong> <em>italic</em> <s>gone</s>",
    "*bold with _italic_ in it*": "<strong>bold with <em>italic</em> in it</strong>",
    "2*3*4 and snake_case_name": "2*3*4 and snake_case_name",
    "* a star * alone": "* a star * alone",
    "`*code*`": "<code>*code*</code>",
    "see\n```\na *b*\n```\nend": "see<pre><code>a *b*</code></pre>end",
    "&gt; quoted\n&gt; twice\nnot": "<blockquote>quoted\ntwice</blockquote>not",
    "> quoted": "<blockquote>quoted</blockquote>",
    "a\n\nb": "a\n\nb",
    ":warning: :no_such_thing: at 10:30:45": "⚠️ :no_such_thing: at 10:30:45",
}
MENTIONS = {
    "<@U1>": "@Asha <b>Adviser</b>",
    "<@U9|someone>": "@someone",
    "<#C1>": "#alerts",
    "<!channel>": "@channel",
    "<!here>": "@here",
}
TYPED = (
    "<!channel> <@U1> <#C1>",
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "&lt;b&gt; & &amp;amp;",
    "<http:x|click>",
)
LINKS = {
    "<https://example.org/a?b=1&amp;c=2|the policy>": (
        "https://example.org/a?b=1&c=2",
        "the policy",
    ),
    "<mailto:a@example.org|write to us>": ("mailto:a@example.org", "write to us"),
    "see https://example.org/a.": ("https://example.org/a", "https://example.org/a"),
}


async def drawn(page: Page, texts: Sequence[str], kind: str = "mrkdwn") -> list[str]:
    return list(await page.evaluate(RENDER, [list(texts), kind]))


async def test_what_is_formatted(page: Page) -> None:
    html = await drawn(page, list(FORMATTED))
    assert dict(zip(FORMATTED, html, strict=True)) == FORMATTED


async def test_mentions_are_seen_to_be_mentions(page: Page) -> None:
    for html, name in zip(await drawn(page, list(MENTIONS)), MENTIONS.values(), strict=True):
        shown = re.fullmatch(r'<span class="mention( mention-all)?">([^<]*)</span>', html)
        assert shown, html
        assert unescape(shown[2]) == name


@pytest.mark.parametrize("kind", ["mrkdwn", "plain_text"])
async def test_escaped_text_is_inert(page: Page, kind: str) -> None:
    escaped = [
        typed.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;") for typed in TYPED
    ]
    html = await drawn(page, escaped, kind)
    assert [part for part in html if "<" in part] == []
    assert tuple(map(unescape, html)) == TYPED


async def test_links(page: Page) -> None:
    for html, (address, words) in zip(await drawn(page, list(LINKS)), LINKS.values(), strict=True):
        shown = re.search(
            r'<a href="([^"]*)" target="_blank" rel="noopener noreferrer">(.*)</a>', html
        )
        assert shown, html
        assert (unescape(shown[1]), unescape(shown[2])) == (address, words)


async def test_no_link_to_anything_but_the_web_and_mail(page: Page) -> None:
    targets = ["javascript:alert(1)", "data:text/html,x", "file:///etc"]
    html = await drawn(page, [f"<{target}|click>" for target in targets])
    assert html == ["click", "click", "click"]


async def test_dates_are_written_out_for_london(page: Page) -> None:
    (html,) = await drawn(page, ["<!date^1907064000^{date_short} at {time}|then>"])
    assert ">Fri 7 Jun at 13:00<" in html
