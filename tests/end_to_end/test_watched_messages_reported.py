"""A message of a watched channel that a colleague reports as an incident."""

from pathlib import Path

from tests.end_to_end import steps
from tests.end_to_end.ledger import entries
from tests.end_to_end.slack_events import says, send
from tests.end_to_end.watching import CHANNEL, KNOWN, MAILBOX, SAID, SENT, under_sanction, watched


async def test_the_message_is_reported_as_an_incident_with_its_own_words(
    database_url: str, tmp_path: Path
) -> None:
    async with under_sanction(database_url, tmp_path) as chat:
        await watched(chat)
        asha = chat.hand("UASHA")
        ts = await says(chat.cloud, asha, MAILBOX, SAID)
        await asha.press("Report as an incident", *KNOWN, place=MAILBOX)
        came = await asha.filled_in("What happened?", "When was it?")
        assert came["What happened?"] == SAID
        assert came["When was it?"] == int(float(ts)) // 60 * 60
        answers = {k: v for k, v in steps.incident().items() if k != "What happened?"}
        await steps.sends(asha, answers)
        await asha.sees("contact-alerts", "a breach was reported", "Asha Adviser")
        await asha.sees_beneath(MAILBOX, ts, "a breach was reported")
        assert entries(database_url)["incident-reported"] == 3


async def test_a_message_that_was_deleted_meanwhile_is_reported_in_ones_own_words(
    database_url: str, tmp_path: Path
) -> None:
    async with under_sanction(database_url, tmp_path) as chat:
        await watched(chat)
        asha = chat.hand("UASHA")
        event = {"subtype": "bot_message", "bot_id": "BMAILBOX", "ts": SENT, "text": SAID}
        await send(chat.cloud, CHANNEL, event)
        await asha.press("Report as an incident", *KNOWN, place=MAILBOX)
        assert (await asha.filled_in("What happened?"))["What happened?"] is None
        assert "cannot be read again" in await asha.form("What happened?")


async def test_a_message_that_only_mentions_the_customer_is_closed_for_everybody(
    database_url: str, tmp_path: Path
) -> None:
    async with under_sanction(database_url, tmp_path) as chat:
        await watched(chat)
        asha, focus = chat.hand("UASHA"), chat.hand("UFRANKIE")
        ts = await says(chat.cloud, asha, MAILBOX, f"Who looks after {steps.MAIL} now?")
        await focus.sees_beneath(MAILBOX, ts, *KNOWN)
        kept = entries(database_url)
        await focus.press("Only mentioned", *KNOWN, place=MAILBOX)
        said = ("the customer was only mentioned", "Frankie Focus said that the customer was only")
        await asha.sees("contact-alerts", *said)
        assert "Do not discuss" not in await asha.sees_beneath(MAILBOX, ts, *said)
        await focus.press("It was a contact after all", *said, place=MAILBOX)
        await asha.sees("contact-alerts", *KNOWN, "Log what happened")
        assert entries(database_url) == {**kept, "alert-settled": 1, "alert-reopened": 1}
