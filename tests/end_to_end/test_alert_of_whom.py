"""Alerts of customers disengaged from, of records merged, and of whoever is bound too."""

import re
from datetime import timedelta
from typing import Final

from tests.end_to_end import steps
from tests.end_to_end.alert_stage import ALERTS, CALL, AlertStage, stage
from tests.end_to_end.hand import Typed
from tests.support.adaptive_reading import words

__all__ = ["stage"]

ABOUT: Final = "What was the contact about?"
REVIEW: Final = "the review of a disengagement is"


async def reports(at: AlertStage, name: str, mail: str) -> None:
    """Somebody else is known to us, too."""
    known: dict[str, Typed] = {"New customer: full name": name, "New customer: email": mail}
    await at.asha.command("report")
    await steps.sends(at.asha, {**steps.NEW_CUSTOMER, **known, **steps.incident()})


async def re_engagement_is_possible_from(at: AlertStage) -> str:
    """As the form says in which the disengagement is reviewed."""
    asha = at.asha
    await asha.press("Review", REVIEW)
    told = await asha.form("What becomes of the disengagement?")
    await asha.finish()
    _, _, after = told.partition("When we can re-engage")
    return after.strip().splitlines()[0]


async def test_a_breach_begins_the_two_years_anew_and_a_different_topic_does_not(
    stage: AlertStage,
) -> None:
    asha, frankie = stage.asha, stage.frankie
    await asha.sees("direct", "Please tell the customer", "a sanction")
    await steps.reports_again(asha)
    await steps.proposes_to_disengage(asha, steps.TOPIC)
    await steps.approves(stage.chats.at_teams("devi"), "a disengagement on 1 topic")
    await asha.sees("direct", "Please tell the customer", "a disengagement on 1 topic")
    clock = stage.chats.slack.clock
    clock.jump_to(clock.now() + timedelta(days=355))
    await stage.chats.slack.jump("Tomorrow morning")
    before = await re_engagement_is_possible_from(stage)
    assert before.startswith("Re-engaging is possible from Thursday 2 June 2033 ")

    mail = {**CALL, "means": "email", "at": clock.now().isoformat()}
    first = await stage.alerted("mail-1", mail)
    for text in await stage.both_see(first, "Different topic", "Disengaged on particular topics"):
        assert steps.TOPIC not in text
    await frankie.press("Different topic", first, place=ALERTS)
    assert f"Disengaged on “{steps.TOPIC}”" in words(frankie.dialog)
    assert set(await frankie.submit()) == {ABOUT}
    closing = await steps.sends(frankie, {ABOUT: "Swallows on the roof"})
    assert "Answer it as you would for anyone" in closing
    assert "You can answer in this form" in closing, "the sanction is in force too"
    await stage.both_see(first, "Frankie Focus logged what happened")
    await stage.both_see("Answered as usual", "a wholly different topic", "Frankie Focus")
    await asha.command(f"timeline {steps.MAIL}")
    await asha.sees("direct", "Timeline of", "Swallows on the roof", "a wholly different topic")
    assert await re_engagement_is_possible_from(stage) == before

    second = await stage.alerted("mail-2", mail)
    await asha.press("It was a breach", second, place=ALERTS)
    assert "begins anew" in await asha.form("What happened?")
    await steps.sends(asha, {k: v for k, v in steps.incident().items() if "make contact" not in k})
    await stage.both_see(second, "Asha Adviser reported it as an incident", "of the timeline")
    after = await re_engagement_is_possible_from(stage)
    assert after.startswith("Re-engaging is possible from Tuesday 23 May 2034 ")
    assert "counted from Sunday 23 May 2032" in after
    assert stage.kept("incident-reported") == 4


