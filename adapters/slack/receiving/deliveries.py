"""Names every request by what makes it one, so that a repetition of it changes nothing.

- A command or shortcut is named by its ``trigger_id``, which Slack makes anew for each use.
- A press is named by person, message or view, and ``action_ts``. Slack's repetition of one press
  keeps them all; another press has another ``action_ts``.
- A submission has no such mark, so it is named by the view as it was filled in: its id, its hash
  and everything entered. A double click or a repetition sends exactly the same again. A new
  attempt after field errors was changed by the person, and a view that was redrawn has another
  hash, so both have other names. The same form sent again after errors has the same name, and
  does no harm: what was refused was never kept under it.

What was entered goes into the name through a keyed hash only: nobody can tell it from the name.
"""

import hashlib
import hmac
import json

from adapters.chat.payloads import Body, optional_text, text
from adapters.slack.names import PLATFORM
from adapters.slack.reading.payloads import Press


def of_trigger(team: str, trigger: str) -> str:
    return f"{PLATFORM}:trigger:{team}:{trigger}"


def of_press(team: str, press: Press) -> str:
    return (
        f"{PLATFORM}:action:{team}:{press.place.user}:{press.container}"
        f":{press.at}:{press.action_id}"
    )


def of_submission(team: str, user: str, view: Body, secret: str) -> str:
    entered = json.dumps(
        [
            optional_text(view, "hash"),
            optional_text(view, "callback_id"),
            optional_text(view, "private_metadata"),
            view.get("state"),
        ],
        sort_keys=True,
    )
    digest = hmac.new(secret.encode(), entered.encode(), hashlib.sha256).hexdigest()
    return f"{PLATFORM}:view:{team}:{user}:{text(view, 'id')}:{digest[:32]}"


def of_suggestion(team: str, user: str) -> str:
    """Type-ahead changes nothing, so any name does."""
    return f"{PLATFORM}:suggest:{team}:{user}"
