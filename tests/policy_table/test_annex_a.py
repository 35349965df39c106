"""Annex A, row by row: what is unacceptable can be reported, and is counted where it is a count."""

from datetime import timedelta
from typing import Final

import pytest

from core.case.proposals import WarningMatter
from core.case.weighing.patterns import evidence
from tests.core.story import POLICY, WARNING, Story
from tests.support.people import ASHA, MORGAN, NOOR, SENA

TOPIC: Final = "Grant application"

ROWS: Final = {
    "Threatening": ("threatening", ("Intimidates", "harmed")),
    "Bullying": ("bullying", ("humiliating", "demeaning")),
    "Discriminatory": ("discriminatory", ("age", "disability", "race", "sex", "belief")),
    "Abusive": ("abusive", ("Unwanted", "offensive", "dignity")),
    "Frequency": ("frequency", ("contacts", "answer already given")),
    "Repetition": ("repetition", ("same issue", "answered as far as we can")),
    "Duration": ("duration", ("complex", "long time")),
}
"""Of each row: our code, and words of the document that our short meaning keeps."""


@pytest.mark.parametrize("row", ROWS)
def test_a_behaviour_of_the_annex_can_be_reported_and_leads_to_a_warning(row: str) -> None:
    code, kept = ROWS[row]
    behaviour = POLICY.behaviour(code)
    assert behaviour
    assert (behaviour.label, behaviour.source) == (row, f"Annex A, {row}")
    for words in kept:
        assert words in behaviour.meaning
    story = Story()
    story.report(behaviours=frozenset({code}))
    assert story.case.incidents[0].behaviours == {code}
    assert isinstance(story.proposed(WARNING).matter, WarningMatter)


def test_the_annex_has_no_other_behaviour() -> None:
    assert {behaviour.code for behaviour in POLICY.behaviours} == {
        code for code, _ in ROWS.values()
    }


def test_nature_is_any_of_the_above_together() -> None:
    every = frozenset(code for code, _ in ROWS.values())
    story = Story()
    story.report(behaviours=every)
    assert story.case.incidents[0].behaviours == every


def test_whether_it_applies_is_decided_with_the_line_manager() -> None:
    story = Story()
    story.report(by=SENA, corresponding=ASHA.id)
    assert story.proposed(WARNING, by=SENA).approver == MORGAN.id


@pytest.mark.parametrize(
    ("behaviour", "days", "within"),
    [
        pytest.param("frequency", [0, 0, 0, 1, 1], 2, id="many short emails in one or two days"),
        pytest.param("frequency", [0, 12, 30], 31, id="complex emails three times per month"),
        pytest.param("repetition", [0, 100, 300], 365, id="one issue, to several staff members"),
        pytest.param("duration", [0, 40, 80, 120, 160, 200], 365, id="over a prolonged period"),
    ],
)
def test_what_the_annex_counts_is_counted_on_the_timeline(
    behaviour: str, days: list[int], within: int
) -> None:
    """Offered as evidence; and not before the last of these contacts."""
    story = Story()
    began = story.now
    for number, day in enumerate(days, start=1):
        story.now = began + timedelta(days=day, hours=number)
        story.report(means="email", topic=TOPIC, corresponding=(ASHA, NOOR)[number % 2].id)
        found = evidence(POLICY, story.case, TOPIC, story.now)
        fits = [e for e in found if (e.behaviour, e.count) == (behaviour, len(days))]
        assert bool(fits) is (number == len(days))
    assert fits[0].days <= within
