"""What somebody may do now, learnt by trying it without keeping it."""
