"""Slack: requests in, Block Kit out. The policy and the conversation know nothing of it.

``receiving`` takes what Slack sends, by ``reading`` it, to the conversation; ``sending`` brings the
answer, by ``rendering`` it. ``carrying`` is what Slack holds for us in between.
"""

from adapters.slack.adapter import SlackAdapter, SlackRefused
from adapters.slack.settings import SlackSettings

__all__ = ["SlackAdapter", "SlackRefused", "SlackSettings"]
