"""The policy as data: read once from a file, checked, and never changed while running."""
