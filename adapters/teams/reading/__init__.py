"""What people typed and chose, read out of what Teams sends."""
