"""What a colleague does in a chat, whatever the chat: journeys are written with it."""

from collections.abc import Mapping
from datetime import date, datetime, time
from typing import Protocol

Typed = str | bool | date | datetime | time | list[str]
"""Text, a choice by its label (or what is typed into a type-ahead), several choices, a moment."""


class Hand(Protocol):
    """One colleague at one chat. Every method waits for its outcome, or fails."""

    async def command(self, text: str) -> None:
        """Type a command."""
        ...

    async def fill(self, answers: Mapping[str, Typed]) -> None:
        """Fill in the open form, by the labels a person reads."""
        ...

    async def submit(self) -> Mapping[str, str]:
        """Send the open form. Returns what is wrong, by label; empty when it was accepted."""
        ...

    async def finish(self) -> str:
        """Read the closing words in the form's place, and close it; "" when it just closed."""
        ...

    async def sees(self, place: str, *words: str) -> str:
        """Wait for a message in ``place`` that holds all of ``words``, and return its whole text.

        ``place``: a channel's name, or "direct" for the conversation with the bot.
        """
        ...

    async def press(self, label: str, *words: str, place: str = "direct") -> None:
        """Press a button of the newest message that holds ``words``."""
        ...

    async def buttons(self, place: str, *words: str) -> list[str]:
        """The buttons of the newest message that holds ``words``."""
        ...

    async def picture(self, name: str, *words: str, place: str = "direct") -> None:
        """Show what a newcomer would see here: the open form, or the message with ``words``."""
        ...
