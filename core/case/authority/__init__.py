"""Who may decide, act and read, and in whose place (Responsibilities; Our position and process)."""
