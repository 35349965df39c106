"""Everything that somebody still has to do: listed, brought to mind, and settled once done."""

from bot.views.card import Tone
from core.case.events import DutyKind
from core.services.messages import Channel, Kind
from tests.bot.conversation import disengaging_steps, steps
from tests.bot.conversation.harness import House, card, form, house, labels, words
from tests.support.people import ASHA, DANA, DEVI, FRAN, MORGAN, NOOR, OLU


async def test_the_list_holds_every_duty_of_mine_and_my_team() -> None:
    at = house()
    await steps.sanctioned(at)
    await steps.report(at)
    await steps.propose_sanction_of(at, "third-party")
    told = words(await at.seat(MORGAN).sees("reviews"))
    for part in (
        "UCB-000001: tell the customer of a decision\nDue on Monday 10 March 2025 (in 5 days).",
        "UCB-000001: decide a proposal\nDue on Monday 10 March 2025 (in 5 days). Morgan Manager",
        "UCB-000001: review a sanction. Contact in a specified form only\nDue on Wednesday 4 June",
    ):
        assert part in told
    assert "decide a proposal" not in words(await at.seat(ASHA).sees("reviews"))
    assert "decide a proposal" in words(await at.seat(FRAN).sees("reviews"))
    assert "nothing is due" in words(await at.seat(NOOR).sees("reviews"))


async def test_how_contact_went_is_to_be_said_until_sanctions_followed() -> None:
    at = house()
    await steps.warned(at)
    to_say = "UCB-000001: say how contact went after the warning\nDue on Monday 31 March 2025"
    assert to_say in words(await at.seat(MORGAN).sees("reviews"))
    await steps.report(at)
    await steps.propose_sanction(at)
    assert to_say in words(await at.seat(MORGAN).sees("reviews"))
    await steps.approve(at)
    assert "after the warning" not in words(await at.seat(MORGAN).sees("reviews"))


async def test_what_is_overdue_stands_first() -> None:
    at = house()
    await steps.sanctioned(at)
    at.memory.clock.forward(days=95)
    shown = await at.seat(ASHA).sees("reviews")
    titles = [title for title in words(shown).split("\n") if "UCB-000001: " in title]
    assert titles == [
        "Overdue: UCB-000001: tell the customer of a decision",
        "Overdue: UCB-000001: review a sanction. Contact in a specified form only",
    ]
    assert shown.summary.startswith("2 things overdue.")
    assert shown.tone is Tone.CAUTION
    assert labels(shown)[:2] == ["The customer was told", "Open case"]


async def unanswered() -> House:
    """A proposal that nobody decided for three working days."""
    at = house()
    await steps.report(at)
    await steps.propose_warning(at)
    at.memory.clock.forward(days=3)
    await steps.remind(at)
    return at


async def test_an_unanswered_proposal_goes_up_the_line() -> None:
    at = await unanswered()
    message = next(m for m in at.messages(Kind.REMINDER) if m.to is Channel.CUSTOMER_FOCUS)
    channel = await at.draw(message)
    assert channel.title == "UCB-000001: a proposal has gone up the line"
    assert "Asked to decide now: Devi Deputy (Deputy director)" in words(channel)
    assert labels(channel) == []
    request = await at.latest(Kind.APPROVAL_REQUEST, DEVI)
    assert card(await at.seat(DEVI).press(request, "Approve")).tone is Tone.GOOD
    assert "Approved by Devi Deputy" in words(await at.latest(Kind.APPROVAL_REQUEST, MORGAN))


async def test_when_nobody_further_up_is_left_the_last_one_is_reminded() -> None:
    at = await unanswered()
    for _ in range(6):
        at.memory.clock.forward(days=7)
        await steps.remind(at)
    last = [m for m in at.messages(Kind.REMINDER) if m.about["duty"] == DutyKind.DECIDE_PROPOSAL]
    assert "approver" not in last[-1].about
    reminder = await at.draw(last[-1])
    assert "the decision about a proposal is overdue" in reminder.title
    assert "nobody further up can be asked" in words(reminder)
    assert labels(reminder) == ["Read and decide", "Open case"]


async def test_the_review_of_a_disengagement_is_brought_to_mind_until_it_is_done() -> None:
    at = house()
    await disengaging_steps.disengaged(at, disengaging_steps.HEDGE)
    at.memory.clock.forward(days=365)
    await steps.remind(at)
    shared = [m for m in at.messages(Kind.REMINDER) if m.to is Channel.REVIEWS]
    about = [m for m in shared if m.about["duty"] == DutyKind.REVIEW_DISENGAGEMENT]
    channel = await at.draw(about[-1])
    assert channel.title == "UCB-000001: the review of a disengagement is due today"
    assert disengaging_steps.HEDGE not in words(channel)
    reminder = await steps.reminder(at, DutyKind.REVIEW_DISENGAGEMENT, ASHA)
    assert f"Disengaged: on “{disengaging_steps.HEDGE}”" in words(reminder)
    asked = form(await at.seat(ASHA).press(reminder, "Review"))
    await at.seat(ASHA).send(asked, outcome="continue", reasons="He still rings")
    await steps.approve(at, DANA)
    done = await steps.reminder(at, DutyKind.REVIEW_DISENGAGEMENT, ASHA)
    assert "The review has been done. The next one is on" in words(done)
    assert labels(done) == []


async def test_strangers_have_nothing_to_do() -> None:
    at = house()
    await steps.sanctioned(at)
    assert "Neither you nor your team" in words(await at.seat(OLU).sees("reviews"))
