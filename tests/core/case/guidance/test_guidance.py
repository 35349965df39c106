"""May this contact happen now, and what should the colleague say? (Annex B)"""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.case.commands import Approve
from core.case.events import DisengagementIssued
from core.case.evolve import fold
from core.case.guidance import Guidance, Verdict, guidance, overall, standing_exception
from core.case.guidance.sanctions import sanction_answer
from core.case.proposals import ReviewOutcome
from core.case.state import Case, Entry
from core.case.terms import (
    AgreementTerms,
    CallTimesTerms,
    DatesTerms,
    MeansTerms,
    NamedContactTerms,
    SanctionTerms,
    ThirdPartyTerms,
)
from core.vocabulary.calendar import NO_HOLIDAYS, Calendar
from core.vocabulary.ids import EntryNo
from core.vocabulary.people import People
from tests.core.story import IN_WRITING, POLICY, Story
from tests.support.people import MORGAN, ORGANISATION, SENA

LONDON = ZoneInfo("Europe/London")
PEOPLE = People(ORGANISATION)
WEEKDAY_MORNINGS = CallTimesTerms(frozenset({0, 2}), time(9, 30), time(12))


def at(text: str) -> datetime:
    """London time, as the core is given it: in UTC."""
    return datetime.fromisoformat(text).replace(tzinfo=LONDON).astimezone(UTC)


def answer(
    sanction: SanctionTerms,
    means: str | None,
    when: datetime,
    calendar: Calendar = NO_HOLIDAYS,
    *,
    statutory: bool = False,
) -> Guidance:
    case = Story().sanctioned(sanction).case
    [only] = guidance(POLICY, case, PEOPLE, means, when, calendar, statutory=statutory)
    return only


@pytest.mark.parametrize(
    ("means", "verdict"),
    [("phone", Verdict.NOT_NOW), ("letter", Verdict.ALLOWED), (None, Verdict.DEPENDS)],
)
def test_contact_in_a_specified_form_only(means: str | None, verdict: Verdict) -> None:
    told = answer(IN_WRITING, means, at("2025-03-10T10:00"))
    assert (told.verdict, told.permitted) == (verdict, "Contact by email or letter only.")
    assert told.label == "Contact in a specified form only"


def test_the_named_person_is_named_and_whoever_else_passes_it_on() -> None:
    told = answer(
        SanctionTerms("named-contact", NamedContactTerms(SENA.id)), "phone", at("2025-03-10T10:00")
    )
    assert told.verdict is Verdict.DEPENDS
    assert told.permitted == "Contact with Sena Senior only."
    assert "Pass the contact to them" in told.advice


@pytest.mark.parametrize(
    ("means", "when", "verdict", "advice"),
    [
        ("phone", "2025-03-10T09:29", Verdict.NOT_NOW, "Monday 10 March 2025 at 9:30am"),
        ("phone", "2025-03-10T09:30", Verdict.ALLOWED, "until midday"),
        ("phone", "2025-03-10T11:59", Verdict.ALLOWED, "until midday"),
        ("phone", "2025-03-10T12:00", Verdict.NOT_NOW, "Wednesday 12 March 2025 at 9:30am"),
        ("video-call", "2025-03-11T10:00", Verdict.NOT_NOW, "Wednesday 12 March 2025"),
        ("phone", "2025-03-15T10:00", Verdict.NOT_NOW, "Monday 17 March 2025"),
        ("email", "2025-03-15T10:00", Verdict.ALLOWED, "This is not a call"),
        (None, "2025-03-10T10:00", Verdict.ALLOWED, "until midday"),
        (None, "2025-03-10T13:00", Verdict.DEPENDS, "Do not take a call now"),
        # Summer time: 8:30 in UTC is already 9:30 in London.
        ("phone", "2025-07-07T09:30", Verdict.ALLOWED, "until midday"),
        ("phone", "2025-07-07T09:29", Verdict.NOT_NOW, "Monday 7 July 2025"),
    ],
)
def test_calls_on_specific_days_and_times_only(
    means: str | None, when: str, verdict: Verdict, advice: str
) -> None:
    told = answer(SanctionTerms("call-times", WEEKDAY_MORNINGS), means, at(when))
    assert told.verdict is verdict
    assert advice in told.advice
    assert told.permitted == (
        "Calls on Monday and Wednesday from 9:30am to midday only, and not on bank holidays."
    )


