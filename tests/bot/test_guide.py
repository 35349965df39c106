"""The page's guide speaks of seats and commands that exist."""

import re
from pathlib import Path

from bot.app.made_up import SEATS
from bot.conversation.commands import NAMES

GUIDE = (Path(__file__).parents[2] / "adapters" / "playground" / "page" / "guide.js").read_text(
    "utf-8"
)


def test_every_step_is_for_a_seat() -> None:
    titles = [seat.title.lower() for seat in SEATS]
    for who in re.findall(r'who: "(.+?)"', GUIDE):
        assert any(title.startswith(who) for title in titles), who


def test_every_command_is_one() -> None:
    typed = re.findall(r"/ucb ([a-z]+)", GUIDE)
    assert len(typed) > 8
    assert set(typed) <= set(NAMES)
