"""What Teams sends, taken to the conversation: known callers, each delivery named."""
