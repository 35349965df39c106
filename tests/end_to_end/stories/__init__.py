"""Journeys of the later stages, one to a file, in the words of those who live them."""
