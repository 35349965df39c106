"""Neutral views as Block Kit, escaped and within Slack's limits."""
