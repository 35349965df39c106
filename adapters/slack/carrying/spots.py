"""Where in a channel: at its end, or beneath a message. Written ``C123`` or ``C123:1699.1``.

Of a message that stands beneath another, its own timestamp comes third: ``C123:1699.1:1700.2``.
A reply to it goes beneath the first.
"""

from dataclasses import dataclass
from typing import Self


@dataclass(frozen=True, slots=True)
class Spot:
    """``thread``: the timestamp of the message above all replies, "" at the end of the channel.

    ``message``: of the very message that is meant.
    """

    channel: str
    thread: str = ""
    message: str = ""

    @classmethod
    def read(cls, place: str) -> Self:
        channel, _, rest = place.partition(":")
        thread, _, message = rest.partition(":")
        return cls(channel, thread, message or thread)

    def written(self) -> str:
        own = self.message if self.message != self.thread else ""
        return ":".join(filter(None, (self.channel, self.thread, own)))
