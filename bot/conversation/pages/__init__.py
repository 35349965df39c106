"""One file for each thing that is looked up: help, check, timeline, approvals, reviews."""
