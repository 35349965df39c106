"""The whole life of an alert, at Slack and at Teams: from the contact to what became of it."""

from datetime import timedelta
from typing import Final

from tests.end_to_end import steps
from tests.end_to_end.alert_stage import ALERTS, CALL, AlertStage, stage
from tests.end_to_end.front import Taken
from tests.end_to_end.two_chats import NAMES
from tests.support.adaptive_reading import words

__all__ = ["stage"]

LOG: Final = "Log what happened"
ABOUT: Final = "What was the contact about?"
NOTE: Final = "Anything to note?"
NEAR: Final[dict[str, object]] = {
    "means": "phone",
    "name": "Casey Customer",
    "phones": ["07700 900555"],
}
"""The same name, and a number that we do not know."""
CHECK: Final = "please check who made contact"


async def test_one_logs_it_and_all_others_read_who_did(stage: AlertStage) -> None:
    asha, frankie, dara = stage.asha, stage.frankie, stage.chats.at_teams("dara")
    reference = await stage.alerted("call-1", CALL)
    for text in await stage.both_see(reference, "this contact may not happen now"):
        assert "By telephone on Monday 2 June 2031 at 11:29am" in text
        assert "Ask the customer to use email or letter" in text
        assert "Asha Adviser (Adviser), who looks after the case" in text
    old = await frankie.card(ALERTS, reference)
    await dara.press(LOG, reference, place=ALERTS)
    assert "Casey Customer" in words(dara.dialog)
    assert dara.filled_in["How did they make contact?"] == "phone"
    assert [dara.filled_in[each] for each in ("When was it?", "When was it? (time)")] == [
        "2031-06-02",
        "11:29",
    ]

    await asha.press(LOG, reference, place=ALERTS)
    came = await asha.filled_in("How did they make contact?", "When was it?")
    assert came["How did they make contact?"]["text"]["text"] == "Telephone"
    assert came["When was it?"] == 1938162540
    assert set(await asha.submit()) == {ABOUT}
    stage.chats.slack.front.copies = 2
    closing = await steps.sends(asha, {ABOUT: "Umbrella", NOTE: "About the quince"})
    stage.chats.slack.front.copies = 1
    assert "Ask the customer to use email or letter" in closing

    for text in await stage.both_see(reference, "Asha Adviser logged what happened (entry "):
        assert "On Monday 2" in text
        assert LOG not in text
        assert "This is another person" not in text
    await frankie.press_on(old, LOG, NAMES[ALERTS])
    assert "Asha Adviser logged what happened" in words(frankie.dialog)
    await frankie.press_on(old, "Another person", NAMES[ALERTS])
    await frankie.sees("direct", "Asha Adviser logged it already", "Open the case")
    await dara.fill({ABOUT: "Umbrella stand", NOTE: "My long words"})
    (late,) = (await dara.submit()).values()
    assert "Asha Adviser logged it already" in late
    assert "log or report that from there" in late.casefold()
    assert (dara.filled_in[ABOUT], dara.filled_in[NOTE]) == ("Umbrella stand", "My long words")
    await stage.chats.slack.front.again(_submitted(stage))

    await asha.command(f"timeline {steps.MAIL}")
    timeline = await asha.sees("direct", "Timeline of", "about Umbrella", "About the quince")
    assert timeline.count("Contact by telephone on Monday 2 June 2031 at 11:29am") == 1
    await stage.quiet()
    assert (stage.kept("contact-logged"), stage.kept("alert-settled")) == (1, 1)
    assert stage.posted(reference) == (1, 1)


async def test_somebody_much_like_them_is_asked_about_until_it_is_known(stage: AlertStage) -> None:
    asha, frankie = stage.asha, stage.frankie
    first = await stage.alerted("call-1", NEAR, "asked")
    for text in await stage.both_see(first, CHECK, "deal with the contact as with anyone's"):
        assert "email or letter" not in text, "nobody is accused"
        assert "May be" in text
        assert LOG not in text
    await frankie.press("Who is it?", first, place=ALERTS)
    compared = words(frankie.dialog)
    assert "Telephone: 07700 900555" in compared
    assert f"Mail address: {steps.MAIL}" in compared
    await asha.press("Yes, it is them", first, CHECK, place=ALERTS)
    private = await asha.sees(ALERTS, first, "Casey Customer", "Asha Adviser says that it is")
    assert "Ask the customer to use email or letter" in private
    assert "add it. Then they are known by it" in private
    for text in await stage.both_see(first, "Asha Adviser says that it is the customer", LOG):
        assert "this contact may not happen now" in text

    other = {**NEAR, "phones": ["07700 900777"]}
    second = await stage.alerted("call-2", other, "asked")
    assert second != first
    await stage.both_see(second, CHECK)
    await frankie.press("Another person", second, place=ALERTS)
    await frankie.sees("direct", second, "Frankie Focus said that it was another person")
    for text in await stage.both_see(second, "Frankie Focus said that it was another person"):
        assert "nobody will be asked about it again when a contact says just that" in text
        assert "It can be taken back" in text
        assert "Mistaken for" in text
    told = await stage.comes("call-3", other)
    assert (told["became"], told["alerts"]) == ("nothing", [])

    await asha.press("It was them after all", second, place=ALERTS)
    await stage.both_see(second, "Asha Adviser says that it is the customer", LOG)
    assert await stage.alerted("call-4", other, "asked") == second
    await stage.both_see(second, "2 contacts")
    await stage.quiet()
    assert (stage.kept("told-apart"), stage.kept("apart-taken-back")) == (1, 1)
    assert (stage.posted(first), stage.posted(second)) == ((1, 1), (1, 1))
    assert "I have answered you" not in stage.all_in_channels()


async def test_contacts_within_the_hour_are_counted_in_one_message(stage: AlertStage) -> None:
    first = await stage.alerted("call-1", CALL)
    await stage.both_see(first, "By telephone on")
    clock = stage.chats.slack.clock
    for number, means in ((2, "email"), (3, "letter")):
        clock.jump_to(clock.now() + timedelta(minutes=20))
        contact = {**CALL, "means": means, "at": clock.now().isoformat()}
        assert await stage.alerted(f"call-{number}", contact) == first
    counted = "3 contacts (1 telephone, 1 email, 1 letter), the last by letter on Monday 2 June"
    for text in await stage.both_see(first, counted):
        assert "at 12:09pm" in text or "at 12:10pm" in text
        assert "1 of 3 contacts may not happen now" in text, "the call is not forgotten"
        assert "1 email, 1 letter: may happen now" in text
    await stage.asha.press("It was a breach", first, place=ALERTS)
    came = await stage.asha.filled_in("How did they make contact?")
    assert came["How did they make contact?"]["text"]["text"] == "Telephone"
    await stage.quiet()
    assert stage.posted(first) == (1, 1)

    clock.jump_to(clock.now() + timedelta(minutes=61))
    second = await stage.alerted("call-4", {**CALL, "at": clock.now().isoformat()})
    assert second != first
    for text in await stage.both_see(second, "By telephone on"):
        assert "contacts, the last" not in text
    await stage.quiet()
    assert (stage.posted(first), stage.posted(second)) == ((1, 1), (1, 1))


def _submitted(stage: AlertStage) -> Taken:
    """The form that was sent last at Slack."""
    sent = (t for t in stage.chats.slack.front.taken if t.payload.get("type") == "view_submission")
    return list(sent)[-1]
