"""What a view of ours keeps about itself: Slack gives it back with every press and submission."""

from adapters.chat.payloads import Body, optional_text


def written(revision: int, form: str = "", state: str = "", channel: str = "") -> str:
    """``revision``: see ``names.field_id``. ``channel``: where the view was opened from, "" in a
    direct message.
    """
    first = f"{revision} {channel}" if channel else str(revision)
    return f"{first}\n{form}\n{state}"


def metadata(view: Body) -> tuple[int, str, str]:
    """Revision, form id and form state of a view of ours; the id is "" for a card."""
    parts = optional_text(view, "private_metadata").split("\n", 2)
    revision, _, _ = parts[0].partition(" ")
    if len(parts) != 3 or not revision.isdecimal():
        return 0, "", ""
    return int(revision), parts[1], parts[2]


def origin(view: Body) -> str:
    """The channel from which the view was opened."""
    first, _, _ = optional_text(view, "private_metadata").partition("\n")
    return first.partition(" ")[2]
