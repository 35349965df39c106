"""Reviewing a disengagement, and re-engaging after two clear years (stage 7)."""

from datetime import date

from bot.views.answer import Nothing
from bot.views.card import Tone
from bot.views.form import ChoiceField, DateField
from core.services.messages import Kind
from tests.bot.conversation import disengaging_steps as to
from tests.bot.conversation import steps
from tests.bot.conversation.disengaging_steps import HEDGE
from tests.bot.conversation.harness import (
    CASEY,
    card,
    field_of,
    form,
    house,
    labels,
    problems,
    text_of,
    words,
)
from tests.support.people import ASHA, DANA, OLU


async def test_re_engagement_is_refused_at_23_months_and_granted_at_24() -> None:
    at = house()
    asha = at.seat(ASHA)

    # Given a disengagement of 6 March 2025 and nothing since,
    await to.disengaged(at, HEDGE)
    assert at.now.date() == date(2025, 3, 6)

    # at 23 months it is refused, with the first possible date,
    to.to_day(at, 2027, 2, 6)
    asked = await to.review_form(at)
    assert "is possible from Saturday 6 March 2027 (in 28 days)" in words(asked)
    early = problems(await asha.submit(asked, outcome="re-engage", reasons="Two calm years"))
    assert "Saturday 6 March 2027 at the earliest" in early.fields["outcome"]
    assert "stage 7" in early.fields["outcome"]

    # and at 24 months a director grants it.
    to.to_day(at, 2027, 3, 6)
    asked = await to.review_form(at)
    assert "has been possible since Saturday 6 March 2027 (today)" in words(asked)
    done = await asha.submit(asked, outcome="re-engage", reasons="Calm", next_review_on=None)
    assert isinstance(done, Nothing)
    assert "Re-engage" in words(await at.latest(Kind.APPROVAL_REQUEST, DANA))
    await steps.approve(at, DANA)
    notice = words(await at.latest(Kind.SANCTION_NOTICE))
    assert "disengagement" not in notice.lower()
    assert "Disengaged" not in words(await asha.sees(f"check {CASEY.reference}"))


async def test_a_contact_on_the_same_topic_starts_the_two_years_anew() -> None:
    at = house()
    await to.disengaged(at, HEDGE)
    to.to_day(at, 2026, 3, 6)
    await to.log_letter(at)
    shown = to.item_of(await to.alert(at), "same or similar")
    await at.seat(ASHA).press(shown, "Do not re-engage")
    to.to_day(at, 2027, 3, 6)
    asked = words(await to.review_form(at))
    assert "is possible from Monday 6 March 2028" in asked
    assert "counted from Friday 6 March 2026" in asked


async def test_the_form_shows_what_happened_since_the_last_review() -> None:
    at = house()
    asha = at.seat(ASHA)
    await to.disengaged(at, HEDGE)
    quiet = words(await to.review_form(at))
    assert "Nothing was recorded since Thursday 6 March 2025" in quiet
    assert "Disengaged: on “Hedge removal”" in quiet

    at.memory.clock.forward(days=30)
    await to.log_letter(at)
    shown = to.item_of(await to.alert(at), "same or similar")
    await asha.press(shown, "Reissue the notice")
    await steps.log_call(at)
    await to.log_letter(at, topic="Otters", statutory=("statutory",))
    await steps.report(at)
    asked = words(await to.review_form(at))
    assert "1 incident and 3 contacts. 3 of them count as recurrence." in asked
    assert "Judged: the same or a similar topic." in asked
    assert "In breach of a sanction." in asked
    assert "In the exercise of a right." in asked
    assert "incident by telephone, discriminatory and abusive, about grant" in asked

    # After the review the evidence begins anew.
    at.memory.clock.forward(days=2)
    await asha.send(await to.review_form(at), outcome="continue", reasons="It goes on")
    await steps.approve(at, DANA)
    assert "Nothing was recorded since" in words(await to.review_form(at))


async def test_the_review_is_for_those_who_may_read_the_case() -> None:
    at = house()
    await to.disengaged(at, HEDGE)
    page = await at.seat(ASHA).sees(f"case {CASEY.reference}")
    refused = card(await at.seat(OLU).press(to.item_of(page, "disengagement"), "Review"))
    assert refused.tone is Tone.CAUTION
    assert "Hedge" not in words(refused)


