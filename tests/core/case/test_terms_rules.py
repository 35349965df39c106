"""What each sanction of Annex B must say before it can be proposed."""

from datetime import date, time

import pytest

from core.case.commands import Propose
from core.case.terms import (
    AgreementTerms,
    CallTimesTerms,
    DatesTerms,
    MeansTerms,
    NamedContactTerms,
    SanctionTerms,
    Terms,
    ThirdPartyTerms,
)
from core.case.terms_rules import SHAPES
from core.policy.model import Shape
from core.vocabulary.ids import StaffId
from tests.core.story import POLICY, Story
from tests.support.people import ASHA, IRA, SENA

MORNINGS = CallTimesTerms(frozenset({0, 4}), time(9), time(12))
EVERY_MEANS = frozenset(means.code for means in POLICY.means)


def test_every_shape_of_annex_b_has_its_terms() -> None:
    assert set(SHAPES.values()) == set(Shape)


@pytest.mark.parametrize(
    ("code", "terms"),
    [
        ("specified-form", MeansTerms(frozenset({"email"}))),
        ("named-contact", NamedContactTerms(SENA.id)),
        ("call-times", MORNINGS),
        ("written-agreement", AgreementTerms("To write about the grant alone.")),
        ("third-party", ThirdPartyTerms("A neighbour")),
        ("specified-dates", DatesTerms((date(2025, 4, 1), date(2025, 5, 1)))),
    ],
)
def test_terms_that_can_be_kept_to_are_accepted(code: str, terms: Terms) -> None:
    story = Story().continued()
    proposal = story.proposed(story.sanctions(SanctionTerms(code, terms)))
    assert proposal.is_open


@pytest.mark.parametrize(
    ("code", "terms", "rule", "field"),
    [
        ("exile", MORNINGS, "unknown-sanction", "sanctions"),
        ("third-party", MORNINGS, "terms-of-another-sanction", "sanctions"),
        ("specified-form", MeansTerms(frozenset()), "means-missing", "specified-form.means"),
        (
            "specified-form",
            MeansTerms(frozenset({"pigeon"})),
            "unknown-means",
            "specified-form.means",
        ),
        ("specified-form", MeansTerms(EVERY_MEANS), "restricts-nothing", "specified-form.means"),
        (
            "named-contact",
            NamedContactTerms(StaffId("nobody")),
            "unknown-colleague",
            "named-contact.contact",
        ),
        ("named-contact", NamedContactTerms(IRA.id), "inactive-colleague", "named-contact.contact"),
        (
            "call-times",
            CallTimesTerms(frozenset(), time(9), time(12)),
            "days-missing",
            "call-times.days",
        ),
        (
            "call-times",
            CallTimesTerms(frozenset({7}), time(9), time(12)),
            "unknown-day",
            "call-times.days",
        ),
        (
            "call-times",
            CallTimesTerms(frozenset({0}), time(12), time(12)),
            "ends-before-start",
            "call-times.end",
        ),
        ("written-agreement", AgreementTerms(" "), "text-missing", "written-agreement.text"),
        ("third-party", ThirdPartyTerms(""), "text-missing", "third-party.details"),
        ("third-party", ThirdPartyTerms("x" * 3001), "text-too-long", "third-party.details"),
        ("third-party", ThirdPartyTerms("Ms A", "x" * 301), "text-too-long", "third-party.contact"),
        (
            "written-agreement",
            AgreementTerms("Only about the grant.", date(2030, 1, 1)),
            "signed-ahead",
            "written-agreement.signed_on",
        ),
        ("specified-dates", DatesTerms(()), "dates-missing", "specified-dates.dates"),
        (
            "specified-dates",
            DatesTerms((date(2025, 3, 4),)),  # the day itself
            "date-not-ahead",
            "specified-dates.dates",
        ),
        (
            "specified-dates",
            DatesTerms((date(2025, 5, 2), date(2025, 5, 1))),
            "dates-out-of-order",
            "specified-dates.dates",
        ),
        (
            "specified-dates",
            DatesTerms((date(2025, 5, 1), date(2025, 5, 1))),
            "dates-out-of-order",
            "specified-dates.dates",
        ),
        (
            "specified-dates",
            DatesTerms(tuple(date.fromordinal(740_000 + i) for i in range(61))),
            "too-many-dates",
            "specified-dates.dates",
        ),
    ],
)
def test_terms_that_cannot_be_kept_to_are_refused(
    code: str, terms: Terms, rule: str, field: str
) -> None:
    story = Story().continued()
    refusal = story.refuses(ASHA, Propose(story.sanctions(SanctionTerms(code, terms))))
    assert (refusal.rule, refusal.field) == (rule, field)
