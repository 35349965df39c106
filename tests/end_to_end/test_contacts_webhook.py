"""Another system tells of a contact: both chats are alerted, once, and only by who may."""

import asyncio
import json
from dataclasses import replace
from pathlib import Path

from tests.end_to_end import steps
from tests.end_to_end.contact_sender import PATH
from tests.end_to_end.ledger import entries, eventually, waiting
from tests.end_to_end.two_chats import opened_two_chats
from tests.support.databases import behind_its_back

ALERTS = "contact-alerts"
MAIL = b"From: Casey Customer <casey@customer.example>\r\nTo: us@body.example\r\n\r\nbody-canary"


async def test_the_alert_stands_in_both_chats_however_often_it_is_told(
    database_url: str, tmp_path: Path
) -> None:
    async with opened_two_chats(database_url, tmp_path) as chats:
        await steps.up_to_a_sanction(chats.at_slack("asha"), chats.at_slack("morgan"))
        sender = chats.sender()
        call = {"means": "phone", "name": "C. Customer", "emails": ["casey@customer.example"]}
        status, told = await sender.tells_of("call-1", **call)
        assert (status, told["became"]) == (202, "alerted")
        (reference,) = told["alerts"]
        for frankie in (chats.at_slack("frankie"), chats.at_teams("frankie")):
            card = await frankie.sees(ALERTS, reference, "may not happen now")
            assert "casey" not in card.casefold()

        await eventually(lambda: waiting(database_url) == 0)
        kept = entries(database_url)
        again = await asyncio.gather(*(sender.tells_of("call-1", **call) for _ in range(5)))
        assert again == [(status, told)] * 5
        assert entries(database_url) == kept
        assert waiting(database_url) == 0


async def test_the_same_contact_at_the_same_moment_is_kept_once(
    database_url: str, tmp_path: Path
) -> None:
    async with opened_two_chats(database_url, tmp_path) as chats:
        await steps.up_to_a_sanction(chats.at_slack("asha"), chats.at_slack("morgan"))
        sender = chats.sender()
        call = {"means": "phone", "emails": ["casey@customer.example"]}
        first, *others = await asyncio.gather(*(sender.tells_of("a", **call) for _ in range(8)))
        assert first[0] == 202
        assert others == [first] * 7
        assert entries(database_url)["contact-seen"] == 1


async def test_who_does_not_sign_changes_nothing(database_url: str, tmp_path: Path) -> None:
    async with opened_two_chats(database_url, tmp_path) as chats:
        await steps.up_to_a_sanction(chats.at_slack("asha"), chats.at_slack("morgan"))
        stranger = replace(chats.sender(), secret="guessed, and as long as a secret must be")
        kept = entries(database_url)
        status, told = await stranger.tells_of(
            "call-1", means="phone", emails=["casey@customer.example"]
        )
        assert (status, told["type"]) == (401, "urn:ucb:problem:signature")
        assert entries(database_url) == kept
        receipts = behind_its_back(database_url, "SELECT count(*) AS n FROM contact_receipts")
        assert receipts[0].n == 0


async def test_a_mail_and_a_batch_are_told_in_the_same_alert(
    database_url: str, tmp_path: Path
) -> None:
    async with opened_two_chats(database_url, tmp_path) as chats:
        await steps.up_to_a_sanction(chats.at_slack("asha"), chats.at_slack("morgan"))
        sender = chats.sender()
        status, first = await sender.tells(MAIL, "mail-1", "message/rfc822")
        assert (status, first["became"]) == (202, "alerted")
        batch = [
            {"id": "a", "means": "email", "emails": ["CASEY@customer.example"]},
            {"id": "b", "means": "email", "emails": ["robin@example.org"]},
            {"id": "c", "means": "smoke", "emails": ["robin@example.org"]},
        ]
        body = json.dumps(batch).encode()
        status, told = await sender.tells(body, "", path=f"{PATH}/batch")
        assert status == 202
        kept = {each["key"]: (each["became"], each["alerts"]) for each in told["kept"]}
        assert kept == {"a": ("alerted", first["alerts"]), "b": ("nothing", [])}
        assert [each["index"] for each in told["refused"]] == [2]
        for frankie in (chats.at_slack("frankie"), chats.at_teams("frankie")):
            await frankie.sees(ALERTS, first["alerts"][0], "2 contacts")
