"""Ratios against a baseline measured in the same process and run, never absolute times."""
