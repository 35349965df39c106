"""What Teams takes, in characters unless said otherwise."""

from typing import Final

CARD: Final = 27_000
"""Bytes of a card as JSON. Teams names 28 KB as the safe size for everything in a message."""
SUMMARY: Final = 1000
TITLE: Final = 64
"""The title bar of a dialog shows no more."""
ACTIONS: Final = 6
"""Buttons of a card that are shown at once; the rest stand in an overflow menu."""
BUTTON: Final = 80
LABEL: Final = 500
HINT: Final = 1000
PLACEHOLDER: Final = 150
CHOICE: Final = 250
INPUT: Final = 4000
SUGGESTIONS: Final = 15
"""Teams shows no more choices in a type-ahead."""
READERS: Final = 60
"""People for whom a card can be another one."""
