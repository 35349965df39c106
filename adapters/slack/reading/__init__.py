"""What people typed and chose, read out of what Slack sends."""
