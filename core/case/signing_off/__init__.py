"""A matter from its proposal to its decision, and what follows from that (Annex B)."""
