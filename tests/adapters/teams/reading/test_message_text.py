"""Cards that come with a message are read as far as we know them, whatever else is in them."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from adapters.chat.heard import MOST
from adapters.teams.reading.message import readable
from adapters.teams.reading.message_text import message_text

Json = dict[str, Any]

_names = st.sampled_from(
    ["type", "text", "title", "facts", "value", "body", "items", "columns", "inlines", "rows"]
)
_leaves = st.none() | st.booleans() | st.integers() | st.sampled_from(["TextBlock", "<p>a", "<at>"])
_anything = st.recursive(
    _leaves | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(_names, inner, max_size=4),
    max_leaves=30,
)
_kinds = st.sampled_from(
    ["text/html", "application/vnd.microsoft.card.adaptive", "image/png", "application/json"]
)
_attachments = st.lists(
    st.fixed_dictionaries({"contentType": _kinds, "content": _anything}), max_size=4
)


@given(st.text(max_size=50), _attachments)
def test_every_message_can_be_read(text: str, attachments: list[Json]) -> None:
    assert len(message_text({"text": text, "attachments": attachments})) <= MOST


def test_cards_within_cards_have_an_end() -> None:
    deep: Json = {"text": "bottom"}
    for _ in range(100):
        deep = {"items": [deep]}
    card = {"contentType": "application/vnd.microsoft.card.adaptive", "content": deep}
    assert message_text({"text": "top", "attachments": [card]}) == "top"


@pytest.mark.parametrize("sign", ["<a ", "<a b=", "<!--", "</", "<", "&"])
def test_tags_without_an_end_are_words_however_many_they_are(sign: str) -> None:
    """What is said behind them is heard; looking for each one's end would take minutes."""
    content = "<p>Robin Roe</p>" + sign * (100_000 // len(sign)) + " Casey Customer"
    said = readable(content)
    assert said.startswith("Robin Roe")
    assert said.endswith("Casey Customer")


@pytest.mark.parametrize("mention", ["<at", "</at ", "<at x"])
def test_mentions_without_an_end_are_words_however_many_they_are(mention: str) -> None:
    text = "Casey Customer " + mention * 5_000
    assert message_text({"text": text}) == text.strip()
