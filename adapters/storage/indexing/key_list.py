"""The keys of one customer in one field, so that none has to be looked for when they change."""

import struct
from collections.abc import Collection
from typing import Final

KEY_BYTES: Final = 8


def packed(keys: Collection[int]) -> bytes:
    return struct.pack(f">{len(keys)}q", *sorted(keys))


def unpacked(kept: bytes) -> frozenset[int]:
    return frozenset(struct.unpack(f">{len(kept) // KEY_BYTES}q", kept))
