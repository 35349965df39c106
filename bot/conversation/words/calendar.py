"""How far off a day is."""

from datetime import date


def distance(when: date, today: date) -> str:
    """``in 14 days``, ``tomorrow``, ``today``, ``3 days ago``."""
    days = (when - today).days
    near = {-1: "yesterday", 0: "today", 1: "tomorrow"}
    if days in near:
        return near[days]
    return f"in {days} days" if days > 0 else f"{-days} days ago"
