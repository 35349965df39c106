"""What a platform sends, read strictly: a request without what it must hold is ``Malformed``."""

from collections.abc import Mapping
from typing import Any

Body = Mapping[str, Any]


class Malformed(ValueError):
    """A request that the platform itself would not have sent. Holds no part of it."""


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
