"""Which contacts are told together."""

from dataclasses import replace
from datetime import timedelta

import pytest

from core.alert.decide import asks_alike, joins
from core.alert.events import Settled
from core.alert.state import Alert
from core.vocabulary.ids import AlertId, CaseId, CustomerId
from core.vocabulary.sought import Certainty
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


def test_those_that_ask_the_same() -> None:
    asking = replace(ALERT, certainty=Certainty.POSSIBLE)
    confirmed = replace(asking, confirmed_by=ASHA.id)
    assert asks_alike(ALERT, Certainty.LIKELY)
    assert not asks_alike(ALERT, Certainty.POSSIBLE)
    assert asks_alike(asking, Certainty.POSSIBLE)
    assert not asks_alike(asking, Certainty.DEFINITE)
    assert asks_alike(confirmed, Certainty.DEFINITE)


def test_nothing_joins_what_is_settled_full_or_of_another_customer() -> None:
    assert not joined(replace(ALERT, settled=Settled.LOGGED))
    assert joined(replace(ALERT, count=POLICY.alerts.most_seen - 1))
    assert not joined(replace(ALERT, count=POLICY.alerts.most_seen))
    assert not joined(customer=CustomerId("pat"))
