"""An alert is the fold of its stream."""

from dataclasses import replace
from datetime import timedelta
from itertools import permutations

import pytest

from core.alert.events import (
    AlertConfirmed,
    AlertEvent,
    AlertRaised,
    AlertReopened,
    AlertSettled,
    ContactSeen,
    Settled,
)
from core.alert.evolve import AlertEntry, evolve, fold
from core.alert.places import places_of
from core.alert.state import Alert, MeansSeen
from core.vocabulary.ids import SYSTEM, AlertId, CaseId, CustomerId, EntryNo
from core.vocabulary.sought import Certainty, Sought
from tests.support.clock import MONDAY_MORNING
from tests.support.people import ASHA, SENA

RAISED = AlertRaised(AlertId("a1"), "ALT-1", CaseId("casey"), CustomerId("casey"))
SEEN = ContactSeen(
    "phone", MONDAY_MORNING, "crm", Sought(names=("Casey",)), Certainty.POSSIBLE, ("same name",)
)


def alert(*events: AlertEvent) -> Alert:
    entries = [AlertEntry(MONDAY_MORNING, SYSTEM, event) for event in (RAISED, *events)]
    return fold(entries)


def minutes(count: int, **changed: object) -> ContactSeen:
    at = MONDAY_MORNING + timedelta(minutes=count)
    return replace(SEEN, at=at, **changed)  # type: ignore[arg-type]


def test_of_one_contact_it_says_what_the_contact_says() -> None:
    one = alert(SEEN)
    assert (one.count, one.version, one.means, one.reasons) == (1, 2, "phone", ("same name",))
    assert (one.first_at, one.last_at, one.certainty) == (SEEN.at, SEEN.at, Certainty.POSSIBLE)
    assert one.asks


def test_the_order_in_which_contacts_come_changes_nothing_but_the_reasons_of_equals() -> None:
    contacts = (
        minutes(0, means="email"),
        minutes(9, means="letter", certainty=Certainty.DEFINITE, reasons=("same mail address",)),
        minutes(30, means="phone", certainty=Certainty.LIKELY),
    )
    folded = {alert(*order) for order in permutations(contacts)}
    (one,) = folded
    assert (one.count, one.means, one.certainty) == (3, "phone", Certainty.DEFINITE)
    assert one.reasons == ("same mail address",)
    assert one.last_at - one.first_at == timedelta(minutes=30)


def test_it_counts_its_contacts_by_each_means() -> None:
    contacts = (minutes(0), minutes(5, means="letter"), minutes(3), minutes(7, means=""))
    for order in permutations(contacts):
        one = alert(*order)
        assert one.is_tallied
        assert [(each.means, each.count) for each in one.by_means] == [
            ("", 1),
            ("letter", 1),
            ("phone", 2),
        ]
        assert one.by_means[-1] == MeansSeen("phone", 2, minutes(3).at)


def test_what_an_earlier_version_kept_is_not_taken_for_the_whole_tally() -> None:
    old = replace(alert(minutes(0)), by_means=())
    assert not old.is_tallied
    assert not evolve(old, AlertEntry(MONDAY_MORNING, SYSTEM, minutes(1))).is_tallied


def test_it_is_told_in_each_watched_channel_once() -> None:
    contacts = (
        minutes(0),
        minutes(1, source="slack:C1", where="C1/1"),
        minutes(2, source="slack:C1", where="C1/2"),
        minutes(3, source="teams:19:x@thread.tacv2", where="19:x@thread.tacv2;messageid=7"),
    )
    assert places_of(alert(*contacts)) == (
        ("slack:C1", "C1/1"),
        ("teams:19:x@thread.tacv2", "19:x@thread.tacv2;messageid=7"),
    )


def test_who_says_what_of_it_stands() -> None:
    one = evolve(alert(SEEN), AlertEntry(MONDAY_MORNING, ASHA.id, AlertConfirmed()))
    assert (one.confirmed_by, one.asks) == (ASHA.id, False)
    settled = AlertSettled(Settled.LOGGED, EntryNo(7))
    one = evolve(one, AlertEntry(MONDAY_MORNING, SENA.id, settled))
    assert (one.settled, one.settled_by, one.entry) == (Settled.LOGGED, SENA.id, 7)
    one = evolve(one, AlertEntry(MONDAY_MORNING, ASHA.id, AlertReopened()))
    assert (one.settled, one.settled_by, one.entry, one.version) == (None, None, None, 5)


def test_a_stream_begins_with_the_alert_being_raised_and_only_so() -> None:
    with pytest.raises(ValueError, match="without entries"):
        fold([])
    with pytest.raises(ValueError, match="begins with"):
        fold([AlertEntry(MONDAY_MORNING, SYSTEM, SEEN)])
    with pytest.raises(ValueError, match="raised once"):
        alert(RAISED)
