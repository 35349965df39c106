"""What is sent: parcels, where each goes and in which order, and what the chat adapters note."""
