"""A customer challenges a decision, and what that may change (Appeals)."""
