"""The conversation, written once for every platform, and the wiring."""
