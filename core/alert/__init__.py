"""A customer under sanction made contact, as a machine or a message tells (stages 3 and 6)."""
