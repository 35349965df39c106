"""Plain English for what the policy core knows: dates, terms, proposals, timeline entries."""
