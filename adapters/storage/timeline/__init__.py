"""The timeline: commits kept in it, read back, and checked from the first entry to the head."""
