"""Contacts of a file, taken by the command on the server beside the running bot."""

import asyncio
from pathlib import Path

from tests.end_to_end import steps
from tests.end_to_end.cloud import Cloud, opened_cloud
from tests.end_to_end.ledger import PATIENCE, all_said, entries, eventually
from tests.end_to_end.process import bot_process, environment, started, ucb
from tests.support.databases import behind_its_back

ROWS = 6000
HEADER = "name,email,means\n"


def write_contacts(file: Path) -> None:
    """The last is of Casey, who is under sanction; the others of nobody we know."""
    rows = [f"Robin Number{n},robin{n}@example.org,email\n" for n in range(1, ROWS)]
    file.write_text(HEADER + "".join(rows) + f"C. Customer,{steps.MAIL},email\n")


def receipts(database_url: str) -> int:
    query = "SELECT count(*) AS n FROM contact_receipts"
    return int(behind_its_back(database_url, query)[0].n)


async def sanctioned(cloud: Cloud) -> None:
    manager = cloud.hand("UMORGAN")
    await manager.command("help")
    await manager.sees("direct", "Hello Morgan Manager")
    await steps.up_to_a_sanction(cloud.hand("UASHA"), manager)


async def test_an_import_that_is_killed_goes_on_where_it_was(
    database_url: str, tmp_path: Path
) -> None:
    file = tmp_path / "contacts.csv"
    write_contacts(file)
    async with opened_cloud(tmp_path) as cloud:
        environ = environment(database_url, cloud)
        async with bot_process(environ, cloud):
            await sanctioned(cloud)
            running = await started(environ, "contacts", "import", str(file))
            await eventually(lambda: receipts(database_url) > 0)
            running.kill()
            async with asyncio.timeout(PATIENCE):
                await running.wait()
            before = receipts(database_url)
            assert 0 < before < ROWS
            assert before % 500 == 0, "a batch is kept whole or not at all"

            status, said = await ucb(environ, "contacts", "import", str(file))
            assert status == 0, said
            assert f"{ROWS:,} rows: {ROWS - before:,} kept, {before:,} kept before" in said
            assert receipts(database_url) == ROWS
            focus = cloud.hand("UFRANKIE")
            await focus.sees("contact-alerts", "ALT-", "may happen now")

            kept = entries(database_url)
            status, said = await ucb(environ, "contacts", "import", str(file))
            assert (status, f" 0 kept, {ROWS:,} kept before" in said) == (0, True)
            assert entries(database_url) == kept
            assert kept["contact-seen"] == 1
            await all_said(database_url, cloud)


async def test_a_dry_run_says_what_would_be_alerted_and_changes_nothing(
    database_url: str, tmp_path: Path
) -> None:
    file = tmp_path / "contacts.csv"
    file.write_text(f"{HEADER}Casey Customer,{steps.MAIL},email\nRobin,robin@,email\n")
    async with opened_cloud(tmp_path) as cloud:
        environ = environment(database_url, cloud)
        async with bot_process(environ, cloud):
            await sanctioned(cloud)
            kept = entries(database_url)
            status, said = await ucb(environ, "contacts", "import", "--dry-run", str(file))
            assert status == 2, said
            assert "line 3: email: " in said
            assert "Of those would be kept: 1 alerted" in said
            assert (entries(database_url), receipts(database_url)) == (kept, 0)


async def test_a_mail_that_is_dropped_on_the_command_line_is_alerted_once(
    database_url: str, tmp_path: Path
) -> None:
    mail = tmp_path / "casey.eml"
    mail.write_text(f"From: Casey Customer <{steps.MAIL}>\n\nbody-canary\n")
    async with opened_cloud(tmp_path) as cloud:
        environ = environment(database_url, cloud)
        async with bot_process(environ, cloud) as bot:
            await sanctioned(cloud)
            first = await ucb(environ, "contacts", "mail", str(mail))
            assert first[0] == 0
            assert "colleagues are alerted (ALT-" in first[1]
            assert await ucb(environ, "contacts", "mail", str(mail)) == first
            assert entries(database_url)["contact-seen"] == 1
            await cloud.hand("UFRANKIE").sees("contact-alerts", "ALT-")
            assert not any("canary" in line or steps.MAIL in line for line in bot.log)
