"""Who is spoken with: active colleagues of the staff directory, on whatever platform."""

from dataclasses import replace

from bot.views.form import Source
from core.services.messages import Kind
from core.vocabulary.people import Account
from tests.bot.conversation import steps
from tests.bot.conversation.harness import card, form, house, problems, words
from tests.support.people import ASHA, IRA, MORGAN


async def test_a_stranger_is_told_how_to_be_added() -> None:
    at = house()
    stranger = at.stranger("nobody@elsewhere.example")
    told = card(await stranger.say("report"))
    assert "ucb staff import" in words(told)
    assert "work mail address" in words(told)
    assert words(card(await stranger.shortcut())) == words(told)
    caller = stranger.caller()
    assert words(card(await at.talk.press(caller, "approve", "x/1"))) == words(told)
    refused = problems(await at.talk.submit(caller, "report", "", {}))
    assert "ucb staff import" in refused.general
    assert await at.talk.suggest(caller, Source.CUSTOMERS, "Casey") == ()


async def test_somebody_who_left_is_not_spoken_with() -> None:
    at = house()
    assert "I do not know you" in (await at.seat(IRA).sees("help")).title


async def test_a_second_account_is_the_same_person() -> None:
    """Linked by the mail address the platform verified; nobody approves their own proposal."""
    at = house()
    await steps.report(at)
    await steps.propose_warning(at)
    on_teams = at.seat(ASHA, Account("teams", "TENANT", "asha-on-teams"))
    request = await at.latest(Kind.APPROVAL_REQUEST, MORGAN)
    refused = card(await on_teams.press(request, "Approve"))
    assert "own proposal" in words(refused)
    linked = at.memory.store.staff[ASHA.id].accounts
    assert {account.platform for account in linked} == {"slack", "teams"}


async def test_who_becomes_inactive_loses_the_buttons_too() -> None:
    at = house()
    await steps.report(at)
    await steps.propose_warning(at)
    request = await at.latest(Kind.APPROVAL_REQUEST, MORGAN)
    at.memory.employ(replace(MORGAN, active=False))
    assert "I do not know you" in card(await at.seat(MORGAN).press(request, "Approve")).title


async def test_old_or_forged_buttons_and_forms_are_answered_kindly() -> None:
    at = house()
    caller = at.seat(ASHA).caller()
    for action, value in (
        ("no-such-action", ""),
        ("approve", ""),
        ("approve", "no-such-case/3"),
        ("approve", "x/²"),
        ("contact", "no-such-case"),
        ("review", "id-1/99"),
    ):
        told = card(await at.talk.press(caller, action, value))
        assert told.title in ("That did not work", "The policy does not allow this"), action
    assert "too old" in problems(await at.talk.submit(caller, "no-such-form", "", {})).general
    assert problems(await at.talk.submit(caller, "reject", "/", {"reason": "x"})).general


async def test_the_shortcut_opens_the_report_form() -> None:
    assert form(await house().seat(ASHA).shortcut()).id == "report"
