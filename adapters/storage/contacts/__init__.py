"""What became of contacts: receipts, alerts, and the channels that are looked through."""
