"""Which contacts are told together."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.alert.decide import is_answered_alike, joins, reach
from core.alert.events import Settled
from core.alert.known_as import said_of
from core.alert.state import Alert
from core.vocabulary.ids import AlertId, CaseId, CustomerId
from core.vocabulary.sought import Certainty, Sought
from tests.core.story import POLICY
from tests.support.clock import MONDAY_MORNING
from tests.support.people import ASHA

CASEY = CustomerId("casey")
ALERT = Alert(
    id=AlertId("a1"),
    reference="ALT-1",
    case=CaseId("casey"),
    customer=CASEY,
    version=2,
    count=2,
    first_at=MONDAY_MORNING,
    last_at=MONDAY_MORNING + timedelta(minutes=10),
    means="phone",
    certainty=Certainty.LIKELY,
    reasons=(),
)


def joined(
    alert: Alert = ALERT,
    customer: CustomerId = CASEY,
    minutes: int = 20,
) -> bool:
    return joins(POLICY.alerts, alert, customer, MONDAY_MORNING + timedelta(minutes=minutes))


@pytest.mark.parametrize(
    ("minutes", "is_joined"), [(-61, False), (-60, True), (0, True), (70, True), (71, False)]
)
def test_those_within_the_time_of_the_policy(minutes: int, is_joined: bool) -> None:
    assert joined(minutes=minutes) is is_joined


NAME = Sought(names=("casey customer",))
ONE = Sought(names=NAME.names, phones=("+447700900555",))
OTHER = Sought(names=("zoe zebra",), phones=("+441632960001",))
MORE = Sought(names=NAME.names, phones=ONE.phones, postcodes=("M11AE",))
SURE, UNSURE = Certainty.LIKELY, Certainty.POSSIBLE
ASKING = replace(ALERT, certainty=UNSURE)
CONFIRMED = replace(ASKING, confirmed_by=ASHA.id)


def answered(alert: Alert, certainty: Certainty, who: Sought, before: list[Sought]) -> bool:
    return is_answered_alike(alert, certainty, said_of(who), map(said_of, before))


def test_what_is_known_and_what_is_asked_are_not_answered_together() -> None:
    assert answered(ALERT, SURE, OTHER, [ONE])
    assert answered(ALERT, Certainty.DEFINITE, OTHER, [ONE])
    assert not answered(ASKING, SURE, ONE, [ONE])
    assert answered(CONFIRMED, SURE, OTHER, [ONE])
    assert not answered(ALERT, UNSURE, ONE, [ONE]), "nobody said that it is them"


@pytest.mark.parametrize(
    ("who", "before", "is_alike"),
    [
        (ONE, [ONE], True),
        (ONE, [NAME, ONE], True),
        (MORE, [NAME, ONE], True),
        (NAME, [MORE], True),
        (OTHER, [ONE], False),
        (replace(ONE, phones=OTHER.phones), [ONE], False),
        (replace(ONE, phones=OTHER.phones), [NAME, ONE], False),
        (replace(NAME, postcodes=("M12BB",)), [ONE], False),
    ],
)
def test_what_is_asked_is_asked_of_the_same_person(
    who: Sought, before: list[Sought], is_alike: bool
) -> None:
    assert answered(ASKING, UNSURE, who, before) is is_alike


def test_only_the_very_words_that_were_confirmed_are_confirmed() -> None:
    assert answered(CONFIRMED, UNSURE, ONE, [NAME, ONE])
    for who in (MORE, OTHER, replace(ONE, phones=OTHER.phones)):
        assert not answered(CONFIRMED, UNSURE, who, [NAME, ONE])
    assert not answered(CONFIRMED, UNSURE, NAME, [ONE])


def test_nothing_joins_what_is_settled_full_or_of_another_customer() -> None:
    assert not joined(replace(ALERT, settled=Settled.LOGGED))
    assert joined(replace(ALERT, count=POLICY.alerts.most_seen - 1))
    assert not joined(replace(ALERT, count=POLICY.alerts.most_seen))
    assert not joined(customer=CustomerId("pat"))


DAY = timedelta(days=1)
MINUTES = st.integers(0, 100_000)


@given(MINUTES, st.lists(st.integers(-60, 60)), MINUTES, st.integers(-90, 90))
def test_whatever_it_joins_is_within_reach(
    begun: int, grown: list[int], made: int, off: int
) -> None:
    """However an alert grew: each contact it took was near enough to its first or its last."""
    first = last = MONDAY_MORNING + timedelta(minutes=begun)
    most = len(grown) + 2
    for step in grown:
        first = min(first, first + timedelta(minutes=step))
        last = max(last, last + timedelta(minutes=step))
    alert = replace(ALERT, count=most - 1, first_at=first, last_at=last)
    rule = replace(POLICY.alerts, most_seen=most)
    for at in (MONDAY_MORNING + timedelta(minutes=made), first + timedelta(minutes=off)):
        other = at + timedelta(minutes=off)
        since, until = reach(rule, min(at, other), max(at, other))
        if joins(rule, alert, CASEY, at):
            assert since <= last <= until


def test_of_a_moment_without_one_before_it_too() -> None:
    first = datetime.min.replace(tzinfo=UTC)
    for hours in (0, 1):
        assert reach(POLICY.alerts, first + timedelta(hours=hours), first + DAY)[0] == first
    assert joins(POLICY.alerts, replace(ALERT, first_at=first, last_at=first), CASEY, first)
