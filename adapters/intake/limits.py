"""How much is taken at once, and in what form."""

from typing import Final

JSON: Final = "application/json"
LINES: Final = "application/x-ndjson"
MAIL: Final = "message/rfc822"

LARGEST_CONTACT: Final = 1024 * 1024
LARGEST_MAIL: Final = 5 * 1024 * 1024
LARGEST_BATCH: Final = 5 * 1024 * 1024
"""Bytes of a body."""
MOST_AT_ONCE: Final = 500
"""Contacts of a batch."""
SECONDS_TO_ARRIVE: Final = 20
"""For a whole body."""
IN_HAND: Final = 32
"""Requests in hand at once, of everybody: each may hold the largest body."""
IN_HAND_OF_ONE: Final = 16
"""Of one key."""
SECONDS_TO_WAIT: Final = 1
"""Before somebody who had too many in hand tries again."""
