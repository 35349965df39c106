"""What Teams carries for us and gives back as we wrote it."""
