"""``ucb contacts``: what it prints, its status, what it keeps, and that it never shows a trace."""

import asyncio
from pathlib import Path

import pytest

from bot.app.intake import mail_means
from bot.app.visit import visit
from bot.settings import read_settings
from tests.bot.conftest import CONTACTS, Run
from tests.bot.test_settings import GOOD
from tests.support.databases import behind_its_back
from tests.support.policies import NATURAL_ENGLAND, SMALL_BODY

DOCUMENTED = Path(__file__).parents[2] / "docs" / "contacts.md"


def kept(environ: dict[str, str]) -> list[tuple[str, str]]:
    async def look() -> None:
        async with visit(environ):
            pass

    asyncio.run(look())
    query = "SELECT source, key FROM contact_receipts ORDER BY key"
    rows = behind_its_back(f"sqlite:///{environ['DATA_DIR']}/ucb.db", query)
    return [(row.source, row.key) for row in rows]


def test_a_key_is_made_that_the_settings_accept(contacts: Run) -> None:
    status, said, _ = contacts("key", "crm/2026")
    name, _, secret = said.splitlines()[0].partition("=")
    settings = read_settings(GOOD | {"UCB_CONTACT_KEYS": said.splitlines()[0]})
    assert (status, settings.contact_keys) == (0, {name: secret})
    assert name == "crm/2026"
    assert contacts("key", "crm/2026")[1] != said


def test_a_key_is_not_made_for_a_name_that_cannot_be_used(contacts: Run) -> None:
    status, _, errors = contacts("key", "Customer Database")
    assert (status, errors.startswith('"Customer Database" cannot be')) == (1, True)


def test_good_rows_are_kept_and_bad_ones_named_without_what_stands_in_them(
    contacts: Run, environ: dict[str, str], file: str
) -> None:
    status, said, errors = contacts("import", file)
    assert (status, errors) == (2, "")
    assert "line 3: email: " in said
    assert "3 rows: 2 kept, 0 kept before, 1 refused." in said
    assert "2 of nobody under sanction" in said
    assert "obin" not in said
    assert [source for source, _ in kept(environ)] == ["import", "import"]


def test_a_second_run_keeps_what_is_new_alone(
    contacts: Run, environ: dict[str, str], file: str
) -> None:
    contacts("import", file)
    before = kept(environ)
    status, said, _ = contacts("import", file)
    assert (status, "3 rows: 0 kept, 2 kept before, 1 refused." in said) == (2, True)
    assert kept(environ) == before


def test_all_good_is_status_0(contacts: Run, tmp_path: Path) -> None:
    lines = tmp_path / "contacts.ndjson"
    lines.write_text('{"means": "phone", "phones": ["01632 960001"]}\n')
    status, said, _ = contacts("import", str(lines), "--source", "phones")
    assert (status, said.splitlines()[0]) == (0, "1 row: 1 kept, 0 kept before, 0 refused.")


@pytest.mark.parametrize(
    ("content", "options", "said"),
    [
        ("Email,Nam\na@b.example,A\n", (), '"Nam" is not known: write "name".'),
        (CONTACTS, ("--means", "smoke"), "Use one of phone, video-call, email"),
        (CONTACTS, ("--source", "slack:C1"), "cannot be a --source"),
        ("", (), "is empty"),
    ],
)
def test_nothing_that_can_be_done_is_status_1(
    contacts: Run, tmp_path: Path, content: str, options: tuple[str, ...], said: str
) -> None:
    file = tmp_path / "contacts.csv"
    file.write_text(content)
    status, _, errors = contacts("import", str(file), *options)
    assert (status, said in errors) == (1, True)


def test_a_dry_run_changes_nothing(contacts: Run, environ: dict[str, str], file: str) -> None:
    status, said, _ = contacts("import", "--dry-run", file)
    assert (status, "2 would be kept" in said, "nothing has changed" in said) == (2, True, True)
    assert kept(environ) == []


def test_nothing_is_kept_where_nobody_would_be_told(
    contacts: Run, environ: dict[str, str], file: str
) -> None:
    del environ["TEAMS_CHANNEL_ALERTS"]
    for command in (("import", file), ("mail", file)):
        status, _, errors = contacts(*command)
        assert (status, "nobody would read of an alert" in errors) == (1, True)
        assert "SLACK_CHANNEL_ALERTS and TEAMS_CHANNEL_ALERTS" in errors
    assert kept(environ) == []
    assert contacts("import", "--dry-run", file)[0] == 2


@pytest.mark.parametrize("command", ["import", "mail"])
def test_what_the_commands_need_is_told_and_documented(
    command: str, contacts: Run, environ: dict[str, str], file: str
) -> None:
    documented = DOCUMENTED.read_text("utf-8").partition("## What the commands need")[2]
    for name in environ:
        assert f"`{name}`" in documented
    del environ["UCB_MASTER_KEY"]
    status, _, errors = contacts(command, file)
    assert (status, "UCB_MASTER_KEY" in errors) == (1, True)


def test_means_may_be_said_for_all_rows_that_name_none(contacts: Run, tmp_path: Path) -> None:
    file = tmp_path / "calls.csv"
    file.write_text("phone\n01632 960001\n")
    assert contacts("import", str(file))[0] == 1
    assert contacts("import", str(file), "--means", "phone")[0] == 0


def test_a_reference_that_nobody_has_is_told_by_its_line(contacts: Run, tmp_path: Path) -> None:
    rows = ("means,phone,reference", "phone,01632 960001,", "phone,01632 960001,CUS-MISSPELT")
    path = tmp_path / "references.csv"
    path.write_text("\n".join(rows))
    status, said, _ = contacts("import", str(path))
    assert status == 0
    assert "1 row kept with a reference that no customer and no case has" in said
    assert "the first in line 3" in said
    assert "MISSPELT" not in said


def test_a_row_with_an_id_is_known_by_it_in_every_file(
    contacts: Run, environ: dict[str, str], tmp_path: Path
) -> None:
    for name, more in (("monday", ""), ("tuesday", "b2,B,phone\na1,Another,phone\n")):
        file = tmp_path / f"{name}.csv"
        file.write_text(f"id,name,means\na1,A,phone\n{more}")
        status, said, _ = contacts("import", str(file), "--source", "crm")
    assert status == 2
    assert "3 rows: 1 kept, 1 kept before, 1 refused." in said
    assert "line 4: id: Another contact was kept under this id before." in said
    assert kept(environ) == [("crm", "a1"), ("crm", "b2")]


def test_mails_are_told_one_by_one(contacts: Run, environ: dict[str, str], tmp_path: Path) -> None:
    mail, none = tmp_path / "a.eml", tmp_path / "b.eml"
    mail.write_text("From: Casey Customer <casey@customer.example>\n\nHello\n")
    none.write_text("Subject: from nobody\n\n")
    status, said, _ = contacts("mail", str(mail), str(none), str(tmp_path / "c.eml"))
    assert status == 2
    assert said.splitlines() == [
        f"{mail}: nobody under sanction",
        f"{none}: No sender can be read. Send the mail as it came, header first.",
        f"{tmp_path / 'c.eml'}: It cannot be read: No such file or directory.",
    ]
    assert contacts("mail", str(mail))[0] == 0
    assert contacts("mail", str(none))[0] == 1
    assert [source for source, _ in kept(environ)] == ["mail"]


def test_mails_come_by_the_means_that_fits_best() -> None:
    assert mail_means(NATURAL_ENGLAND) == "email"
    assert mail_means(SMALL_BODY) == "portal"