async def test_the_topics_change_only_when_that_is_chosen() -> None:
    at = house()
    asha = at.seat(ASHA)
    await to.disengaged(at, HEDGE)
    asked = await to.review_form(at)
    assert text_of(asked, "topics") == HEDGE
    more = f"{HEDGE}\nDitches"
    passed_over = problems(
        await asha.submit(asked, outcome="continue", topics=more, reasons="More")
    )
    assert "choose “Change the topics”" in passed_over.fields["topics"]
    given_up = problems(
        await asha.submit(asked, outcome="change", topics="Ditches", reasons="Other")
    )
    assert "This would re-engage on Hedge removal" in given_up.fields["topics"]
    assert isinstance(
        await asha.submit(asked, outcome="change", topics=more, reasons="More"), Nothing
    )
    request = words(await at.latest(Kind.APPROVAL_REQUEST, DANA))
    assert "on “Hedge removal” and “Ditches”" in request
    await steps.approve(at, DANA)
    check = words(await at.seat(DANA).sees(f"case {CASEY.reference}"))
    assert "Ditches" in check


async def test_it_can_be_made_complete_by_choosing_so_and_not_by_an_empty_field() -> None:
    at = house()
    asha = at.seat(ASHA)
    await to.disengaged(at, HEDGE)
    asked = await to.review_form(at)
    empty = problems(await asha.submit(asked, outcome="change", topics="", reasons="More"))
    assert "at least one topic" in empty.fields["topics"]
    await asha.send(asked, outcome="complete", reasons="Everything is shouted")
    await steps.approve(at, DANA)
    notice = await at.latest(Kind.SANCTION_NOTICE)
    assert "Disengaged completely" in words(notice)
    outcomes = field_of(await to.review_form(at), "outcome")
    assert isinstance(outcomes, ChoiceField)
    assert "complete" not in [option.value for option in outcomes.options]


async def test_a_site_owner_is_not_offered_to_be_disengaged_completely() -> None:
    at = house()
    asha = at.seat(ASHA)
    await asha.send(await asha.opens(f"customer {CASEY.reference}"), kinds=("site-owner",))
    await to.disengaged(at, HEDGE)
    outcomes = field_of(await to.review_form(at), "outcome")
    assert isinstance(outcomes, ChoiceField)
    offered = [option.value for option in outcomes.options]
    assert offered == ["continue", "change", "re-engage"]


async def test_nothing_is_reviewed_without_a_date_of_the_next_review() -> None:
    at = house()
    asha = at.seat(ASHA)
    await to.disengaged(at, HEDGE)
    asked = await to.review_form(at)
    when = field_of(asked, "next_review_on")
    assert isinstance(when, DateField)
    assert when.value == date(2026, 3, 6)
    missing = problems(await asha.submit(asked, next_review_on=None))
    assert set(missing.fields) == {"outcome", "reasons", "next_review_on"}


async def test_the_reminder_leads_to_the_review() -> None:
    at = house()
    await to.disengaged(at, HEDGE)
    to.to_day(at, 2026, 3, 6)
    await steps.remind(at)
    told = [await at.draw(m) for m in at.messages(Kind.REMINDER, ASHA)]
    reviews = [each for each in told if "review of a disengagement" in each.title]
    assert reviews
    assert "Hedge removal" in words(reviews[0])
    assert form(await at.seat(ASHA).press(reviews[0], "Review")).id == "review-disengagement"
    channel = [await at.draw(m) for m in at.messages(Kind.REMINDER) if "for" not in m.about]
    assert channel
    assert all("Hedge" not in words(each) for each in channel)
    assert labels(channel[0]) == []


async def test_what_has_ended_is_not_reviewed() -> None:
    at = house()
    await to.disengaged(at, HEDGE)
    asked = await to.review_form(at)
    to.to_day(at, 2027, 3, 6)
    asha = at.seat(ASHA)
    await asha.send(await to.review_form(at), outcome="re-engage", reasons="Calm")
    await steps.approve(at, DANA)
    late = problems(await asha.submit(asked, outcome="continue", reasons="Late"))
    assert "no longer in force" in late.general
