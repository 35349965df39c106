"""Several measures at once: nobody reads that they may do what a stricter one forbids."""

from datetime import date

import pytest

from core.case.guidance import Guidance, Verdict, guidance, overall, together
from core.case.state import Case
from core.case.terms import (
    AgreementTerms,
    DatesTerms,
    NamedContactTerms,
    SanctionTerms,
    ThirdPartyTerms,
)
from core.vocabulary.calendar import NO_HOLIDAYS
from tests.core.case.guidance.asked import PEOPLE, at
from tests.core.case.guidance.test_guidance import disengaged
from tests.core.story import IN_WRITING, POLICY, Story
from tests.support.people import SENA

ON_APRIL_1 = SanctionTerms("specified-dates", DatesTerms((date(2025, 4, 1),)))
SPEAKS_FOR_THEM = SanctionTerms("third-party", ThirdPartyTerms("A neighbour"))
WHEN = at("2025-03-10T10:00")


def told_of(case: Case, means: str | None, *, statutory: bool = False) -> tuple[Guidance, ...]:
    return together(guidance(POLICY, case, PEOPLE, means, WHEN, NO_HOLIDAYS, statutory=statutory))


@pytest.mark.parametrize("means", ["letter", "phone", None])
def test_after_a_complete_disengagement_nothing_is_said_to_be_allowed(means: str | None) -> None:
    notice, sanction = told_of(disengaged(), means)
    assert (notice.permitted, notice.verdict) == ("No contact.", Verdict.NOT_NOW)
    assert notice.advice.startswith("Do not answer.")
    assert sanction.label == "Contact in a specified form only"
    assert (sanction.permitted, sanction.verdict) == ("", Verdict.NOT_NOW)
    assert sanction.advice.endswith("allows nothing now: we disengaged completely.")


def test_on_particular_topics_a_form_that_is_left_is_still_told() -> None:
    _, sanction = told_of(disengaged("Meadow Lane"), "letter")
    assert sanction.advice == "You can answer in this form."


def test_a_form_that_is_forbidden_forbids_answering_on_other_topics_too() -> None:
    notice, sanction = told_of(disengaged("Meadow Lane"), "phone")
    assert notice.advice.endswith(
        "But not now: “Contact in a specified form only” does not allow it."
    )
    assert notice.private == "Disengaged on “Meadow Lane”."
    assert sanction.advice.startswith("Do not discuss the matter.")


def test_what_one_sanction_allows_and_another_forbids_is_not_to_be_done() -> None:
    case = Story().sanctioned(IN_WRITING, ON_APRIL_1, SPEAKS_FOR_THEM).case
    by_code = dict(zip((s.terms.code for s in case.in_force), told_of(case, "letter"), strict=True))
    form, dates = by_code["specified-form"], by_code["specified-dates"]
    assert form.permitted == "Contact by email or letter only."
    assert "You can answer" not in form.advice
    assert "“Contact on specified dates only” does not allow it" in form.advice
    assert dates.advice.startswith("Do not answer today.")
    assert "But not now: " in by_code["third-party"].advice


def test_about_a_right_every_measure_lets_it_be_answered() -> None:
    answers = told_of(disengaged(), "letter", statutory=True)
    assert overall(answers) is Verdict.ALLOWED
    assert all("a right that nothing in force touches" in each.advice for each in answers)


def test_where_nothing_forbids_the_contact_every_measure_speaks_for_itself() -> None:
    named = SanctionTerms("named-contact", NamedContactTerms(SENA.id))
    agreed = SanctionTerms("written-agreement", AgreementTerms("Only about the grant."))
    case = Story().sanctioned(IN_WRITING, named, agreed).case
    alone = guidance(POLICY, case, PEOPLE, "letter", WHEN, NO_HOLIDAYS)
    assert together(alone) == alone
    assert together(()) == ()


def test_to_be_told_of_together_twice_changes_nothing() -> None:
    for case in (disengaged(), disengaged("Meadow Lane")):
        for means in ("letter", "phone", None):
            answers = told_of(case, means)
            assert together(answers) == answers
