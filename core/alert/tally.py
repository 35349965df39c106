"""How many contacts came by which means."""

from collections.abc import Iterable
from functools import reduce

from core.alert.events import ContactSeen
from core.alert.state import MeansSeen


def tally(contacts: Iterable[ContactSeen]) -> tuple[MeansSeen, ...]:
    """In the order of the codes, whichever order the contacts come in."""
    return reduce(with_contact, contacts, ())


def with_contact(by_means: Iterable[MeansSeen], seen: ContactSeen) -> tuple[MeansSeen, ...]:
    """What counts of contacts become with one more."""
    each = {one.means: one for one in by_means}
    before = each.get(seen.means, MeansSeen(seen.means, 0, seen.at))
    last_at = max(before.last_at, seen.at)
    each[seen.means] = MeansSeen(seen.means, before.count + 1, last_at)
    return tuple(each[means] for means in sorted(each))
