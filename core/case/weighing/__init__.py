"""What the timeline adds up to: the stage, patterns, recurrences and whom a measure binds."""
