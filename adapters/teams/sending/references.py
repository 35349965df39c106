"""Where people and channels can be reached, remembered from what Teams told us."""

import json
from dataclasses import asdict, dataclass
from typing import Any, Final

from bot.views.notebook import Notebook
from bot.views.ports import Posted

_PLACES: Final = "teams/places"
_CONVERSATIONS: Final = "teams/conversations"
_POSTS: Final = "teams/posts"


@dataclass(frozen=True, slots=True)
class Reference:
    """``place``: a person's id in the tenant's directory, or a channel's or group chat's id.

    ``user``: a person's id at Teams, "" for a channel; ``bot``: our own id there.
    """

    place: str
    conversation: str
    service_url: str
    tenant: str
    bot: str
    user: str = ""


class ConversationReferences:
    def __init__(self, notebook: Notebook) -> None:
        self._notebook = notebook

    async def keep(self, reference: Reference) -> None:
        """In the place of what was known about ``reference.place``."""
        place = reference.place
        await self._notebook.write(_CONVERSATIONS, reference.conversation, place)
        await self._notebook.write(_PLACES, place, json.dumps(asdict(reference)))

    async def of(self, place: str) -> Reference | None:
        note = await self._notebook.read(_PLACES, place)
        return Reference(**json.loads(note)) if note else None

    async def in_conversation(self, conversation: str) -> Reference | None:
        place = await self._notebook.read(_CONVERSATIONS, conversation)
        found = await self.of(place) if place else None
        return found if found and found.conversation == conversation else None

    async def forget(self, conversation: str) -> None:
        """The bot was removed from it."""
        if found := await self.in_conversation(conversation):
            await self._notebook.erase(_PLACES, found.place)
        await self._notebook.erase(_CONVERSATIONS, conversation)

    async def note(self, key: str, posted: Posted) -> None:
        """Under which id a message was posted; ``key`` names the message."""
        await self._notebook.write(_POSTS, key, json.dumps([posted.place, posted.message]))

    async def noted(self, key: str) -> Posted | None:
        note = await self._notebook.read(_POSTS, key)
        if note is None:
            return None
        told: Any = json.loads(note)
        return Posted(*told)
