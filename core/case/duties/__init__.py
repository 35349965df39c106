"""What somebody still has to do, and when it is brought to mind (stages 1, 4, 6 and 7)."""
