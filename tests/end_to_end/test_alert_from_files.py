"""Mails and files of contacts, taken by commands beside the running bot: both chats are alerted."""

import re
from collections.abc import Mapping
from datetime import UTC, datetime
from email.utils import format_datetime
from pathlib import Path

from bot.platforms import TEAMS_CHANNELS
from tests.end_to_end import steps
from tests.end_to_end.alert_stage import AlertStage, opened_stage
from tests.end_to_end.process import environment, ucb
from tests.end_to_end.two_chats import CHANNELS


def beside(stage: AlertStage) -> Mapping[str, str]:
    """The settings of the bot that runs, so far as commands need them."""
    return {
        **environment(stage.database_url, stage.chats.slack),
        **{TEAMS_CHANNELS[channel]: place for channel, place in CHANNELS.items()},
        "UCB_MASTER_KEY": stage.chats.settings.storage.master_key,
    }


async def test_a_mail_and_then_a_file_are_told_in_one_alert(
    database_url: str, tmp_path: Path
) -> None:
    sent = format_datetime(datetime.now(UTC))
    mail, file = tmp_path / "casey.eml", tmp_path / "calls.csv"
    mail.write_text(
        f"From: =?utf-8?q?C=2E_Customer?= <{steps.MAIL}>\nDate: {sent}\nSubject: quince\n\nzebra\n"
    )
    file.write_text(f"name,email,means\nC. Customer,{steps.MAIL},phone\nRobin,robin@,phone\n")
    async with opened_stage(database_url, tmp_path, None) as stage:
        environ = beside(stage)
        status, said = await ucb(environ, "contacts", "mail", str(mail))
        assert (status, steps.MAIL in said) == (0, False)
        assert "colleagues are alerted" in said
        (reference,) = re.findall(r"ALT-\w+", said)
        for text in await stage.both_see(reference, "this contact may happen now"):
            assert "By email on" in text
        status, said = await ucb(environ, "contacts", "import", str(file))
        assert (status, steps.MAIL in said) == (2, False)
        assert "line 3: email: " in said
        for text in await stage.both_see(
            reference, "2 contacts (1 telephone, 1 email), the last by telephone on"
        ):
            assert "1 of 2 contacts may not happen now" in text
        await stage.quiet()
        assert stage.posted(reference) == (1, 1)
        assert (stage.kept("contact-seen"), stage.kept("alert-raised")) == (2, 1)
