"""Nobody is wrongly accused twice, and no channel is flooded (stages 3 and 6)."""

from collections import Counter
from dataclasses import replace

from core.alert.places import places_of
from core.services.messages import Channel, ChatPlace, Kind
from tests.core.invariants.world import Standing, World


def alerts_are_what_their_streams_say(world: World) -> None:
    """... and no contact is told in one that is settled, or of whoever was told apart."""
    store = world.memory.store
    for stream in world.replayed.go_on(store.entries):
        alert = world.replayed.alerts[stream]
        kept, next_at = store.alerts[alert.id], world.reminding.next_at(alert)
        assert kept == replace(alert, remind_at=next_at)
        assert alert.count <= world.policy.alerts.most_seen
        assert alert.version == len(store.stream(stream))
    assert len(store.alerts) == len(world.replayed.alerts)


def an_alert_is_told_once_in_each_channel(world: World) -> None:
    told = Counter(
        (message.about["alert"], message.to)
        for message in world.messages
        if message.kind is Kind.KNOWN_CONTACT and message.redraws is None
    )
    expected = Counter(
        (str(alert.id), to)
        for alert in world.memory.store.alerts.values()
        for to in (Channel.ALERTS, *(ChatPlace("slack", where) for _, where in places_of(alert)))
    )
    assert told == expected


def an_open_alert_tells_what_is_in_force_now(world: World) -> None:
    """Wherever it stands, it was drawn since what binds the customer changed the last time."""
    store = world.memory.store
    alerts = list(store.alerts.values())
    now = world.drawn.go_on(world.messages, alerts, world.case, store.customers)
    still_open = {str(alert.id) for alert in alerts if alert.settled is None}
    for (alert, _), then in world.drawn.last.items():
        assert alert not in still_open or then == now[alert]


def an_alert_is_brought_to_mind_once_for_each_time(world: World) -> None:
    """... and never before that."""
    for alert in world.memory.store.alerts.values():
        due = [reminder.due_at for reminder in alert.reminders]
        assert due == sorted(set(due))
        assert all(each <= world.memory.clock.time for each in due)


def every_contact_has_one_receipt(world: World) -> None:
    store = world.memory.store
    seen = sum(alert.count for alert in store.alerts.values())
    assert seen == sum(len(receipt.alerts) for receipt in store.receipts.values())


STANDING: tuple[Standing, ...] = (
    alerts_are_what_their_streams_say,
    an_alert_is_told_once_in_each_channel,
    an_open_alert_tells_what_is_in_force_now,
    an_alert_is_brought_to_mind_once_for_each_time,
    every_contact_has_one_receipt,
)
