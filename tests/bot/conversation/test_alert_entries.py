"""Every event of an alert, and of merged records, reads as a sentence."""

from datetime import UTC, datetime
from typing import get_args

import pytest

from bot.conversation.words.entries.alerts import alert_text, records_text
from core.alert.events import (
    AlertConfirmed,
    AlertEvent,
    AlertLetBe,
    AlertRaised,
    AlertReminded,
    AlertReopened,
    AlertSettled,
    ContactSeen,
    Settled,
)
from core.case.register import CustomersMerged, CustomersUnmerged
from core.vocabulary.ids import AlertId, CaseId, CustomerId, EntryNo
from core.vocabulary.sought import Certainty, Sought
from tests.bot.conversation.harness import POLICY

WHEN = datetime(2026, 6, 24, 13, 5, tzinfo=UTC)
THREE = EntryNo(3)

OF_ALERTS: list[tuple[AlertEvent, str]] = [
    (AlertRaised(AlertId("a"), "ALT-1", CaseId("c"), CustomerId("c")), "Alert ALT-1 raised."),
    (
        ContactSeen("email", WHEN, "crm", Sought(), Certainty.LIKELY, ("same postcode",)),
        "By email on Wednesday 24 June 2026 at 2:05pm, from the source “crm”. Likely match: same "
        "postcode.",
    ),
    (
        ContactSeen("", WHEN, "teams:19:x", Sought(), Certainty.POSSIBLE, ()),
        "Noticed on Wednesday 24 June 2026 at 2:05pm, from a watched channel in Teams. Possible "
        "match.",
    ),
    (AlertConfirmed(), "Said that it is the customer."),
    (AlertSettled(Settled.LOGGED, THREE), "Logged what happened (entry 3 of the timeline)."),
    (AlertSettled(Settled.BREACH), "Reported it as an incident."),
    (AlertSettled(Settled.ANOTHER_PERSON), "Said that it was another person."),
    (AlertSettled(Settled.MENTIONED), "Said that the customer was only mentioned."),
    (AlertReopened(Settled.MENTIONED), "Said that it was a contact after all."),
    (AlertReopened(), "Said that it was the customer after all."),
    (AlertReminded(WHEN, ()), "Brought to mind, because nobody had said what happened."),
    (AlertLetBe(), "Not brought to mind any more, because nothing was in force."),
]


@pytest.mark.parametrize(("event", "said"), OF_ALERTS)
def test_what_happened_to_an_alert_is_told_in_plain_english(event: AlertEvent, said: str) -> None:
    assert alert_text(POLICY, event) == said


def test_no_event_is_left_out() -> None:
    assert {type(event) for event, _ in OF_ALERTS} == set(get_args(AlertEvent))


def test_what_happened_to_records_is_told() -> None:
    one, other = CustomerId("c"), CustomerId("d")
    merged = CustomersMerged(one, other, "Same telephone number")
    assert records_text(merged) == (
        "Said that the records are of one person: Same telephone number."
    )
    apart = CustomersUnmerged(one, other, "Twins")
    assert records_text(apart) == "Said that they are two people: Twins."
