"""Any text can be kept and shown, and none reorders what stands around it."""

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from adapters.chat.text import longest, received, shown

texts = st.text(st.characters(codec=None, exclude_categories=[]), max_size=400)


def test_right_to_left_text_stays_in_its_own_place() -> None:
    assert shown("שלום") == "\u2068שלום\u2069"


def test_overrides_and_isolates_cannot_leave_their_line() -> None:
    contained = shown("a\u202eb\u2069c\u2067d\nplain")
    first, second = contained.split("\n")
    assert first == "\u2068a\u202ebc\u2067d\u2069\u2069"
    assert second == "plain"


def test_every_character_that_can_reorder_is_known() -> None:
    reordering = {"R", "AL", "RLE", "RLO", "RLI", "LRE", "LRO", "LRI", "FSI", "PDF", "PDI"}
    found = [c for c in map(chr, range(0x110000)) if unicodedata.bidirectional(c) in reordering]
    assert not [hex(ord(c)) for c in found if "\u2068" not in shown(c)]


@given(texts)
def test_isolates_are_always_closed_on_their_line(text: str) -> None:
    for line in shown(text).split("\n"):
        depth = 0
        for char in line:
            depth += char in "\u2066\u2067\u2068"
            depth -= char == "\u2069"
            assert depth >= 0
        assert depth == 0


def test_received_text_can_be_kept() -> None:
    assert received("a\x00b\ud83d") == "ab\ufffd"


@given(texts)
def test_no_control_character_is_shown(text: str) -> None:
    assert not [c for c in shown(text) if unicodedata.category(c) == "Cc" and c not in "\n\t"]
    shown(text).encode()


@given(st.text(min_size=1, max_size=200), st.integers(min_value=10, max_value=120))
def test_the_longest_start_that_fits_fits(text: str, limit: int) -> None:
    end = longest(text, limit, shown)
    assert len(shown(text[:end])) <= limit
    assert end >= 1
