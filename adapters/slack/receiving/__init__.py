"""What Slack sends, from the door to the conversation: known callers, each delivery named."""
