"""Neutral views as Adaptive Cards, escaped and within Teams' limits."""
