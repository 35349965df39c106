"""What Teams sends, read strictly: a request without what it must hold is ``Malformed``."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

Body = Mapping[str, Any]


class Malformed(ValueError):
    """A request that Teams itself would not have sent. Holds no part of it."""


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


def text(body: Body, *path: str) -> str:
    """The text at ``path``, which must be there and not be empty."""
    found = optional_text(body, *path)
    if not found:
        raise Malformed(".".join(path))
    return found


def optional_text(body: Body, *path: str) -> str:
    """The text at ``path``; "" when it is missing, ``Malformed`` when it is no text."""
    found: object = body
    for key in path:
        if found is None:
            return ""
        if not isinstance(found, Mapping):
            raise Malformed(".".join(path))
        found = found.get(key)
    if found is None:
        return ""
    if not isinstance(found, str):
        raise Malformed(".".join(path))
    return found


def mapping(body: Body, *path: str) -> Body:
    found: object = body
    for key in path:
        found = found.get(key) if isinstance(found, Mapping) else None
    if not isinstance(found, Mapping):
        raise Malformed(".".join(path))
    return found


def mappings(body: Body, key: str) -> list[Body]:
    """The objects of a list that may be missing."""
    found = body.get(key)
    if found is None:
        return []
    if not isinstance(found, list) or not all(isinstance(item, Mapping) for item in found):
        raise Malformed(key)
    return found
