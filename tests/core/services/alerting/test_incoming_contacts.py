"""A contact of somebody under sanction is alerted; that of anybody else leaves nothing of them."""

from datetime import timedelta

import pytest

from core.alert.events import AlertRaised, ContactSeen
from core.case.commands import LogContact
from core.services.alerting.alert_desk import AlertDesk
from core.services.incoming import Became
from core.services.messages import Channel, ChatPlace, Kind
from core.vocabulary.customer import Customer
from core.vocabulary.ids import SYSTEM, CustomerId
from core.vocabulary.sought import Certainty, Sought
from tests.core.services.alerting.contacts import BY_MAIL, BY_NAME, Answering, answering
from tests.core.story import CASEY, POLICY
from tests.support.people import ASHA

NOBODY = Sought(names=("Robin Roe",), emails=("robin@example.org",))
ROBIN = Customer(CustomerId("robin"), "CUS-2", "Robin Roe", ("robin@example.org",))


async def test_a_contact_by_an_identifier_raises_an_alert() -> None:
    desk = await answering()
    alert = await desk.alerted(means="email")
    assert (alert.case, alert.customer, alert.means) == (desk.case, CASEY.id, "email")
    assert (alert.certainty, alert.asks, alert.count) == (Certainty.DEFINITE, False, 1)
    raised, seen = desk.memory.store.stream(f"alert:{alert.id}")
    assert raised.event == AlertRaised(alert.id, alert.reference, desk.case, CASEY.id)
    assert isinstance(seen.event, ContactSeen)
    assert (seen.event.who, seen.event.source, seen.by) == (BY_MAIL, "crm", SYSTEM)
    assert alert.reference.startswith("ALT-")


async def test_it_is_told_once_in_the_channel_of_alerts() -> None:
    desk = await answering()
    alert = await desk.alerted()
    (message,) = desk.last
    assert (message.kind, message.to) == (Kind.KNOWN_CONTACT, Channel.ALERTS)
    assert message.about == {"alert": alert.id, "case": desk.case}


async def test_of_anybody_else_only_a_receipt_is_kept() -> None:
    desk = await answering()
    desk.memory.know(ROBIN)
    entries = len(desk.memory.store.entries)
    receipt = await desk.comes(NOBODY)
    assert (receipt.became, receipt.alerts) == (Became.NOTHING, ())
    assert len(desk.memory.store.entries) == entries
    assert desk.last == ()
    assert "robin" not in repr(desk.memory.store.receipts).casefold()


async def test_once_nothing_is_in_force_nobody_is_alerted() -> None:
    desk = Answering()
    await desk.continued()
    assert (await desk.comes()).became is Became.NOTHING


async def test_what_came_before_anything_was_in_force_is_held_against_nobody() -> None:
    desk = await answering()
    minute, since = timedelta(minutes=1), desk.memory.clock.now()
    assert (await desk.comes(at=since - minute)).became is Became.NOTHING
    assert (await desk.comes(at=since)).became is Became.ALERTED


async def test_a_likeness_is_asked_about() -> None:
    desk = await answering()
    receipt = await desk.comes(BY_NAME)
    assert receipt.became is Became.ASKED
    (alert,) = desk.alerts
    assert alert.asks


async def test_contacts_in_a_short_time_are_told_together() -> None:
    desk = await answering()
    first = await desk.alerted()
    desk.later(minutes=60)
    again = await desk.alerted(means="email")
    assert (again.id, again.count, again.means) == (first.id, 2, "email")
    (message,) = desk.last
    assert message.redraws == f"alert:{first.id}/known-contact/#alerts"
    assert message.latest
    assert message.key == f"{message.redraws}/redrawn-{again.version}"
    desk.later(minutes=61)
    assert (await desk.alerted()).id != first.id


async def test_an_older_contact_of_the_same_hour_joins_without_turning_back_the_time() -> None:
    desk = await answering()
    desk.later(minutes=90)
    first = await desk.alerted()
    before = first.last_at - timedelta(minutes=60)
    joined = await desk.alerted(at=before, means="email")
    assert (joined.id, joined.count, joined.means) == (first.id, 2, "phone")
    assert (joined.first_at, joined.last_at) == (before, first.last_at)


async def test_what_is_asked_and_what_is_known_are_told_apart() -> None:
    desk = await answering()
    asked = await desk.alerted(BY_NAME)
    known = await desk.alerted()
    assert asked.id != known.id
    assert (await desk.alerted(BY_NAME)).id == asked.id


async def test_a_full_alert_is_followed_by_another() -> None:
    desk = await answering()
    most = desk.policy.alerts.most_seen
    receipts = await desk.takes(*(desk.contact() for _ in range(most + 1)))
    full, next_one = desk.alerts
    assert (full.count, next_one.count) == (most, 1)
    assert receipts[-1].alerts == (next_one.id,)


async def test_in_a_watched_channel_it_is_told_beneath_the_first_message_alone() -> None:
    desk = await answering()
    one = await desk.alerted(source="slack:C1", where="C1/100.1", means="")
    assert [message.to for message in desk.last] == [
        Channel.ALERTS,
        ChatPlace("slack", "C1/100.1"),
    ]
    again = await desk.alerted(source="slack:C1", where="C1/100.2", means="")
    assert again.id == one.id
    assert {message.to for message in desk.last} == {
        Channel.ALERTS,
        ChatPlace("slack", "C1/100.1"),
    }
    assert all(message.latest for message in desk.last)
    await desk.alerted(source="slack:C2", where="C2/7.1", means="")
    assert [m.to for m in desk.last if m.redraws is None] == [ChatPlace("slack", "C2/7.1")]
    originals = [m for m in desk.memory.messages if m.kind is Kind.KNOWN_CONTACT and not m.redraws]
    assert len(originals) == 3


@pytest.mark.parametrize("is_settled", [False, True])
@pytest.mark.parametrize("reply", ["C1:100.1", "C1:100.1:107.5"])
async def test_colleagues_who_speak_about_an_alert_are_no_contact(
    reply: str, is_settled: bool
) -> None:
    desk = await answering()
    alert = await desk.alerted(source="slack:C1", where="C1:100.1", means="")
    if is_settled:
        about = AlertDesk(POLICY, desk.memory.desk)
        await about.log(ASHA.id, alert.id, LogContact("email", alert.last_at, "x"), "log")
    before = desk.kept
    receipt = await desk.comes(source="slack:C1", where=reply, means="")
    assert receipt.alerts == (alert.id,)
    assert desk.kept == (*before[:2], before[2] + 1)
    other = await desk.alerted(source="slack:C1", where="C1:100.12", means="")
    assert (other.id == alert.id, other.count) == ((False, 1) if is_settled else (True, 2))


async def test_what_a_message_says_of_one_person_is_one_contact() -> None:
    desk = await answering()
    alert = await desk.alerted(BY_NAME, BY_MAIL)
    assert (alert.count, alert.certainty) == (1, Certainty.DEFINITE)
    seen = desk.memory.store.stream(f"alert:{alert.id}")[-1].event
    assert isinstance(seen, ContactSeen)
    assert seen.who == Sought(names=("Casey Customer",), emails=CASEY.emails)
