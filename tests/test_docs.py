"""The documentation names what exists."""

import re
from pathlib import Path

import pytest

from bot.__main__ import parser
from bot.conversation.commands import NAMES

ROOT = Path(__file__).parent.parent
PAGES = [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")]


def ids(page: Path) -> str:
    return str(page.relative_to(ROOT))


@pytest.mark.parametrize("page", PAGES, ids=ids)
def test_links_and_paths_lead_somewhere(page: Path) -> None:
    text = page.read_text("utf-8")
    links = [link for link in re.findall(r"\]\(([^)#]+)[^)]*\)", text) if "://" not in link]
    links = [link for link in links if not link.startswith("docs/images/")]
    assert [link for link in links if not (page.parent / link).exists()] == []
    paths = re.findall(r"`((?:core|bot|adapters|tests|docs)/[\w./-]*)`", text)
    assert [path for path in paths if not (ROOT / path).exists()] == []


@pytest.mark.parametrize("page", PAGES, ids=ids)
def test_commands_in_the_chat_exist(page: Path) -> None:
    named = set(re.findall(r"`/ucb ([a-z]+)", page.read_text("utf-8")))
    assert named <= set(NAMES)


@pytest.mark.parametrize("page", PAGES, ids=ids)
def test_commands_on_the_server_exist(page: Path) -> None:
    known = set(re.findall(r"^    ([a-z-]+)", parser().format_help(), re.MULTILINE))
    named = set(re.findall(r"(?:`|^)ucb ([a-z-]+)", page.read_text("utf-8"), re.MULTILINE))
    assert named <= known


def test_the_settings_table_names_every_variable() -> None:
    files = (ROOT / "bot" / f"{name}.py" for name in ("settings", "environment", "platforms"))
    code = "".join(file.read_text("utf-8") for file in files)
    first_words = "SLACK|TEAMS|UCB|DATA|DATABASE|HOST|PORT|LOG"
    variables = set(re.findall(rf'"((?:{first_words})(?:_[A-Z_]+[A-Z])?)"', code))
    assert {"SLACK_TEAM_ID", "TEAMS_TENANTS", "PORT"} <= variables
    guide = (ROOT / "docs" / "operator-guide.md").read_text("utf-8")
    assert {name for name in variables if f"`{name}`" not in guide} == set()


def test_the_story_has_the_same_steps_wherever_it_is_told() -> None:
    guide = (ROOT / "adapters" / "playground" / "page" / "guide.js").read_text("utf-8")
    first, _, _ = guide.partition("later: {")
    _, *steps = re.findall(r'title: "(.+)"', first)
    told = re.findall(
        r"^\| (\d) \*\*(.+?)\*\*", (ROOT / "README.md").read_text("utf-8"), re.MULTILINE
    )
    assert told == [(str(number), step) for number, step in enumerate(steps, 1)]
    counted = {5: "five", 6: "six", 7: "seven"}[len(steps)]
    assert f'lead: "{counted.capitalize()} steps' in first
    assert f"the same {counted} steps" in (ROOT / "README.md").read_text("utf-8")
