"""May this contact happen now, and what should the colleague say? (Annex B)"""

from dataclasses import replace
from datetime import date

import pytest

from core.case.commands import Approve
from core.case.events import DisengagementIssued
from core.case.evolve import fold
from core.case.guidance import Verdict, guidance, overall, standing_exception
from core.case.guidance.sanctions import sanction_answer
from core.case.proposals import ReviewOutcome
from core.case.state import Case, Entry
from core.case.terms import (
    AgreementTerms,
    DatesTerms,
    MeansTerms,
    NamedContactTerms,
    SanctionTerms,
    ThirdPartyTerms,
)
from core.vocabulary.calendar import NO_HOLIDAYS
from core.vocabulary.ids import EntryNo
from tests.core.case.guidance.asked import PEOPLE, WEEKDAY_MORNINGS, answer, at
from tests.core.story import IN_WRITING, POLICY, Story
from tests.support.people import MORGAN, SENA


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