@pytest.mark.parametrize(
    ("means", "verdict", "advice"),
    [
        ("phone", Verdict.NOT_NOW, "no form of calling is open"),
        (None, Verdict.DEPENDS, "no form of calling is open"),
        ("letter", Verdict.ALLOWED, "This is not a call"),
    ],
)
def test_times_for_calls_open_none_where_another_sanction_closes_every_form_of_calling(
    means: str | None, verdict: Verdict, advice: str
) -> None:
    case = Story().sanctioned(IN_WRITING, SanctionTerms("call-times", WEEKDAY_MORNINGS)).case
    when = at("2025-03-10T10:00")
    _, calls = guidance(POLICY, case, PEOPLE, means, when, NO_HOLIDAYS)
    assert calls.verdict is verdict
    assert advice in calls.advice


class Holidays:
    """Every Monday of March 2025 but the last, as far as anybody here knows."""

    def is_bank_holiday(self, day: date) -> bool:
        return day in (date(2025, 3, 10), date(2025, 3, 17), date(2025, 3, 24))


@pytest.mark.parametrize(
    ("days", "when", "verdict", "advice"),
    [
        ({0, 2}, "2025-03-10T10:00", Verdict.NOT_NOW, "Today is a bank holiday. End the call"),
        ({0, 2}, "2025-03-10T10:00", Verdict.NOT_NOW, "Wednesday 12 March 2025 at 9:30am"),
        ({0, 2}, "2025-03-12T10:00", Verdict.ALLOWED, "until midday"),
        ({0}, "2025-03-10T08:00", Verdict.NOT_NOW, "Monday 31 March 2025 at 9:30am"),
        ({0}, "2025-03-11T10:00", Verdict.NOT_NOW, "Monday 31 March 2025 at 9:30am"),
    ],
)
def test_on_a_bank_holiday_no_calls_are_taken(
    days: set[int], when: str, verdict: Verdict, advice: str
) -> None:
    terms = replace(WEEKDAY_MORNINGS, days=frozenset(days))
    told = answer(SanctionTerms("call-times", terms), "phone", at(when), Holidays())
    assert told.verdict is verdict
    assert advice in told.advice


def test_unless_the_sanction_says_that_bank_holidays_are_as_any_day() -> None:
    terms = replace(WEEKDAY_MORNINGS, bank_holidays=True)
    told = answer(SanctionTerms("call-times", terms), "phone", at("2025-03-10T10:00"), Holidays())
    assert told.verdict is Verdict.ALLOWED
    assert "bank holiday" not in told.permitted


class EveryDay:
    def is_bank_holiday(self, day: date) -> bool:
        return True


def test_a_calendar_full_of_holidays_is_still_answered() -> None:
    sanction = SanctionTerms("call-times", WEEKDAY_MORNINGS)
    told = answer(sanction, "phone", at("2025-03-10T10:00"), EveryDay())
    assert told.verdict is Verdict.NOT_NOW
    assert "the next permitted day" in told.advice


CALLS = Story().sanctioned(SanctionTerms("call-times", WEEKDAY_MORNINGS)).case


def moments(first: datetime, days: int) -> st.SearchStrategy[datetime]:
    return st.integers(0, days * 24 * 60).map(lambda minutes: first + timedelta(minutes=minutes))


SUMMER_TIME_2025 = (datetime(2025, 3, 30, 1, tzinfo=UTC), datetime(2025, 10, 26, 1, tzinfo=UTC))


@given(moments(datetime(2025, 1, 1, tzinfo=UTC), days=365))
def test_a_call_is_answered_exactly_when_londons_clocks_say_so(when: datetime) -> None:
    [told] = guidance(POLICY, CALLS, PEOPLE, "phone", when, NO_HOLIDAYS)
    begins, ends = SUMMER_TIME_2025
    clocks = when + timedelta(hours=1) if begins <= when < ends else when
    inside = clocks.weekday() in (0, 2) and time(9, 30) <= clocks.time() < time(12)
    assert (told.verdict is Verdict.ALLOWED) == inside


