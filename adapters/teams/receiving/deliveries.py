"""Names every request by what makes it one, so that a repetition of it changes nothing.

- A message is named by its id, which every repetition of it by the Bot Framework keeps.
- A press is named by the id of its activity: Teams makes a new one for each press.
- A submission has no such mark, so it is named by the dialog it came from and everything entered.
  A double click sends exactly the same again. A new attempt after field errors was changed by the
  person. The same form sent again after errors has the same name, and does no harm: what was
  refused was never kept under it.

A name is a keyed hash: nobody can tell from it who did what, nor what was entered.
"""

import hashlib
import hmac
import json
from collections.abc import Mapping

from adapters.chat.payloads import Malformed
from adapters.teams.carrying.deed import Fill
from adapters.teams.names import PLATFORM
from adapters.teams.reading.payloads import Turn


class Deliveries:
    """``secret``: the same for every replica."""

    def __init__(self, secret: str) -> None:
        self._secret = secret.encode()

    def of_activity(self, turn: Turn) -> str:
        if not turn.id:
            raise Malformed("id")
        return self._name("activity", turn, turn.id)

    def of_submission(self, turn: Turn, fill: Fill, entries: Mapping[str, str]) -> str:
        return self._name("form", turn, fill.opened, fill.form, sorted(entries.items()))

    def _name(self, kind: str, turn: Turn, *parts: object) -> str:
        told = json.dumps([turn.tenant, turn.conversation, turn.person or turn.user, *parts])
        digest = hmac.new(self._secret, told.encode(), hashlib.sha256).hexdigest()
        return f"{PLATFORM}:{kind}:{digest[:40]}"
