"""A contact of somebody under sanction is alerted; that of anybody else leaves nothing of them."""

import asyncio
from dataclasses import replace

import pytest

from core.alert.events import AlertRaised, ContactSeen
from core.case.commands import LogContact
from core.services.alert_desk import AlertDesk
from core.services.incoming import Became, Receipt
from core.services.messages import Channel, ChatPlace, Kind
from core.vocabulary.customer import Customer
from core.vocabulary.ids import SYSTEM, CustomerId
from core.vocabulary.refusal import Refusal, Refused
from core.vocabulary.sought import Certainty, Sought
from tests.core.services.contacts import BY_MAIL, BY_NAME, Answering, answering
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
    first = await desk.alerted()
    before = first.last_at.replace(hour=first.last_at.hour - 1)
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


async def test_a_batch_is_one_commit_and_redraws_once() -> None:
    desk = await answering()
    before = len(desk.memory.store.deliveries)
    contacts = [desk.contact(), desk.contact(NOBODY), desk.contact()]
    receipts = await desk.takes(*contacts)
    assert [receipt.key for receipt in receipts] == [contact.key for contact in contacts]
    assert len(desk.memory.store.deliveries) == before + 1
    assert len(desk.last) == 1
    await desk.takes(desk.contact(), desk.contact())
    assert [message.redraws is not None for message in desk.last] == [True]
    assert [alert.count for alert in desk.alerts] == [4]


async def test_the_same_again_changes_nothing() -> None:
    desk = await answering()
    contact = desk.contact()
    (first,) = await desk.takes(contact)
    kept = desk.kept
    assert await desk.takes(contact, contact) == (first, first)
    assert desk.kept == kept


async def test_the_same_twice_in_a_batch_counts_once() -> None:
    desk = await answering()
    contact = desk.contact()
    one, two = await desk.takes(contact, contact)
    assert one == two
    assert [alert.count for alert in desk.alerts] == [1]


async def test_the_same_key_of_another_source_is_another_contact() -> None:
    desk = await answering()
    contact = desk.contact()
    one, two = await desk.takes(contact, replace(contact, source="telephones"))
    assert one.id != two.id
    assert [alert.count for alert in desk.alerts] == [2]


@pytest.mark.parametrize("kept_before", [True, False])
async def test_another_contact_under_the_same_key_is_refused(kept_before: bool) -> None:
    desk = await answering()
    contact = desk.contact()
    if kept_before:
        await desk.takes(contact)
    kept = desk.kept
    with pytest.raises(Refused) as refused:
        await desk.takes(contact, replace(contact, digest="another"))
    assert (refused.value.refusal.rule, refused.value.refusal.field) == ("key-reused", "key")
    assert desk.kept == kept


async def test_good_ones_are_kept_beside_those_refused() -> None:
    desk = await answering()
    contacts = [desk.contact(), desk.contact(means="pigeon"), desk.contact()]
    one, refusal, other = await desk.incoming.take_each(contacts)
    assert isinstance(refusal, Refusal)
    assert refusal.rule == "unknown-means"
    assert isinstance(one, Receipt)
    assert isinstance(other, Receipt)
    assert [alert.count for alert in desk.alerts] == [2]
    assert len(desk.memory.store.receipts) == 2


async def test_a_dry_run_says_what_would_become_of_them() -> None:
    desk = await answering()
    kept = desk.kept
    contacts = [desk.contact(), desk.contact(NOBODY)]
    receipts = await desk.incoming.take(contacts, dry_run=True)
    assert [receipt.became for receipt in receipts] == [Became.ALERTED, Became.NOTHING]
    assert desk.kept == kept
    assert desk.alerts == []


async def test_nothing_comes_of_nothing() -> None:
    desk = await answering()
    kept = desk.kept
    assert await desk.takes() == ()
    assert desk.kept == kept


async def test_when_others_are_faster_it_is_decided_again() -> None:
    desk = await answering()
    desk.memory.store.conflicts_to_come = 3
    assert (await desk.comes()).became is Became.ALERTED
    desk.memory.store.conflicts_to_come = 8
    with pytest.raises(Refused) as refused:
        await desk.comes()
    assert refused.value.refusal.rule == "busy"


async def test_contacts_at_once_meet_in_one_alert() -> None:
    desk = await answering()
    await asyncio.gather(*(desk.comes() for _ in range(4)))
    assert [alert.count for alert in desk.alerts] == [4]


async def test_the_same_contact_twice_at_once_counts_once() -> None:
    desk = await answering()
    contact = desk.contact()
    one, two = await asyncio.gather(desk.takes(contact), desk.takes(contact))
    assert one == two
    assert [alert.count for alert in desk.alerts] == [1]


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


async def test_only_whoever_sent_it_reads_its_receipt() -> None:
    desk = await answering()
    receipt = await desk.comes()
    assert await desk.incoming.receipt("crm", receipt.id) == receipt
    assert await desk.incoming.receipt("telephones", receipt.id) is None
    assert await desk.incoming.receipt("crm", "another") is None


@pytest.mark.parametrize(
    ("changed", "rule", "field"),
    [
        ({"means": "pigeon"}, "unknown-means", "means"),
        ({"means": ""}, "unknown-means", "means"),
        ({"who": ()}, "nobody-named", "who"),
        ({"who": (Sought(names=(" ",)),)}, "nobody-named", "who"),
        ({"who": (BY_MAIL,) * 101}, "too-many", "who"),
        ({"who": (Sought(names=("Casey",) * 21),)}, "too-many", "names"),
        ({"who": (Sought(emails=("x" * 255,)),)}, "text-too-long", "emails"),
        ({"who": (Sought(phones=("1" * 41,)),)}, "text-too-long", "phones"),
        ({"who": (Sought(reference="x" * 41),)}, "text-too-long", "reference"),
        ({"who": (Sought(addresses=("x" * 301,)),)}, "text-too-long", "addresses"),
        ({"source": ""}, "text-missing", "source"),
        ({"key": "k" * 201}, "text-too-long", "key"),
        ({"where": "w" * 501}, "text-too-long", "where"),
    ],
)
async def test_what_cannot_be_taken(changed: dict[str, object], rule: str, field: str) -> None:
    desk = await answering()
    kept = desk.kept
    with pytest.raises(Refused) as refused:
        await desk.comes(**changed)
    assert (refused.value.refusal.rule, refused.value.refusal.field) == (rule, field)
    assert desk.kept == kept


async def test_times_are_aware_and_hardly_ahead() -> None:
    desk = await answering()
    now = desk.memory.clock.now()
    assert (await desk.comes(at=now.replace(minute=now.minute + 5))).became is Became.ALERTED
    for at, rule in (
        (now.replace(minute=now.minute + 6), "in-the-future"),
        (now.replace(tzinfo=None), "time-zone-missing"),
    ):
        with pytest.raises(Refused) as refused:
            await desk.comes(at=at)
        assert refused.value.refusal.rule == rule