async def test_the_record_that_stands_for_both_is_alerted_until_they_are_separated(
    stage: AlertStage,
) -> None:
    asha, frankie = stage.asha, stage.frankie
    await reports(stage, "Cassandra Kunde", "cassandra@example.org")
    call = {**CALL, "name": "Kunde", "emails": ["cassandra@example.org"]}
    assert (await stage.comes("call-1", call))["became"] == "nothing"
    await frankie.command("check cassandra@example.org")
    await frankie.press("Same person as another record", "Recorded twice?")
    assert set(await frankie.submit()) == {"The same person as", "How do you know?"}
    known: dict[str, Typed] = {"The same person as": "Casey", "How do you know?": "They said so."}
    merged = await steps.sends(frankie, known)
    assert "Recorded as one person" in merged
    assert "Casey Customer" in merged

    reference = await stage.alerted("call-2", call)
    customer = re.findall(r"CUS-\w+", merged)[0]
    for text in await stage.both_see(reference, "this contact may not happen now"):
        assert customer in text
        assert "Kunde" not in text
    await asha.press("Who is it?", reference, place=ALERTS)
    await asha.sees(ALERTS, "who is it?", "Casey Customer; Cassandra Kunde")
    await asha.press("Log what happened", reference, place=ALERTS)
    assert f"Casey Customer ({customer})" in await asha.form(ABOUT)
    await steps.sends(asha, {ABOUT: "Umbrella"})
    await stage.both_see(reference, "Asha Adviser logged what happened")

    await frankie.command("check cassandra@example.org")
    offered = await frankie.buttons("direct", "Also recorded as", "They said so.")
    (separate,) = [each for each in offered if each.startswith("Separate CUS-")]
    await frankie.press(separate, "Also recorded as", "They said so.")
    separated = await steps.sends(frankie, {"How do you know?": "Another voice."})
    assert "Separated again" in separated
    assert "Nothing is in force" in separated
    assert (await stage.comes("call-3", call))["became"] == "nothing"
    assert await stage.alerted("call-4", CALL) != reference


async def test_whoever_is_bound_too_is_alerted_and_logged_in_their_own_name(
    stage: AlertStage,
) -> None:
    asha, frankie = stage.asha, stage.frankie
    await reports(stage, "Pat Partner", "pat@example.org")
    call = {**CALL, "name": "Pat Partner", "emails": ["pat@example.org"]}
    assert (await stage.comes("call-1", call))["became"] == "nothing"
    await asha.command(f"extend {steps.MAIL}")
    why = {"Who should be bound too?": "Pat", "What is the clear need?": "They post the letters."}
    await steps.sends(asha, dict(why))
    await steps.approves(stage.chats.at_teams("morgan"), "Pat Partner")
    await stage.both_see("1 sanction in force")

    first = await stage.alerted("call-2", call)
    for text in await stage.both_see(first, "this contact may not happen now"):
        assert ", whom it binds too" in text
        assert "Pat" not in text
    await frankie.press("Log what happened", first, place=ALERTS)
    assert "Pat Partner (CUS-" in words(frankie.dialog)
    assert "Casey" not in words(frankie.dialog)
    await frankie.fill({ABOUT: "Umbrella"})
    entered = frankie.entered
    assert await frankie.submit() == {}
    assert "The contact is logged" in str(await frankie.send(entered)), "a double click"
    assert stage.kept("contact-logged") == 1
    await stage.both_see(first, "Frankie Focus logged what happened")
    await asha.command(f"timeline {steps.MAIL}")
    await asha.sees("direct", "Contact of another person, whom something in force here binds too")

    second = await stage.alerted("call-3", call)
    await asha.press("It was a breach", second, place=ALERTS)
    await steps.sends(asha, {k: v for k, v in steps.incident().items() if "make contact" not in k})
    await stage.both_see(second, "Asha Adviser reported it as an incident", "a case of their own")
    await asha.command("timeline pat@example.org")
    timeline = await asha.sees("direct", "Timeline of", "Pat Partner")
    assert timeline.count("Incident reported") == 2
