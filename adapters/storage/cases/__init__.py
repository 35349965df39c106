"""Cases: the summaries kept beside the timeline, and finding them by these."""
