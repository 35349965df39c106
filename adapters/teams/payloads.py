"""What Teams sends; anything else is ``Malformed``."""

from dataclasses import dataclass
from enum import StrEnum

from adapters.chat.payloads import Body, Malformed, mapping, optional_text, text


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
    def value(self) -> Body:
        """What an invoke activity carries."""
        return mapping(self.body, "value")


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
