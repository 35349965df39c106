"""How Slack says no."""

from collections.abc import Sequence


class SlackError(Exception):
    """``code``: Slack's error code; ``messages``: what its ``response_metadata`` tells besides."""

    def __init__(self, code: str, messages: Sequence[str] = ()) -> None:
        super().__init__(code)
        self.code = code
        self.messages = tuple(messages)


def missing(field: str) -> SlackError:
    return SlackError("invalid_arguments", [f"[ERROR] missing required field: {field}"])
