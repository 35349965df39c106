"""One file for each group of outbox messages: how they are drawn, for a person or a channel."""
