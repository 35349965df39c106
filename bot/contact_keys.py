"""The keys by which other machines tell us of contacts, read from the settings."""

import re
import secrets
from collections.abc import Mapping
from typing import Final

from bot.environment import Reader

SHORTEST: Final = 32
"""Characters of a secret."""
_NAME: Final = re.compile(r"[a-z0-9][a-z0-9.-]{0,39}(/[a-z0-9][a-z0-9.-]{0,39})?")
REMEDY: Final = (
    "Write crm/2026=SECRET, with commas between several; make one with: ucb contacts key"
)
NAMING: Final = "A name holds small letters, digits, dots and hyphens, such as crm or crm/2026."


def new_secret() -> str:
    return secrets.token_urlsafe(SHORTEST)


def is_name(text: str) -> bool:
    return _NAME.fullmatch(text) is not None


def is_source(text: str) -> bool:
    return is_name(text) and "/" not in text


def read_contact_keys(reader: Reader, name: str) -> Mapping[str, str]:
    """The secrets by the names of their keys. No problem ever shows a part of a secret."""
    found: dict[str, str] = {}
    for place, part in enumerate(filter(None, map(str.strip, reader.get(name).split(","))), 1):
        key, _, secret = (each.strip() for each in part.partition("="))
        if not secret:
            reader.problems.append(f"{name}: no. {place} is not a name and a secret. {REMEDY}")
        elif not is_name(key):
            reader.problems.append(f"{name}: no. {place} has no name that can be used. {NAMING}")
        elif len(secret) < SHORTEST:
            reader.problems.append(
                f"{name}: the secret of {key} is shorter than {SHORTEST} characters. {REMEDY}"
            )
        elif key in found:
            reader.problems.append(f"{name}: {key} is named twice. Give each key its own name.")
        else:
            found[key] = secret
    return found
