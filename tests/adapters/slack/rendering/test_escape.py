import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from adapters.slack.rendering.escape import fitted, pieces, plain, safe, size, strong

texts = st.text(st.characters(codec=None, exclude_categories=[]), max_size=400)


def test_marks_become_entities() -> None:
    assert safe("<!channel> & <@U1> <https://x.example|y>") == (
        "&lt;!channel&gt; &amp; &lt;@U1&gt; &lt;https://x.example|y&gt;"
    )


def test_what_is_already_an_entity_is_shown_as_it_was_typed() -> None:
    assert safe("&amp;") == "&amp;amp;"


def test_plain_text_never_turns_colons_into_emoji() -> None:
    assert plain(":smile:", 75) == {"type": "plain_text", "text": ":smile:", "emoji": False}


@pytest.mark.parametrize("empty", ["", "  ", "\x00", "\n"])
def test_an_empty_text_becomes_a_dash(empty: str) -> None:
    assert plain(empty, 75)["text"] == "–"


def test_harmless_words_are_bold_and_others_plain() -> None:
    assert strong("Review date", 75) == {
        "type": "mrkdwn",
        "text": "*Review date*",
        "verbatim": True,
    }
    for risky in ("a*b", "_a_", "~a~", "`a`", "<a>", ":a:", "a@b", "> a", "a\nb", "שלום", "a "):
        assert strong(risky, 75)["type"] == "plain_text", risky


@pytest.mark.parametrize(
    ("text", "bold"),
    [
        ("UCB-7K3F9Q: review a sanction", "*UCB-7K3F9Q: review a sanction*"),
        ("ALT-7K3F9Q: by email at 4:39pm", "*ALT-7K3F9Q: by email at 4:39pm*"),
        ("log [disengaged, overdue]", "*log [disengaged, overdue]*"),
        ("check <name, email or reference>", "*check &lt;name, email or reference&gt;*"),
    ],
)
def test_titles_and_what_is_to_be_typed_are_bold_too(text: str, bold: str) -> None:
    assert strong(text, 75)["text"] == bold


@pytest.mark.parametrize(
    "risky",
    [
        "a :b: c",
        "a: :b:",
        "a <!here>",
        "a <@U1>",
        "a <b> c",
        "a <#C1>",
        "a [b](c)",
        "a:b:",
        "1:00:2",
        "1:00pm: x",
        "1:0",
    ],
)
def test_what_only_looks_like_it_is_plain(risky: str) -> None:
    assert strong(risky, 75)["type"] == "plain_text"


@given(texts)
def test_no_mark_and_no_control_character_is_left(text: str) -> None:
    shown = safe(text)
    assert "<" not in shown
    assert ">" not in shown
    assert not [c for c in shown if unicodedata.category(c) == "Cc" and c not in "\n\t"]
    shown.encode()


@given(texts, st.integers(min_value=30, max_value=120))
def test_cut_texts_fit(text: str, limit: int) -> None:
    assert size(fitted(text, limit)) <= limit


@given(st.text(max_size=600), st.integers(min_value=30, max_value=120))
def test_pieces_fit_and_hold_every_word(text: str, limit: int) -> None:
    parts = pieces(text, limit)
    assert all(size(safe(part)) <= limit for part in parts)
    assert "".join("".join(parts).split()) == "".join(text.split())


def test_texts_are_parted_between_words() -> None:
    assert pieces("one two three four", 10) == ["one two", "three four"]


def test_a_visible_character_is_not_taken_apart() -> None:
    family = "👨\u200d👩\u200d👧"
    assert fitted(f"ab{family}", 8) == "ab…"


def test_an_emoji_counts_as_two() -> None:
    assert size("🙂") == 2
