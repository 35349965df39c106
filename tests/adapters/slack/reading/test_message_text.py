"""What people and integrations write, wherever in a message they put it."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from adapters.chat.heard import MOST
from adapters.slack.reading.message_text import message_text

Json = dict[str, Any]


def section(text: str) -> Json:
    return {"type": "section", "text": {"type": "mrkdwn", "text": text}}


def typed(*elements: Json) -> Json:
    return {
        "type": "rich_text",
        "elements": [{"type": "rich_text_section", "elements": [*elements]}],
    }


@pytest.mark.parametrize(
    ("message", "read"),
    [
        ({"text": "Hello <@U1|casey>"}, "Hello @casey"),
        (
            {"text": "New call", "blocks": [section("From <tel:01632960123|01632 960123>")]},
            "New call\nFrom 01632 960123 (01632960123)",
        ),
        (
            {"blocks": [{"type": "header", "text": {"type": "plain_text", "text": "A &amp; B"}}]},
            "A & B",
        ),
        (
            {
                "blocks": [
                    {"type": "section", "fields": [{"type": "mrkdwn", "text": "*Name* Casey"}]},
                    {"type": "context", "elements": [{"type": "plain_text", "text": "SW1A 1AA"}]},
                ]
            },
            "*Name* Casey\nSW1A 1AA",
        ),
        (
            {
                "text": "",
                "attachments": [
                    {
                        "fallback": "A missed call",
                        "author_name": "Phone system",
                        "title": "Missed call",
                        "text": "from 01632 960123",
                        "fields": [{"title": "Caller", "value": "Casey Customer", "short": True}],
                    }
                ],
            },
            "Phone system\nMissed call\nfrom 01632 960123\nCaller\nCasey Customer\nA missed call",
        ),
        (
            {
                "attachments": [
                    {"blocks": [section("casey@example.org")], "fallback": "[no preview]"}
                ]
            },
            "casey@example.org\n[no preview]",
        ),
        (
            {
                "text": "Mail",
                "files": [
                    {
                        "mode": "email",
                        "from": [{"address": "c@example.org", "original": "Casey <c@example.org>"}],
                        "to": [{"address": "team@body.example"}],
                        "headers": {"reply_to": "casey@example.net"},
                        "subject": "My grant",
                        "plain_text": "Where is it?",
                    }
                ],
            },
            "Mail\nCasey <c@example.org>\ncasey@example.net\nMy grant\nWhere is it?",
        ),
        (
            {
                "text": "",
                "blocks": [
                    typed(
                        {"type": "text", "text": "Casey <"},
                        {"type": "link", "url": "mailto:c@example.org", "text": "c@example.org"},
                        {"type": "text", "text": "> & "},
                        {"type": "link", "url": "https://example.org/7", "text": "case"},
                    )
                ],
            },
            "Casey <c@example.org> & case (https://example.org/7)",
        ),
    ],
)
def test_everything_that_can_be_read_is(message: Json, read: str) -> None:
    assert message_text(message) == read


def test_what_a_person_typed_is_not_read_twice() -> None:
    message = {"text": "two\nlines", "blocks": [typed({"type": "text", "text": "two\nlines "})]}
    assert message_text(message) == "two\nlines"


def test_the_preview_of_a_linked_page_is_not_the_message() -> None:
    preview = {"from_url": "https://example.org", "title": "About Casey"}
    assert message_text({"text": "See this", "attachments": [preview]}) == "See this"


def test_a_message_that_is_passed_on_is() -> None:
    shared = {"from_url": "https://x.slack.com/p1", "is_share": True, "text": "Casey called"}
    assert message_text({"text": "See this", "attachments": [shared]}) == "See this\nCasey called"


def test_what_a_button_means_is_not_for_reading() -> None:
    button = {
        "type": "button",
        "action_id": "a",
        "value": "casey@example.org",
        "text": {"type": "plain_text", "text": "Reply"},
    }
    assert message_text({"text": "x", "blocks": [{"type": "actions", "elements": [button]}]}) == "x"


_names = st.sampled_from(
    ["type", "text", "elements", "fields", "value", "blocks", "from", "headers", "rows", "mode"]
)
_leaves = st.none() | st.booleans() | st.integers() | st.sampled_from(["email", "<a|b>", "<@U1"])
_anything = st.recursive(
    _leaves | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(_names, inner, max_size=4),
    max_leaves=30,
)
_parts = st.lists(st.dictionaries(_names, _anything, max_size=5), max_size=3)
_lines = st.sampled_from(["rich_text_section", "rich_text_quote"])


@given(_parts, _parts, _parts, _lines)
def test_whatever_slack_comes_to_put_into_a_message_it_is_read_as_far_as_we_know_it(
    blocks: list[Json], attachments: list[Json], files: list[Json], line: str
) -> None:
    mails = [{**file, "mode": "email"} for file in files]
    lines = [{**block, "type": line} for block in blocks]
    message = {"blocks": [*blocks, *lines], "attachments": attachments, "files": mails}
    assert len(message_text(message)) <= MOST
