"""What we ask of Teams: answers to people, deliveries of the outbox, chats to reach them in."""
