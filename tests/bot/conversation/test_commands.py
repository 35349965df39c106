"""What may be typed after ``/ucb``, however untidily."""

import pytest

from bot.conversation.commands import COMMANDS
from bot.conversation.commands.typed import Typed, nearest, understand
from bot.views.card import Card
from bot.views.form import Form
from tests.bot.conversation import steps
from tests.bot.conversation.harness import buttons, card, form, house, labels, words
from tests.support.people import ARI, ASHA, MORGAN


@pytest.mark.parametrize(
    ("typed", "name", "rest"),
    [
        ("", "", ""),
        ("   ", "", ""),
        ("help", "help", ""),
        ("  CHECK   Casey   Customer ", "check", "Casey Customer"),
        ("check “Casey Customer”", "check", "Casey Customer"),
        ("“check Casey Customer”", "check", "Casey Customer"),
        ("/ucb check ucb-000001", "check", "ucb-000001"),
        ("ucb report", "report", ""),
        ("@UCB: report", "report", ""),
        ("UCB", "", ""),
        ("ucb-000001", "ucb-000001", ""),
        ("/ucb UCB-000001", "ucb-000001", ""),
        ("report\u00a0", "report", ""),
        ("help!", "help", ""),
        ("check O’Neill", "check", "O’Neill"),
        ("check <!channel>", "check", "<!channel>"),
        ("\0check\0 x", "check", "x"),
    ],
)
def test_untidy_typing_is_understood(typed: str, name: str, rest: str) -> None:
    assert understand(typed) == Typed(name, rest)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("reprot", "report"), ("chek", "check"), ("aprovals", "approvals"), ("zzz", None)],
)
def test_the_nearest_command_is_found(typed: str, meant: str | None) -> None:
    assert nearest(typed) == meant


@pytest.mark.parametrize("name", [command.name for command in COMMANDS])
async def test_every_command_of_the_table_is_answered(name: str) -> None:
    answer = await house().seat(ASHA).say(name)
    assert isinstance(answer, Card | Form)
    assert answer.title != "I do not know that command"


async def test_an_unknown_command_is_suggested_and_can_be_run() -> None:
    asha = house().seat(ASHA)
    told = await asha.sees("chek Casey")
    assert "Did you mean “check”?" in words(told)
    assert "Casey Customer" in words(card(await asha.press(told, "Run “check”")))
    assert "Record unacceptable" in words(card(await asha.press(told, "Help")))


async def test_a_name_alone_can_be_looked_for() -> None:
    asha = house().seat(ASHA)
    told = await asha.sees("Casey Customer")
    assert "CUS-000001" in words(card(await asha.press(told, "Run “check”")))


async def test_what_is_too_long_for_a_button_gets_none() -> None:
    told = await house().seat(ASHA).sees(f"chek {'x' * 400}")
    assert labels(told) == ["Help"]


async def test_help_shows_what_this_very_person_can_do() -> None:
    at = house()
    adviser, manager = await at.seat(ASHA).sees(""), await at.seat(MORGAN).sees("help")
    assert "approvals" not in words(adviser)
    assert "approvals" in words(manager)
    assert "ucb staff import" in words(await at.seat(ARI).sees("help"))
    assert "ucb staff import" not in words(manager)


async def test_help_tells_first_what_is_used_most() -> None:
    told = words(await house().seat(ASHA).sees("help"))
    often, _, seldom = told.partition("Less often")
    assert "extreme [reference]" in often
    assert "check <name, email, phone or reference>" in often
    assert "customer <reference>" not in often
    assert "customer <reference>" in seldom


async def test_help_counts_what_waits() -> None:
    at = house()
    await steps.report(at)
    await steps.propose_warning(at)
    told = await at.seat(MORGAN).sees("help")
    assert "1 proposal waiting for your decision" in words(told)
    waits = card(await at.seat(MORGAN).press(told, "See what waits"))
    assert "a warning" in words(waits)
    assert "approvals" in words(await at.seat(ASHA).sees("help"))


async def test_buttons_open_the_forms_they_name() -> None:
    asha = house().seat(ASHA)
    assert form(await asha.press(await asha.sees("help"), "Report incident")).id == "report"


async def test_commands_without_their_reference_say_what_to_type() -> None:
    asha = house().seat(ASHA)
    assert "Type a name" in words(await asha.sees("check"))
    assert "Type the reference" in words(await asha.sees("timeline"))
    assert "no open case with the reference X" in words(await asha.sees("timeline X"))
    assert form(await asha.say("warn")).fields[0].name == "customer"
    assert form(await asha.say("contact")).fields[0].name == "customer"
    assert form(await asha.say("propose")).fields[0].name == "customer"
    assert all(len(b.value) <= 255 for b in buttons(await asha.sees("x" * 300)))