@given(
    st.frozensets(st.integers(0, 6), min_size=1),
    moments(datetime(2025, 3, 20, tzinfo=UTC), days=21),
)
def test_the_next_time_named_is_a_permitted_day_within_a_week(
    days: frozenset[int], when: datetime
) -> None:
    terms = SanctionTerms("call-times", CallTimesTerms(days, time(0, 30), time(2, 30)))
    [told] = guidance(POLICY, Story().sanctioned(terms).case, PEOPLE, "phone", when, NO_HOLIDAYS)
    local = when.astimezone(LONDON)
    if told.verdict is Verdict.ALLOWED:
        return
    ahead = (local.date() + timedelta(days=i) for i in range(8))
    named = [day for day in ahead if f" {day.day} {day:%B} {day.year} at 12:30am" in told.advice]
    assert len(named) == 1
    assert named[0].weekday() in days
    assert (named[0], time(0, 30)) > (local.date(), local.time())


def test_what_an_agreement_or_a_third_party_is_stays_out_of_channels() -> None:
    secret = "Only about the Meadow Lane grant"
    for code, terms in (
        ("written-agreement", AgreementTerms(secret)),
        ("written-agreement", AgreementTerms(secret, date(2025, 3, 3))),
        ("third-party", ThirdPartyTerms(secret)),
        ("third-party", ThirdPartyTerms("A neighbour", contact=secret)),
    ):
        told = answer(SanctionTerms(code, terms), "phone", at("2025-03-10T10:00"))
        assert told.verdict is Verdict.DEPENDS
        assert secret not in f"{told.label} {told.permitted} {told.advice}"
        assert secret in told.private


@pytest.mark.parametrize(
    ("signed_on", "permitted"),
    [(None, "is not signed yet"), (date(2025, 3, 7), "signed on Friday 7 March 2025")],
)
def test_whether_an_agreement_was_signed_is_told(signed_on: date | None, permitted: str) -> None:
    # Signed after the sanction was agreed, so it is told of the terms alone.
    terms = AgreementTerms("Only in writing.", signed_on)
    told = sanction_answer(POLICY, PEOPLE, NO_HOLIDAYS, terms, "email", at("2025-03-10T10:00"))
    assert permitted in told.permitted
    assert ("Ask the customer to sign it" in told.advice) == (signed_on is None)


@pytest.mark.parametrize(
    ("when", "verdict", "advice"),
    [
        ("2025-03-31T23:59", Verdict.NOT_NOW, "The next date is Tuesday 1 April 2025."),
        ("2025-04-01T00:00", Verdict.ALLOWED, "You can answer today."),
        ("2025-04-01T23:59", Verdict.ALLOWED, "You can answer today."),
        ("2025-04-02T00:00", Verdict.NOT_NOW, "The next date is Thursday 1 May 2025."),
        ("2025-05-02T09:00", Verdict.NOT_NOW, "All the dates have passed"),
    ],
)
def test_contact_on_specified_dates_only(when: str, verdict: Verdict, advice: str) -> None:
    dates = DatesTerms((date(2025, 4, 1), date(2025, 5, 1)))
    told = answer(SanctionTerms("specified-dates", dates), "letter", at(when))
    assert told.verdict is verdict
    assert advice in told.advice
    assert told.permitted == "Contact on Tuesday 1 April 2025 and Thursday 1 May 2025 only."


def test_every_sanction_in_force_is_answered_and_none_that_was_lifted() -> None:
    contact = SanctionTerms("named-contact", NamedContactTerms(SENA.id))
    story = Story().sanctioned(IN_WRITING, contact)
    told = guidance(POLICY, story.case, PEOPLE, "phone", story.now, NO_HOLIDAYS)
    assert [g.measure for g in told] == [s.no for s in story.case.in_force]
    lift = story.proposed(story.review(ReviewOutcome.LIFT))
    story.does(MORGAN, Approve(lift.no))
    [left] = guidance(POLICY, story.case, PEOPLE, "phone", story.now, NO_HOLIDAYS)
    assert left.label == "Contact with a named person only"


