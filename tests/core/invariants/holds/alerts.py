"""Nobody is wrongly accused twice, and no channel is flooded (stages 3 and 6)."""

from collections import Counter

from core.alert.places import places_of
from core.services.messages import Channel, ChatPlace, Kind
from tests.core.invariants.world import Standing, World


def alerts_are_what_their_streams_say(world: World) -> None:
    """... and no contact is told in one that is settled, or of whoever was told apart."""
    store = world.memory.store
    for stream in world.replayed.go_on(store.entries):
        alert = world.replayed.alerts[stream]
        assert store.alerts[alert.id] == alert
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


def every_contact_has_one_receipt(world: World) -> None:
    store = world.memory.store
    seen = sum(alert.count for alert in store.alerts.values())
    assert seen == sum(len(receipt.alerts) for receipt in store.receipts.values())


STANDING: tuple[Standing, ...] = (
    alerts_are_what_their_streams_say,
    an_alert_is_told_once_in_each_channel,
    every_contact_has_one_receipt,
)
