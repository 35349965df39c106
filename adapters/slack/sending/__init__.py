"""What we ask of Slack: answers to people, deliveries of the outbox, looks into a channel."""
