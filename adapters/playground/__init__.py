"""A small local Slack with a page: it speaks Slack's wire protocol to the bot, over a socket."""

from adapters.playground.clock import PlaygroundClock
from adapters.playground.playground import Playground
from adapters.playground.seats import Jump, Room, Seat

__all__ = ["Jump", "Playground", "PlaygroundClock", "Room", "Seat"]
