"""Slack: requests in, Block Kit out. The policy and the conversation know nothing of it."""
