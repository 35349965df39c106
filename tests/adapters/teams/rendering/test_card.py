import json

import pytest

from adapters.teams.rendering import limits
from adapters.teams.rendering.buttons import Room
from adapters.teams.rendering.card import card
from bot.views.card import Button, Card, Divider, Heading, Item, Note, Paragraph, Personal, Quote
from core.vocabulary.people import Account
from tests.adapters.teams.views import CARD, NASTY
from tests.support.adaptive_reading import button, elements, words
from tests.support.adaptive_schema import check_card


@pytest.mark.parametrize("room", Room)
def test_everything_is_valid_by_the_published_schema(room: Room) -> None:
    check_card(card(CARD, "/ucb", room))


def test_every_word_is_shown_in_order() -> None:
    lines = words(card(CARD, "/ucb", Room.CHAT)).split("\n")
    assert lines[:4] == ["⚠️ Please decide", "First line", "Second line", "After a gap"]
    assert "Customer: Casey Customer" in lines
    assert lines[lines.index("Note: one") + 1] == "two"
    assert "Empty: –" in lines
    assert "• one" in lines
    assert "Policy: Annex B" in lines


def test_what_was_typed_is_never_read_as_markup() -> None:
    typed = Card(NASTY, NASTY, (Paragraph(NASTY), Quote(NASTY), Heading(NASTY), Note(NASTY)))
    shown = card(typed, "/ucb", Room.CHAT)
    check_card(shown)
    assert [e for e in elements(shown) if e["type"] in ("TextBlock", "FactSet")] == []
    everything = json.dumps(shown, ensure_ascii=False)
    for trap in ("{{", "${", "<at>", "</at>"):
        assert trap not in everything
    assert "**bold** [link](https://evil.example)" in words(shown)


def test_harmless_headings_are_headings_for_screen_readers() -> None:
    shown = card(Card("Done", "Done", (Heading("What was tried"),)), "/ucb", Room.CHAT)
    headings = [e["text"] for e in elements(shown) if e.get("style") == "heading"]
    assert headings == ["What was tried"]


@pytest.mark.parametrize("text", ["1. first", "- item", "a_b_", "x\u202e y", "5) x"])
def test_words_that_markdown_would_change_are_no_text_block(text: str) -> None:
    shown = card(Card("T", "T", (Heading(text),)), "/ucb", Room.CHAT)
    assert [e for e in elements(shown) if e["type"] == "TextBlock" and text in e["text"]] == []


def test_right_to_left_text_cannot_reorder_what_stands_around_it() -> None:
    shown = card(Card("T", "T", (Paragraph("\u202eabc"),)), "/ucb", Room.CHAT)
    assert "\u2068\u202eabc\u2069" in words(shown)


def test_a_button_that_acts_at_once_asks_first_and_is_executed() -> None:
    shown = card(CARD, "/ucb", Room.CHAT)
    asking = next(e for e in elements(shown) if e["type"] == "Action.ShowCard")
    assert "Sure?" in words(asking["card"])
    acting = asking["card"]["actions"][0]
    assert (acting["type"], acting["verb"]) == ("Action.Execute", "press")
    assert acting["data"] == acting["fallback"]["data"]
    assert acting["data"] == {"ucb": {"do": "press", "action": "approve", "value": "case-1/4"}}


def test_any_other_button_opens_a_dialog() -> None:
    reject = button(card(CARD, "/ucb", Room.CHAT), "Reject")
    assert (reject["type"], reject["data"]["msteams"]) == ("Action.Submit", {"type": "task/fetch"})
    assert reject["style"] == "destructive"


def test_in_a_dialog_every_button_is_a_submission() -> None:
    shown = card(CARD, "/ucb", Room.DIALOG)
    kinds = {e["type"] for e in elements(shown) if e["type"].startswith("Action.")}
    assert kinds == {"Action.Submit", "Action.ShowCard"}
    assert "task/fetch" not in json.dumps(shown)


def test_more_than_six_buttons_overflow_into_a_menu() -> None:
    many = tuple(Button("show", f"Show {n}", str(n)) for n in range(9))
    shown = card(Card("T", "T", (), many), "/ucb", Room.CHAT)
    check_card(shown)
    assert [a.get("mode") for a in shown["actions"]] == [None] * 5 + ["secondary"] * 4


@pytest.mark.parametrize("piece", ["word ", "long\n", "😀", "\u0634", "\x00\ud800"])
def test_a_card_never_outgrows_what_teams_takes(piece: str) -> None:
    blocks = tuple(Paragraph(piece * 700) for _ in range(20))
    shown = card(Card("Much", "Much", blocks, CARD.buttons), "/ucb", Room.CHAT)
    assert len(json.dumps(shown).encode()) <= limits.CARD + 100
    assert "Approve" in words(shown)
    if piece.strip("\x00\ud800"):
        assert "shown in full in /ucb timeline, and what is in force in /ucb check." in words(shown)


def test_a_long_title_is_cut_between_characters() -> None:
    shown = card(Card("é\u0301" * 2000, "s"), "/ucb", Room.CHAT)
    assert len(words(shown)) < 600


def test_a_divider_is_a_line_above_what_follows() -> None:
    shown = card(Card("T", "T", (Divider(), Item("After"), Divider())), "/ucb", Room.CHAT)
    assert [bool(e.get("separator")) for e in shown["body"]] == [False, True]


def test_the_card_of_some_is_asked_for_by_them_alone() -> None:
    personal = Personal(frozenset({Account("teams", "t", "oid-morgan")}), "show", "case-1/4")
    shown = card(Card("T", "T", personal=personal), "/ucb", Room.CHAT, ["29:morgan"])
    check_card(dict(shown))
    assert shown["refresh"]["userIds"] == ["29:morgan"]
    assert shown["refresh"]["action"]["verb"] == "personal"
    assert "refresh" not in card(Card("T", "T", personal=personal), "/ucb", Room.CHAT)
