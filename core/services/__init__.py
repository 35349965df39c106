"""The policy at work: decisions made durable, and answers read from what was decided."""
