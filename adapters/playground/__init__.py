"""A small local Slack with a page: it speaks Slack's wire protocol to the bot, over a socket."""

from adapters.playground.clock import PlaygroundClock
from adapters.playground.outside import CannotBe, Contact, Example, Examples, Means, Outside
from adapters.playground.playground import Playground
from adapters.playground.seats import Jump, Room, Seat

__all__ = [
    "CannotBe",
    "Contact",
    "Example",
    "Examples",
    "Jump",
    "Means",
    "Outside",
    "Playground",
    "PlaygroundClock",
    "Room",
    "Seat",
]
