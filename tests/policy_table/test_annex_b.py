"""Annex B, row by row: signed off by the line manager, and then answered at every contact."""

from dataclasses import dataclass
from datetime import UTC, datetime, time
from typing import Final

import pytest

from core.case.authority.sign_off_rule import sign_off_for
from core.case.commands import Approve
from core.case.guidance import Verdict, guidance, overall
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
from core.vocabulary.people import People
from tests.core.story import POLICY, Story
from tests.support.people import ASHA, MORGAN, NOOR, SENA

MONDAY, TUESDAY = datetime(2025, 3, 10, 10, 0, tzinfo=UTC), datetime(2025, 3, 11, 10, 0, tzinfo=UTC)


@dataclass(frozen=True)
class Row:
    """``kept`` and ``broken``: a means and a moment within the terms, and one against them.

    Where the terms are about what a contact says or who speaks, colleagues judge both.
    """

    code: str
    terms: Terms
    kept: tuple[str, datetime]
    broken: tuple[str, datetime]
    answers: tuple[Verdict, Verdict] = (Verdict.ALLOWED, Verdict.NOT_NOW)


JUDGED: Final = (Verdict.DEPENDS, Verdict.DEPENDS)
CALL, LETTER = ("phone", MONDAY), ("letter", MONDAY)
ROWS: Final = {
    1: Row("specified-form", MeansTerms(frozenset({"letter"})), LETTER, CALL),
    2: Row("named-contact", NamedContactTerms(SENA.id), CALL, LETTER, JUDGED),
    3: Row(
        "call-times",
        CallTimesTerms(frozenset({0}), time(9), time(12)),
        CALL,
        ("phone", TUESDAY),
    ),
    4: Row("written-agreement", AgreementTerms("About the grant alone."), CALL, LETTER, JUDGED),
    5: Row("third-party", ThirdPartyTerms("A neighbour"), CALL, LETTER, JUDGED),
    6: Row("specified-dates", DatesTerms((MONDAY.date(),)), CALL, ("phone", TUESDAY)),
}
LINE_MANAGER_ROWS: Final = (1, 2, 3, 4, 5)


def answered(story: Story, contact: tuple[str, datetime]) -> Verdict:
    means, at = contact
    people = People(story.staff.values())
    return overall(guidance(POLICY, story.case, people, means, at, story.calendar))


def test_the_annex_has_six_rows_in_this_order() -> None:
    assert [rule.code for rule in POLICY.sanctions] == [row.code for row in ROWS.values()]


@pytest.mark.parametrize("number", ROWS)
def test_a_row_is_signed_off_by_the_line_manager_and_then_kept_to(number: int) -> None:
    row = ROWS[number]
    story = Story().continued()
    proposal = story.proposed(story.sanctions(SanctionTerms(row.code, row.terms)))
    assert proposal.approver == MORGAN.id == ASHA.line_manager
    assert answered(story, row.broken) is Verdict.ALLOWED
    story.does(MORGAN, Approve(proposal.no))
    assert (answered(story, row.kept), answered(story, row.broken)) == row.answers


@pytest.mark.parametrize("number", ROWS)
def test_its_sign_off_is_that_of_the_annex_or_an_assumption(number: int) -> None:
    rule = POLICY.sanction(ROWS[number].code)
    assert rule
    assert rule.sign_off.line_manager
    assert rule.sign_off.assumption is (number not in LINE_MANAGER_ROWS)


def test_any_combination_is_one_decision() -> None:
    story = Story().continued()
    terms = tuple(SanctionTerms(row.code, row.terms) for row in ROWS.values())
    proposal = story.proposed(story.sanctions(*terms))
    story.does(MORGAN, Approve(proposal.no))
    assert [sanction.terms for sanction in story.case.in_force] == list(terms)
    assert answered(story, CALL) is Verdict.NOT_NOW


def test_the_line_manager_is_that_of_whoever_corresponds_not_of_whoever_proposes() -> None:
    story = Story()
    story.report(by=NOOR, corresponding=ASHA.id)
    scene = story.scene(NOOR)
    matter = story.sanctions()
    assert sign_off_for(scene, story.case, matter).line_manager
    story = Story().continued()
    assert story.proposed(story.sanctions(), by=SENA).approver == MORGAN.id
