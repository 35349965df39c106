from hypothesis import HealthCheck, given, settings

from adapters.slack.rendering.card import card_view, message
from bot.views.card import (
    Bullets,
    Button,
    Card,
    Confirm,
    Facts,
    Heading,
    Item,
    Note,
    Paragraph,
    Quote,
    Style,
    Tone,
)
from tests.adapters.slack.limits_check import check_message, check_view, words
from tests.adapters.slack.views import cards

unhurried = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@unhurried
@given(cards)
def test_any_card_is_a_message_slack_takes(card: Card) -> None:
    check_message(message(card, "/ucb"))


@unhurried
@given(cards)
def test_any_card_is_a_view_slack_takes(card: Card) -> None:
    check_view(card_view(card, "/ucb"))


def test_the_summary_is_the_text_for_notifications() -> None:
    assert message(Card("T", "Case <1> & more"), "/ucb")["text"] == "Case &lt;1&gt; &amp; more"


def test_every_tone_has_a_sign_of_its_own_beside_the_title() -> None:
    titles = {words(message(Card("Title", "s", tone=tone), "/ucb")["blocks"]) for tone in Tone}
    assert len(titles) == len(Tone)
    assert all(title.endswith(" Title") for title in titles)


def test_a_card_reads_in_order() -> None:
    card = Card(
        "Case UCB-1",
        "s",
        (
            Heading("What happened"),
            Paragraph("One line."),
            Quote("their own words"),
            Facts((("Owner", "Asha Adviser"), ("Review date", "1 May 2026"))),
            Bullets(("first", "second")),
            Note("Small print"),
        ),
    )
    assert words(message(card, "/ucb")["blocks"]).split("\n") == [
        "ℹ️ Case UCB-1",
        "What happened",
        "One line.",
        "“their own words”",
        "*Owner*",
        "Asha Adviser",
        "*Review date*",
        "1 May 2026",
        "• first",
        "• second",
        "Small print",
    ]


def test_our_own_signs_stay_outside_of_words_that_reorder() -> None:
    card = Card("שלום", "s", (Quote("a\u202eb"), Bullets(("one\u202e", "two"))))
    title, quote, bullets = (words(b) for b in message(card, "/ucb")["blocks"])
    assert title == "\u2068ℹ️ \u2068שלום\u2069\u2069"
    assert quote == "\u2068“\u2068a\u202eb\u2069”\u2069"
    assert bullets == "\u2068• \u2068one\u202e\u2069\u2069\n• two"


def test_buttons_wrap_after_five_and_keep_distinct_ids() -> None:
    buttons = tuple(Button("approve", f"Approve {n}", f"case-1/{n}") for n in range(7))
    rows = [b for b in message(Card("T", "s", (), buttons), "/ucb")["blocks"] if "elements" in b]
    assert [len(row["elements"]) for row in rows] == [5, 2]
    ids = [element["action_id"] for row in rows for element in row["elements"]]
    assert len(set(ids)) == 7


def test_a_button_keeps_value_style_and_confirmation() -> None:
    confirm = Confirm("Approve?", "You decide this.", "Approve")
    button = Button("approve", "Approve", "case-1/7", Style.PRIMARY, confirm)
    (row,) = message(Card("T", "s", (), (button,)), "/ucb")["blocks"][1:]
    element = row["elements"][0]
    assert element["action_id"] == "press/0/approve"
    assert element["value"] == "case-1/7"
    assert element["style"] == element["confirm"]["style"] == "primary"
    assert element["confirm"]["deny"]["text"] == "Cancel"


def test_an_item_with_one_button_has_it_beside_the_title() -> None:
    one = Item("First", "text", (Button("open", "Open", "1"),))
    two = Item("Second", "text", (Button("open", "Open", "2"), Button("skip", "Skip", "2")))
    shown = message(Card("T", "s", (one, two)), "/ucb")["blocks"]
    assert shown[1]["accessory"]["action_id"] == "press/0/open"
    assert [e["action_id"] for e in shown[5]["elements"]] == ["press/1/open", "press/2/skip"]


def test_a_long_narrative_is_parted_and_then_cut_with_a_note_and_its_buttons() -> None:
    card = Card("T", "s", (Paragraph("word " * 4000),), (Button("approve", "Approve"),))
    shown = message(card, "/ucb")["blocks"]
    check_message(message(card, "/ucb"))
    assert shown[-1]["type"] == "actions"
    assert "in full in /ucb timeline, and what is in force in /ucb check" in words(shown[-2])
    assert sum(block["type"] == "section" for block in shown) == 3


def test_a_modal_shows_the_same_narrative_in_full() -> None:
    card = Card("T", "s", (Paragraph("word " * 4000),))
    assert words(card_view(card, "/ucb")["blocks"]).count("word") == 4000


def test_more_than_fifty_blocks_are_cut_with_a_note() -> None:
    card = Card("T", "s", tuple(Paragraph(f"p{n}") for n in range(60)))
    shown = message(card, "/ucb")["blocks"]
    assert len(shown) == 50
    assert words(shown[-2]) == "p47"


def test_a_title_too_long_for_a_heading_is_given_in_full() -> None:
    title = "Title " * 40
    assert title.strip() in words(message(Card(title, "s"), "/ucb")["blocks"][1:])


def test_a_long_value_stands_below_its_label() -> None:
    card = Card("T", "s", (Facts((("Reasons", "why " * 100), ("Owner", "Asha"))),))
    shown = message(card, "/ucb")["blocks"][1:]
    assert words(shown[0]) == "*Reasons*"
    assert words(shown[2]) == "*Owner*\nAsha"


def test_a_modal_has_a_close_button_and_a_short_title() -> None:
    view = card_view(Card("A title of its own", "s"), "/ucb")
    assert view["close"]["text"] == "Close"
    assert view["title"]["text"] == "A title of its own"


def test_no_modal_begins_with_half_a_verdict() -> None:
    view = card_view(Card("This contact may happen on conditions", "s"), "/ucb")
    assert view["title"]["text"] == "UCB"
    assert "This contact may happen on conditions" in words(view["blocks"])
