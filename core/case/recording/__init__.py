"""What colleagues record in a case: incidents, contacts, warnings and what was told to whom."""
