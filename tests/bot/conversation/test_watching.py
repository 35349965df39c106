"""Channels whose messages are looked through, and what is heard there."""

import logging

import pytest

from bot.views.answer import QuotedMessage
from core.alert.events import ContactSeen
from core.services.channel_watch import ChannelWatch
from core.services.messages import Channel, ChatPlace, Kind
from core.services.ports.desk import Commit
from core.vocabulary.refusal import Refused
from tests.bot.conversation.alert_steps import (
    CHANNEL,
    DEAF,
    PLACE,
    Reader,
    asha,
    beneath,
    in_alerts,
    is_said,
    watched,
)
from tests.bot.conversation.harness import (
    CASEY,
    POLICY,
    House,
    card,
    form,
    labels,
    text_of,
    words,
)
from tests.support.people import ARI, ASHA, FRAN, OLU

TOLD = "The zebra man casey@customer.example rang again about his ledger"
INCIDENT = "Report as an incident"


async def test_whoever_may_manage_or_administer_has_a_channel_watched(at: House) -> None:
    for member in (FRAN, ARI):
        seat = at.seat(member).inside(CHANNEL)
        assert (await seat.sees("watch")).title == "This channel is watched"
        shown = await seat.sees("watch")
        assert shown.title == "This channel is watched"
        assert "never the message" in words(shown)
        stopped = card(await at.seat(member).press(shown, "Stop watching"))
        assert stopped.title == "This channel is not watched"
        assert (await seat.sees("unwatch")).title == "This channel is not watched"


async def test_anybody_may_ask_how_it_is_and_others_are_refused_kindly(at: House) -> None:
    olu = at.seat(OLU).inside(CHANNEL)
    assert (await olu.sees("watch state")).title == "This channel is not watched"
    refused = await olu.sees("watch")
    assert refused.title in ("The policy does not allow this", "That did not work")
    assert "Ask an administrator" in words(refused)
    with pytest.raises(Refused, match="may-not-watch"):
        await ChannelWatch(POLICY, at.memory.desk).watch(OLU.id, "slack", CHANNEL, "once")
    assert (await olu.sees("watch state")).title == "This channel is not watched"
    assert at.memory.store.watched == set()


@pytest.mark.parametrize("typed", ["watch", "unwatch", "watch state"])
async def test_a_private_chat_cannot_be_watched(at: House, typed: str) -> None:
    told = await at.seat(FRAN).sees(typed)
    assert "Type it in the channel that is to be watched" in words(told)


async def test_a_channel_we_are_told_nothing_of_is_not_said_to_be_watched(at: House) -> None:
    at.talk.quotes["slack"] = Reader()
    refused = await at.seat(FRAN).inside(DEAF).sees("watch")
    assert "I am not in this channel" in words(refused)
    assert "Invite me" in words(refused)
    assert at.memory.store.watched == set()
    assert (await at.seat(FRAN).inside(CHANNEL).sees("watch")).title == "This channel is watched"


async def test_in_a_channel_that_nobody_asked_to_watch_nothing_is_looked_at(at: House) -> None:
    before = len(at.memory.store.entries)
    await is_said(at, TOLD)
    assert len(at.memory.store.entries) == before
    assert at.memory.store.receipts == {}


async def test_a_customer_under_sanction_is_heard_of_in_a_watched_channel(at: House) -> None:
    await watched(at, at.seat(FRAN))
    for _ in range(2):
        await is_said(at, TOLD)
    told = [m.to for m in at.messages(Kind.KNOWN_CONTACT)]
    assert told == [Channel.ALERTS, ChatPlace("slack", PLACE)]
    shown = await beneath(at)
    assert "Contact by email or letter only" in words(shown)
    assert INCIDENT in labels(shown)
    assert INCIDENT not in labels(await in_alerts(at))


