"""In which watched channels an alert is told, beneath which message of each."""

from core.alert.events import ContactSeen
from core.alert.state import Alert


def told_in(alert: Alert, source: str) -> bool:
    """``source``: the watched channel, as contacts name it."""
    return source in (channel for channel, _ in places_of(alert))


def places_of(alert: Alert) -> tuple[tuple[str, str], ...]:
    """Each channel with the place of the message beneath which it is told, the first first."""
    parts = (place.partition(" ") for place in alert.places)
    return tuple((source, where) for source, _, where in parts)


def is_told_above(alert: Alert, source: str, where: str) -> bool:
    """Whether a message of a watched channel is a reply where the alert stands already: there
    colleagues speak about it."""
    return any(
        channel == source and (where == told or where.startswith(f"{told}:"))
        for channel, told in places_of(alert)
    )


def with_place(alert: Alert, seen: ContactSeen) -> tuple[str, ...]:
    return (*alert.places, f"{seen.source} {seen.where}")
