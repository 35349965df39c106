"""A channel of the local Teams, as people there use it."""

from dataclasses import dataclass
from typing import Any, Final

from tests.end_to_end.teams_hand import TeamsHand
from tests.end_to_end.two_chats import NAMES, TwoChats
from tests.support.adaptive_reading import words
from tests.support.teams_cloud import BOT

Json = dict[str, Any]

_MENTION: Final = {"type": "mention", "text": "<at>UCB</at>", "mentioned": {"id": BOT}}


@dataclass(frozen=True, slots=True)
class TeamsChannel:
    """``name``: as people know it."""

    chats: TwoChats
    name: str

    def hand(self, who: str, message: str) -> TeamsHand:
        """Of somebody who looks beneath a message; its name as a place is "beneath"."""
        place = {"beneath": self._beneath(message)}
        return TeamsHand(self.chats.teams, self.chats.people[who], place)

    async def command(self, who: str, text: str) -> None:
        """With a mention of the bot, as Teams wants it."""
        said = f"{_MENTION['text']} {text}"
        place, people = NAMES[self.name], self.chats.people
        reply = await self.chats.teams.says(people[who], said, place, entities=[_MENTION])
        assert reply.status == 202, reply

    async def say(self, who: str, text: str, message: str, kind: str = "message") -> Json:
        """An ordinary message, or with ``messageUpdate`` an edit of it. Returns the activity."""
        person = self.chats.people[who]
        told = self.chats.teams.activity(
            person, kind, self._beneath(message), text=text, id=message
        )
        await self.again(told)
        return told

    async def again(self, told: Json) -> None:
        reply = await self.chats.teams.send(told)
        assert reply.status == 202, reply

    def beneath(self, message: str) -> list[str]:
        """What the bot has replied to it."""
        place = self._beneath(message)
        posted = self.chats.teams.connector.messages
        return [words(each.card) for each in posted if each.conversation == place]

    def _beneath(self, message: str) -> str:
        return f"{NAMES[self.name]};messageid={message}"