async def test_the_message_itself_is_neither_kept_nor_logged(
    at: House, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    await watched(at, at.seat(FRAN))
    await is_said(at, TOLD)
    assert [e for e in at.memory.store.entries if isinstance(e.event, ContactSeen)]
    everything = repr(at.memory.store) + caplog.text
    for word in ("rang again", "his ledger"):
        assert word not in everything


async def test_a_message_about_nobody_leaves_nothing(at: House) -> None:
    await watched(at, at.seat(FRAN))
    await is_said(at, "the weather is fine, and 10 am suits me")
    assert at.messages(Kind.KNOWN_CONTACT) == []


async def test_an_edited_message_changes_nothing(at: House) -> None:
    await watched(at, at.seat(FRAN))
    await is_said(at, TOLD)
    await is_said(at, f"{TOLD}, and again")
    assert len(at.memory.store.alerts) == 1
    assert [a.count for a in at.memory.store.alerts.values()] == [1]


async def test_something_absurd_in_a_message_does_not_hide_the_customer(at: House) -> None:
    await watched(at, at.seat(FRAN))
    await is_said(at, f"{'x' * 60}@{'y' * 255} {'Long' * 100} {'Name' * 100} {TOLD}")
    assert len(at.memory.store.alerts) == 1


async def test_what_cannot_be_kept_is_not_taken_for_heard(
    at: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    """So that the platform tells of the message again."""
    await watched(at, at.seat(FRAN))

    async def broken(_: Commit) -> None:
        raise BrokenPipeError

    with monkeypatch.context() as patched:
        patched.setattr(at.memory.store, "commit", broken)
        with pytest.raises(BrokenPipeError):
            await is_said(at, TOLD)
    await is_said(at, TOLD)
    assert len(at.memory.store.alerts) == 1


async def test_a_clock_ahead_of_ours_loses_no_contact(at: House) -> None:
    await watched(at, at.seat(FRAN))
    await is_said(at, TOLD, sent_at=at.now.replace(year=at.now.year + 1))
    assert len(at.memory.store.alerts) == 1


async def test_the_message_is_read_again_to_be_reported(at: House) -> None:
    reader = Reader(text=QuotedMessage(TOLD, at.now))
    at.talk.quotes["slack"] = reader
    await watched(at, at.seat(FRAN))
    await is_said(at, TOLD)
    asked = form(await asha(at).inside(CHANNEL).press(await beneath(at), INCIDENT))
    assert reader.asked == [PLACE]
    assert text_of(asked, "narrative") == TOLD
    await asha(at).send(asked, means="phone", behaviours=("abusive",), topic="ledger")
    assert "reported it as an incident" in words(await beneath(at))
    seen = await at.seat(ASHA).sees(f"timeline {CASEY.reference}")
    assert TOLD in words(seen)


@pytest.mark.parametrize("reader", [None, Reader()])
async def test_a_message_that_cannot_be_read_again_is_asked_for(
    at: House, reader: Reader | None
) -> None:
    if reader:
        at.talk.quotes["slack"] = reader
    await watched(at, at.seat(FRAN))
    await is_said(at, TOLD)
    asked = form(await asha(at).inside(CHANNEL).press(await beneath(at), INCIDENT))
    assert text_of(asked, "narrative") == ""
    assert "cannot be read again" in words(asked)


@pytest.mark.parametrize("where", ["", "C0ELSEWHERE"])
async def test_a_message_is_read_again_for_nobody_outside_its_channel(
    at: House, where: str
) -> None:
    """It may be a private one: whoever is not in it must not read its words."""
    reader = Reader(text=QuotedMessage("the channel's secret", at.now))
    at.talk.quotes["slack"] = reader
    await watched(at, at.seat(FRAN))
    await is_said(at, TOLD)
    (alert,) = at.memory.store.alerts
    caller = asha(at).inside(where).caller()
    for value in (f"{alert}|{PLACE}", f"{alert}"):
        asked = form(await at.talk.press(caller, "alert-incident", value))
        assert text_of(asked, "narrative") == ""
    assert reader.asked == []


async def test_only_a_place_that_the_alert_came_from_is_read(at: House) -> None:
    reader = Reader(text=QuotedMessage("somebody else's secret", at.now))
    at.talk.quotes["slack"] = reader
    await watched(at, at.seat(FRAN))
    await is_said(at, TOLD)
    (alert,) = at.memory.store.alerts
    press = at.talk.press(
        asha(at).inside(CHANNEL).caller(), "alert-incident", f"{alert}|CSECRET/1.1"
    )
    assert "secret" not in text_of(form(await press), "narrative")
    assert reader.asked == []
