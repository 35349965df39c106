"""What Teams sends; anything else is ``Malformed``."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from adapters.chat.payloads import Body, Malformed, mapping, optional_text, text

_BENEATH: Final = ";messageid="
"""In the id of a conversation: what stands beneath this message of a channel."""


class Scope(StrEnum):
    """Where something happened."""

    PERSONAL = "personal"
    GROUP = "groupChat"
    CHANNEL = "channel"


@dataclass(frozen=True, slots=True)
class Turn:
    """One activity. ``user`` and ``bot``: ids at Teams; ``person``: the id in the tenant's
    directory, "" for whoever has none. ``channel``: the channel's id, "" elsewhere.
    ``message``: the id of the message whose button was pressed, "" for anything else.
    """

    type: str
    name: str
    id: str
    service_url: str
    tenant: str
    scope: Scope
    conversation: str
    channel: str
    user: str
    person: str
    bot: str
    message: str
    body: Body

    @property
    def root(self) -> str:
        """The channel's or the chat's id, wherever in it this happened."""
        return self.channel or root(self.conversation)

    @property
    def thread(self) -> str:
        """The conversation beneath the message, or beneath the one that it replies to."""
        is_there = _BENEATH in self.conversation
        return self.conversation if is_there else f"{self.root}{_BENEATH}{self.id}"

    @property
    def value(self) -> Body:
        """What an invoke activity carries."""
        return mapping(self.body, "value")


def root(conversation: str) -> str:
    """Of a conversation beneath a message: the channel's id."""
    return conversation.partition(";")[0]


def turn(body: Body) -> Turn:
    tenants = {
        optional_text(body, "conversation", "tenantId"),
        optional_text(body, "channelData", "tenant", "id"),
    } - {""}
    if len(tenants) > 1:
        raise Malformed("tenant")
    kind = optional_text(body, "conversation", "conversationType") or Scope.PERSONAL
    if kind not in set(Scope):
        raise Malformed("conversation.conversationType")
    return Turn(
        type=text(body, "type"),
        name=optional_text(body, "name"),
        id=optional_text(body, "id"),
        service_url=text(body, "serviceUrl"),
        tenant=next(iter(tenants), ""),
        scope=Scope(kind),
        conversation=text(body, "conversation", "id"),
        channel=optional_text(body, "channelData", "channel", "id"),
        user=optional_text(body, "from", "id"),
        person=optional_text(body, "from", "aadObjectId"),
        bot=optional_text(body, "recipient", "id"),
        message=optional_text(body, "replyToId"),
        body=body,
    )
