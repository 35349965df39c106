"""Stage 7: re-engagement is refused a month before the clear period is full, and granted then."""

from tests.end_to_end.hand import Hand
from tests.end_to_end.steps import approves, proposes_to_disengage, under_a_sanction_it_goes_on
from tests.end_to_end.story import Cast

REVIEW = "the review of a disengagement is"


async def waits_for_the_clear_period(cast: Cast) -> None:
    adviser, words = cast.adviser, cast.words
    await under_a_sanction_it_goes_on(adviser, cast.manager, words)
    await proposes_to_disengage(adviser)
    await approves(cast.director, "a complete disengagement")
    await adviser.sees("direct", "Please tell the customer", "a complete disengagement")

    await cast.jump(f"{words.clear_months - 1} months after")
    early = await _asks_to_re_engage(adviser)
    assert "at the earliest" in early["What becomes of the disengagement?"]
    assert "stage 7" in early["What becomes of the disengagement?"]
    await adviser.finish()

    await cast.jump(f"{words.clear_months} months after")
    assert await _asks_to_re_engage(adviser) == {}
    await adviser.finish()
    await approves(cast.director, "re-engaging with a customer")
    await adviser.sees("direct", "Please tell the customer", "re-engaging with a customer")
    await cast.focus.sees("contact-alerts", "1 sanction in force")


async def _asks_to_re_engage(adviser: Hand) -> dict[str, str]:
    await adviser.press("Review", REVIEW)
    await adviser.fill(
        {"What becomes of the disengagement?": "Re-engage", "Why?": "All was calm since."}
    )
    return dict(await adviser.submit())
