"""The main job, end to end, in the words of those who live it. Any chat can play it."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Final

from tests.end_to_end.hand import Hand
from tests.end_to_end.steps import (
    MAIL,
    approves,
    logs_a_call,
    proposes_a_sanction,
    proposes_a_warning,
    reports_again,
    says_that_the_customer_was_told,
    writes_to_the_customer,
)
from tests.end_to_end.words import NATURAL_ENGLAND, Words

NAME: Final = "Casey Customer <!channel>"
NARRATIVE: Final = "He shouted *zebra* at <@UMORGAN> & wrote “\u202eback to front” 🦓"
FIRST_WORDS: Final = "He shouted"

JumpTo = Callable[[str], Awaitable[None]]
"""Jump to one of the moments that the clock control offers, by the beginning of its label."""


@dataclass(frozen=True, slots=True)
class Cast:
    adviser: Hand
    manager: Hand
    director: Hand
    focus: Hand
    jump: JumpTo
    words: Words = NATURAL_ENGLAND


async def tell(cast: Cast) -> None:
    """From the first report to the sanction lifted at its review."""
    await a_first_report_leads_to_a_warning(cast)
    await nobody_is_sanctioned_before_a_warning(cast)
    await the_warning_is_approved_and_given(cast)
    await a_second_report_leads_to_a_sanction(cast)
    await nobody_approves_their_own_proposal(cast)
    await the_line_manager_approves(cast)
    await the_customer_is_told(cast)
    await a_contact_is_alerted(cast)
    await the_review_is_brought_to_mind(cast)
    await the_sanction_is_lifted_by_two_grades(cast)


async def a_first_report_leads_to_a_warning(cast: Cast) -> None:
    await cast.adviser.command("report")
    await cast.adviser.fill({"Customer": "Someone new"})
    incomplete = await cast.adviser.submit()
    assert set(incomplete) >= {"Which behaviour was it?", "What happened?"}, incomplete
    await cast.adviser.fill(
        {
            "New customer: full name": NAME,
            "New customer: email": MAIL,
            "How did they make contact?": cast.words.call,
            "What was the contact about?": "Grant application",
            "Which behaviour was it?": [cast.words.behaviour],
            "What happened?": NARRATIVE,
        }
    )
    await cast.adviser.picture("report")
    assert await cast.adviser.submit() == {}
    await cast.adviser.finish()
    recorded = await cast.adviser.sees("direct", "The incident is recorded", "Propose a warning")
    assert "Propose sanctions" not in recorded


async def nobody_is_sanctioned_before_a_warning(cast: Cast) -> None:
    await cast.adviser.command(f"propose {MAIL}")
    await cast.adviser.sees("direct", "has not been warned", "stages 1 and 2")


async def the_warning_is_approved_and_given(cast: Cast) -> None:
    await proposes_a_warning(cast.adviser)
    request = await cast.manager.sees("direct", "Please decide: a warning", FIRST_WORDS)
    assert "zebra" in request
    notice = await cast.focus.sees("customer-focus", "a warning waits for a decision")
    assert "zebra" not in notice
    assert "Casey" not in notice
    await approves(cast.manager, "a warning")
    await cast.manager.sees("direct", "Decided: a warning", f"Approved by {cast.words.manager}")
    assert await cast.manager.buttons("direct", "Decided: a warning") == []
    await cast.focus.sees("customer-focus", "a warning was approved", cast.words.manager)
    await says_that_the_customer_was_told(cast.adviser, cast.words)
    await cast.adviser.sees("direct", "has been told")


async def a_second_report_leads_to_a_sanction(cast: Cast) -> None:
    await cast.jump("Tomorrow morning")
    await reports_again(cast.adviser, cast.words)
    await proposes_a_sanction(cast.adviser, cast.words)


async def nobody_approves_their_own_proposal(cast: Cast) -> None:
    notice = ("a sanction waits for a decision",)
    await cast.adviser.press("Read and decide", *notice, place="customer-focus")
    await cast.adviser.sees("customer-focus", "Nobody decides their own proposal")


async def the_line_manager_approves(cast: Cast) -> None:
    await cast.manager.picture("approval", "Please decide", "We offered a meeting")
    await approves(cast.manager, "We offered a meeting")
    await cast.manager.sees("direct", "Decided", f"Approved by {cast.words.manager}")
    await cast.adviser.sees("direct", "approved", cast.words.manager)
    await cast.focus.sees("contact-alerts", "1 sanction in force")


async def the_customer_is_told(cast: Cast) -> None:
    letter = await cast.adviser.sees("direct", "Please tell the customer of a decision")
    assert "how to challenge" in letter.lower()
    await writes_to_the_customer(cast.adviser, cast.words)


async def a_contact_is_alerted(cast: Cast) -> None:
    assert "may not happen now" in await logs_a_call(cast.adviser, cast.words)
    alert = await cast.focus.sees("contact-alerts", "may not happen now")
    assert cast.words.permitted in alert
    assert cast.words.adviser in alert
    for private in ("Casey", "zebra", "Umbrella", cast.words.behaviour):
        assert private not in alert
    await cast.focus.picture("alert", "may not happen now", place="contact-alerts")


async def the_review_is_brought_to_mind(cast: Cast) -> None:
    jump, due = cast.words.at_review
    reminder = f"the review of a sanction is {due}"
    await cast.jump(jump)
    channel = await cast.focus.sees("reviews", reminder)
    assert "Casey" not in channel
    await cast.manager.sees("direct", reminder, "Casey")
    await cast.adviser.sees("direct", reminder, "Casey")
    await cast.adviser.picture("reminder", reminder)


async def the_sanction_is_lifted_by_two_grades(cast: Cast) -> None:
    await cast.adviser.press("Review", f"the review of a sanction is {cast.words.at_review[1]}")
    await cast.adviser.fill({"What becomes of the sanction?": "Lift", "Why?": "Three calm months."})
    assert await cast.adviser.submit() == {}
    await cast.adviser.finish()
    await approves(cast.manager, "Three calm months")
    await cast.focus.sees("contact-alerts", "nothing in force")
    await cast.adviser.command(f"check {MAIL}")
    await cast.adviser.sees("direct", "Nothing is in force")
    await cast.adviser.command(f"timeline {MAIL}")
    await cast.adviser.sees("direct", "Timeline of", cast.words.manager)
    await cast.adviser.picture("timeline", "Timeline of")
