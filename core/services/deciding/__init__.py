"""Decisions made durable: drafted from all that they rest on, and kept with what follows."""