def test_a_sanction_the_policy_no_longer_has_is_still_answered() -> None:
    case = (
        Story().sanctioned(SanctionTerms("specified-form", MeansTerms(frozenset({"email"})))).case
    )
    policy = replace(POLICY, sanctions=())
    [told] = guidance(policy, case, PEOPLE, "phone", at("2025-03-10T10:00"), NO_HOLIDAYS)
    assert (told.label, told.verdict) == ("specified-form", Verdict.NOT_NOW)


EVERY_SANCTION = (
    IN_WRITING,
    SanctionTerms("named-contact", NamedContactTerms(SENA.id)),
    SanctionTerms("call-times", WEEKDAY_MORNINGS),
    SanctionTerms("written-agreement", AgreementTerms("Only about the grant.")),
    SanctionTerms("third-party", ThirdPartyTerms("A neighbour")),
    SanctionTerms("specified-dates", DatesTerms((date(2025, 4, 1),))),
)


@pytest.mark.parametrize("sanction", EVERY_SANCTION, ids=lambda sanction: sanction.code)
def test_contact_about_a_right_that_nothing_touches_is_always_answered(
    sanction: SanctionTerms,
) -> None:
    when = at("2025-03-09T22:00")
    told = answer(sanction, "phone", when, statutory=True)
    assert told.verdict is Verdict.ALLOWED
    assert "a right that nothing in force touches" in told.advice
    assert told.permitted == answer(sanction, "phone", when).permitted


def disengaged(*topics: str) -> Case:
    """Disengaged, as the timeline would have it, beside contact in writing only."""
    story = Story().sanctioned()
    proposal = story.case.in_force[0].proposal
    issued = DisengagementIssued(proposal, topics, date(2026, 3, 3))
    no = EntryNo(len(story.entries) + 1)
    return fold([*story.entries, Entry(no, story.now, MORGAN.id, issued)])


def test_from_whom_we_disengaged_completely_no_contact_is_answered() -> None:
    case = disengaged()
    told, sanction = guidance(POLICY, case, PEOPLE, "letter", at("2025-03-10T10:00"), NO_HOLIDAYS)
    assert (told.measure, told.verdict) == (case.disengaged[0].no, Verdict.NOT_NOW)
    assert (told.label, told.permitted) == ("Disengaged completely", "No contact.")
    assert sanction.verdict is Verdict.ALLOWED
    assert overall((told, sanction)) is Verdict.NOT_NOW


def test_which_topics_we_disengaged_on_is_told_in_private_alone() -> None:
    case = disengaged("Meadow Lane", "Casey's licence")
    told, _ = guidance(POLICY, case, PEOPLE, "letter", at("2025-03-10T10:00"), NO_HOLIDAYS)
    assert told.verdict is Verdict.DEPENDS
    assert told.private == "Disengaged on “Meadow Lane” and “Casey's licence”."
    assert "same or a similar topic" in told.advice
    assert "ask a manager" in told.advice
    for topic in case.disengaged[0].topics:
        assert topic not in f"{told.label} {told.permitted} {told.advice}"


@pytest.mark.parametrize("topics", [(), ("Meadow Lane",)])
def test_a_right_is_dealt_with_even_when_we_disengaged(topics: tuple[str, ...]) -> None:
    answers = guidance(
        POLICY,
        disengaged(*topics),
        PEOPLE,
        "letter",
        at("2025-03-10T10:00"),
        NO_HOLIDAYS,
        statutory=True,
    )
    assert overall(answers) is Verdict.ALLOWED


def test_the_standing_exception_names_every_right_of_the_policy_file() -> None:
    sentence = standing_exception(POLICY)
    assert all(right.label in sentence for right in POLICY.statutory_rights)
    assert sentence.endswith(".")


def test_where_nothing_is_in_force_all_is_allowed() -> None:
    story = Story().warned()
    assert guidance(POLICY, story.case, PEOPLE, "phone", story.now, NO_HOLIDAYS) == ()
    assert overall(()) is Verdict.ALLOWED
