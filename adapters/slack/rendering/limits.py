"""Slack's limits, in characters unless said otherwise."""

from typing import Final

MESSAGE_BLOCKS: Final = 50
VIEW_BLOCKS: Final = 100
MESSAGE_TOTAL: Final = 12_000
"""All blocks of a message as JSON. Slack names no figure; it refuses from about 13,200 on."""
VIEW_TOTAL: Final = 240_000
"""All blocks of a view as ASCII JSON, the longest way to write them; Slack takes 250 KB."""

TEXT: Final = 3000
SUMMARY: Final = 1000
HEADER: Final = 150
CONTEXT: Final = 2000
FIELD: Final = 2000
FIELDS: Final = 10
LABEL: Final = 2000
HINT: Final = 2000
PLACEHOLDER: Final = 150
TITLE: Final = 24
INPUT: Final = 3000
PROBLEM: Final = 1000
"""Slack names no limit for the text beside a field; this is what still reads well."""

BUTTON: Final = 75
BUTTON_VALUE: Final = 2000
ID: Final = 255
ROW: Final = 5
WIDE_ROW: Final = 25
CONFIRM_TITLE: Final = 100
CONFIRM_TEXT: Final = 300
CONFIRM_CHOICE: Final = 30

OPTION: Final = 75
GROUP: Final = 10
"""Check boxes or radio buttons in one group."""
SELECT: Final = 100
"""Options in one menu, or in one option group of it; also option groups in one menu."""

EARLIEST_MOMENT: Final = 1_000_000_000
"""A date and time picker takes ten-digit seconds only: from September 2001 on."""
LATEST_MOMENT: Final = 9_999_999_999
