"""Alerts that stand open, at Slack and at Teams: what they say when things change, and that they
are brought to mind."""

from datetime import timedelta
from typing import Final

from tests.end_to_end import steps
from tests.end_to_end.alert_stage import ALERTS, CALL, AlertStage, stage

__all__ = ["stage"]

LOG: Final = "Log what happened"
ABOUT: Final = "What was the contact about?"
NEAR: Final[dict[str, object]] = {
    "means": "phone",
    "name": "Casey Customer",
    "phones": ["07700 900555"],
}
"""The same name, and a number that we do not know."""
OVER: Final = "Nothing is in force any more: “Contact in a specified form only” ended on"


async def reviews(at: AlertStage, becomes: str, which: list[str] | None = None) -> None:
    """Asha proposes it at Slack, and Morgan approves at Teams."""
    asha = at.asha
    await asha.command("reviews")
    await asha.press("Review", "Reviews and other things to do")
    await asha.fill({"What becomes of the sanction?": becomes, "Why?": f"{becomes}: it is calm."})
    assert await asha.submit() == {}
    if which:
        await steps.sends(asha, {"Contact in a specified form only: which?": which})
    else:
        await asha.finish()
    await steps.approves(at.chats.at_teams("morgan"), f"{becomes}: it is calm.")


async def test_when_the_sanction_changes_and_ends_every_open_alert_says_so(
    stage: AlertStage,
) -> None:
    known = await stage.alerted("call-1", {**CALL, "means": "email"})
    asked = await stage.alerted("call-2", NEAR, "asked")
    await stage.both_see(known, "this contact may happen now")
    await stage.both_see(asked, "please check who made contact")

    await reviews(stage, "Change", ["Letter"])
    for text in await stage.both_see(known, "this contact may not happen now"):
        assert "Ask the customer to use letter" in text

    stage.chats.slack.front.copies = 2
    await reviews(stage, "Lift")
    stage.chats.slack.front.copies = 1
    for text in await stage.both_see(known, "nothing is in force any more", OVER):
        assert "may not happen now" not in text
        assert "This contact may be dealt with as anyone's" in text
    await stage.both_see(asked, "Somebody who may be the customer", OVER)
    assert (stage.posted(known), stage.posted(asked)) == ((1, 1), (1, 1))

    frankie = stage.frankie
    await frankie.press(LOG, known, place=ALERTS)
    await steps.sends(frankie, {ABOUT: "Umbrella"})
    await stage.both_see(known, "Frankie Focus logged what happened")
    await stage.asha.press("This is another person", asked, place=ALERTS)
    await stage.both_see(asked, "Asha Adviser said that it was another person")
    await stage.quiet()
    assert stage.kept("alert-settled") == 2
    assert (stage.posted(known), stage.posted(asked)) == ((1, 1), (1, 1))


async def test_an_alert_that_nobody_handles_is_brought_to_mind(stage: AlertStage) -> None:
    """On Monday it comes, on Wednesday whoever looks after the case is reminded at Slack, and on
    Friday their manager too, who settles it at Teams."""
    asha, morgan = stage.asha, stage.chats.at_teams("morgan")
    reference = await stage.alerted("call-1", CALL)
    still_open = f"Still open: {reference}: this contact may not happen now"
    await stage.both_see(reference, "this contact may not happen now")
    for reminded in (0, 1, 1, 2):
        await stage.chats.slack.jump("Tomorrow morning")
        await stage.quiet()
        assert stage.kept("alert-reminded") == reminded
    told = await asha.sees("direct", still_open, "Nobody has said yet what became of the contact")
    assert "Casey Customer" in told
    assert LOG in await asha.buttons("direct", still_open)
    assert "Casey Customer" in await morgan.sees("direct", still_open)

    await morgan.press(LOG, still_open)
    await steps.sends(morgan, {ABOUT: "Umbrella"})
    await stage.both_see(reference, "Morgan Manager logged what happened")
    await asha.sees("direct", reference, "Morgan Manager logged what happened")
    await morgan.sees("direct", reference, "Morgan Manager logged what happened")

    clock = stage.chats.slack.clock
    clock.jump_to(clock.now() + timedelta(days=20))
    await stage.chats.slack.jump("Tomorrow morning")
    await stage.quiet()
    assert stage.kept("alert-reminded") == 2


async def test_open_alerts_are_among_what_somebody_has_to_do(stage: AlertStage) -> None:
    """Whoever looks after the case finds them at Slack, and their manager at Teams, who settles
    one from there."""
    known = await stage.alerted("call-1", CALL)
    asked = await stage.alerted("call-2", NEAR, "asked")
    page = "Reviews and other things to do"
    morgan = stage.chats.at_teams("morgan")
    for hand in (stage.asha, morgan):
        await hand.command("reviews")
        told = await hand.sees("direct", page, "Open alerts", f"{known}: By telephone on")
        assert f"{asked}: By telephone on" in told
        assert "Asha Adviser says what became of it." in told
        assert "Casey" not in told
    await morgan.press("Show the alert", page)
    await morgan.sees("direct", known, "this contact may not happen now", "Casey Customer")
    await morgan.press_on(morgan.dialog, LOG)
    await steps.sends(morgan, {ABOUT: "Umbrella"})
    await stage.both_see(known, "Morgan Manager logged what happened")
    await stage.asha.command("reviews")
    assert known not in await stage.asha.sees("direct", page, "1 alert is open.", asked)


async def test_what_has_ended_is_brought_to_nobodys_mind(stage: AlertStage) -> None:
    reference = await stage.alerted("call-1", CALL)
    await reviews(stage, "Lift")
    await stage.both_see(reference, OVER)
    for _ in range(5):
        await stage.chats.slack.jump("Tomorrow morning")
    await stage.quiet()
    kept = stage.kept("alert-let-be"), stage.kept("alert-reminded")
    assert kept == (1, 0)
