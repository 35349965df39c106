"""What each family of events makes of a case."""
