"""Where people and channels can be reached, remembered from what Teams told us."""

from collections.abc import MutableMapping
from dataclasses import dataclass, field
from typing import Protocol

from bot.views.ports import Posted


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


class ConversationReferences(Protocol):
    """Survives restarts and is shared by replicas. Holds ids alone, no names."""

    async def keep(self, reference: Reference) -> None:
        """In the place of what was known about ``reference.place``."""
        ...

    async def of(self, place: str) -> Reference | None: ...

    async def in_conversation(self, conversation: str) -> Reference | None: ...

    async def forget(self, conversation: str) -> None:
        """The bot was removed from it."""
        ...

    async def note(self, key: str, posted: Posted) -> None:
        """Under which id a message was posted; ``key`` names the message."""
        ...

    async def noted(self, key: str) -> Posted | None: ...


@dataclass
class MemoryReferences:
    """For tests, and for a playground that starts anew each time."""

    places: MutableMapping[str, Reference] = field(default_factory=dict)
    posts: MutableMapping[str, Posted] = field(default_factory=dict)

    async def keep(self, reference: Reference) -> None:
        self.places[reference.place] = reference

    async def of(self, place: str) -> Reference | None:
        return self.places.get(place)

    async def in_conversation(self, conversation: str) -> Reference | None:
        held = (r for r in self.places.values() if r.conversation == conversation)
        return next(held, None)

    async def forget(self, conversation: str) -> None:
        for reference in list(self.places.values()):
            if reference.conversation == conversation:
                del self.places[reference.place]

    async def note(self, key: str, posted: Posted) -> None:
        self.posts[key] = posted

    async def noted(self, key: str) -> Posted | None:
        return self.posts.get(key)
