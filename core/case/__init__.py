"""One customer's case: its events, what they add up to, and what may happen next."""
