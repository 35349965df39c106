"""Problems beside the fields of a form on show, as Slack takes them in an acknowledgement."""

from adapters.chat.payloads import Body
from adapters.slack.reading.view import inputs
from adapters.slack.rendering import limits
from adapters.slack.rendering.escape import fitted
from bot.views.answer import Problems


def marked(view: Body, problems: Problems) -> dict[str, str]:
    """Problems by the id of the block they stand beside; the rest go to the first field."""
    ids = inputs(view)
    if not ids:
        return {}
    beside: dict[str, str] = {}
    others = [problems.general] if problems.general else []
    for name, words in problems.fields.items():
        if name in ids:
            beside[ids[name]] = words
        else:
            others.append(words)
    if others or not beside:
        first = next(iter(ids.values()))
        beside[first] = " ".join([*others, *([beside[first]] if first in beside else [])])
    return {
        block: fitted(words, limits.PROBLEM) or "This needs a change."
        for block, words in beside.items()
    }
