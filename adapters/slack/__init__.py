"""Slack: requests in, Block Kit out. The policy and the conversation know nothing of it."""

from adapters.slack.adapter import SlackAdapter, SlackRefused
from adapters.slack.settings import SlackSettings

__all__ = ["SlackAdapter", "SlackRefused", "SlackSettings"]
