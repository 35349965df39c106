"""Nothing personal reaches a channel, nor a notification on a locked screen."""

from core.services.messages import Kind, Person
from tests.bot.conversation import disengaging_steps, steps
from tests.bot.conversation.harness import CASEY, House, form, house, words
from tests.support.people import ASHA, DANA

PRIVATE = (
    *("Casey", "customer.example", "01632", "960"),
    *("zebra", "shouted", "umbrella", "invoice", "grant", "hedge", "spade", "permit"),
    *("abusive", "discriminatory", "threatening", "interpreter", "went on after"),
    *("trumpet", "pleading", "marmalade", "kestrel", "giant print", "thunder"),
    *("sister secret", "otters"),
)
"""Of who it is, what was said, what was thought of, and what was agreed."""


async def everything() -> House:
    """Whatever makes the bot speak in a channel."""
    at = house()
    await steps.sanctioned(at)
    await steps.report(at)
    for code in ("third-party", "written-agreement"):
        await steps.propose_sanction_of(at, code)
        await steps.approve(at)
    await steps.log_call(at)
    await steps.report(at)
    await disengaging_steps.propose_disengagement(at, disengaging_steps.HEDGE)
    await steps.approve(at, DANA)
    await disengaging_steps.log_letter(at)
    await disengaging_steps.report_extreme(at)
    asha = at.seat(ASHA)
    review = form(await asha.press(await asha.sees("reviews"), "Review"))
    await asha.send(review, outcome="lift", reasons="The marmalade is gone")
    for days in (5, 30, 60, 300):
        at.memory.clock.forward(days=days)
        await steps.remind(at)
    return at


async def test_nothing_personal_reaches_a_channel() -> None:
    at = await everything()
    kinds = {m.kind for m in at.memory.messages if not isinstance(m.to, Person)}
    assert kinds == {
        *(Kind.APPROVAL_NOTICE, Kind.SANCTION_NOTICE, Kind.CONTACT_ALERT),
        *(Kind.REMINDER, Kind.EXTREME_ALERT),
    }
    for each in await at.channel_cards():
        for word in PRIVATE:
            assert word.lower() not in words(each).lower(), each.title


async def test_every_alert_shows_the_rights_that_nothing_touches() -> None:
    at = await everything()
    told = [await at.draw(m) for m in at.messages(Kind.CONTACT_ALERT)]
    told += [await at.draw(m) for m in at.messages(Kind.EXTREME_ALERT)]
    told += [await at.draw(m) for m in at.messages(Kind.SANCTION_NOTICE)]
    assert len(told) > 5
    for each in told:
        assert "Whatever is in force, always deal with a request for information" in words(each)


async def test_no_summary_holds_anything_personal() -> None:
    """Summaries stand in notifications, on locked screens."""
    at = await everything()
    seat = at.seat(ASHA)
    pages = ("check", "timeline", "case")
    asked = [await seat.sees(f"{page} {CASEY.reference}") for page in pages]
    asked += [await seat.sees(page) for page in ("reviews", "approvals", "help")]
    drawn = [await at.draw(m) for m in at.memory.messages]
    for each in (*asked, *drawn):
        for word in PRIVATE:
            assert word.lower() not in each.summary.lower(), each.summary
