"""Annex A: frequency, repetition and duration are counted from the timeline."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.case.state import Case, Contact, Incident
from core.case.weighing.patterns import Evidence, evidence
from core.policy.model import Pattern
from core.vocabulary.ids import CaseId, CustomerId, EntryNo, StaffId
from tests.core.story import POLICY
from tests.support.clock import MONDAY_MORNING

ASHA, SENA, FRAN = StaffId("asha"), StaffId("sena"), StaffId("fran")
FORTNIGHT = Pattern("frequency", contacts=3, within_days=14, over_days=0, staff=1, source="Annex A")


def timeline(*happenings: tuple[int, StaffId], topic: str = "Grant") -> Case:
    """Incidents and contacts, in turns, so many days after a Monday morning."""
    case = Case(CaseId("case"), "UCB-1", CustomerId("casey"), ASHA, MONDAY_MORNING, EntryNo(1))
    for index, (days, staff) in enumerate(happenings):
        moment, no = MONDAY_MORNING + timedelta(days=days), EntryNo(index + 2)
        if index % 2:
            contact = Contact(no, "email", moment, staff, topic, "")
            case = replace(case, contacts=(*case.contacts, contact))
        else:
            incident = Incident(
                no, FRAN, moment, staff, "email", moment, frozenset({"frequency"}), topic, "Again."
            )
            case = replace(case, incidents=(*case.incidents, incident))
    return case


def counted(
    case: Case, *patterns: Pattern, topic: str = "Grant", at: datetime | None = None
) -> tuple[Evidence, ...]:
    policy = replace(POLICY, patterns=patterns)
    return evidence(policy, case, topic, at or MONDAY_MORNING + timedelta(days=4000))


def test_what_is_counted_is_said_in_a_plain_sentence() -> None:
    case = timeline(*((days, ASHA) for days in (0, 1, 2, 3, 5, 6, 8, 9, 10, 12, 13)))
    [told] = counted(case, FORTNIGHT)
    assert (told.behaviour, told.count, told.days, told.staff) == ("frequency", 11, 14, 1)
    assert (told.first, told.last) == (date(2025, 3, 3), date(2025, 3, 16))
    assert told.sentence.startswith("11 contacts on this topic in 14 days")
    assert "Grant" not in told.sentence


def test_a_single_day_and_several_colleagues_are_said_so() -> None:
    [told] = counted(timeline((0, ASHA), (0, SENA), (0, ASHA)), FORTNIGHT)
    assert told.sentence == (
        "3 contacts on this topic in 1 day, to 2 colleagues (on Monday 3 March 2025)"
    )


@pytest.mark.parametrize("topic", ["grant", " GRANT ", "Grant\n"])
def test_the_same_topic_is_the_same_however_it_is_typed(topic: str) -> None:
    case = timeline((0, ASHA), (1, ASHA), (2, ASHA), topic="  grAnt")
    assert counted(case, FORTNIGHT, topic=topic)


@pytest.mark.parametrize("topic", ["", " ", "Grants", "Meadow"])
def test_another_topic_or_none_counts_for_nothing(topic: str) -> None:
    case = timeline((0, ASHA), (1, ASHA), (2, ASHA))
    assert counted(case, FORTNIGHT, topic=topic) == ()


def test_contact_about_a_right_that_nothing_touches_is_never_held_against_anybody() -> None:
    case = timeline((0, ASHA), (1, ASHA), (2, ASHA))
    foi = tuple(replace(contact, statutory=True) for contact in case.contacts)
    assert counted(case, FORTNIGHT)
    assert counted(replace(case, contacts=foi), FORTNIGHT) == ()


def test_what_happened_later_is_not_counted_yet() -> None:
    case = timeline((0, ASHA), (1, ASHA), (2, ASHA))
    at = MONDAY_MORNING + timedelta(days=2)
    assert counted(case, FORTNIGHT, at=at)
    assert counted(case, FORTNIGHT, at=at - timedelta(minutes=1)) == ()


def test_the_same_issue_to_different_colleagues_is_repetition() -> None:
    repetition = replace(FORTNIGHT, behaviour="repetition", within_days=365, staff=2)
    assert counted(timeline((0, ASHA), (90, ASHA), (200, ASHA)), repetition) == ()
    [told] = counted(timeline((0, ASHA), (90, SENA), (200, ASHA)), repetition)
    assert (told.behaviour, told.count, told.days, told.staff) == ("repetition", 3, 201, 2)


def test_contact_over_a_prolonged_period_is_duration() -> None:
    duration = replace(FORTNIGHT, behaviour="duration", within_days=0, over_days=180)
    assert counted(timeline((0, ASHA), (90, ASHA), (178, ASHA)), duration) == ()
    [told] = counted(timeline((0, ASHA), (90, ASHA), (179, ASHA)), duration)
    assert (told.count, told.days) == (3, 180)


def test_each_pattern_of_the_shipped_policy_finds_what_it_describes() -> None:
    def behaviours(*happenings: tuple[int, StaffId]) -> list[str]:
        return [told.behaviour for told in counted(timeline(*happenings), *POLICY.patterns)]

    assert behaviours((0, ASHA), (0, ASHA)) == []
    assert behaviours(*[(0, ASHA)] * 3, *[(1, ASHA)] * 2) == ["frequency"]
    assert behaviours((0, ASHA), (14, ASHA), (30, ASHA)) == ["frequency"]
    assert behaviours((0, ASHA), (40, SENA), (80, ASHA)) == ["repetition"]
    over_months = [(days, ASHA) for days in range(0, 6 * 40, 40)]
    assert behaviours(*over_months) == ["duration"]


patterns = st.builds(
    Pattern,
    behaviour=st.just("frequency"),
    contacts=st.integers(2, 5),
    within_days=st.sampled_from([0, 1, 2, 7, 30]),
    over_days=st.sampled_from([0, 0, 3, 10]),
    staff=st.integers(1, 3),
    source=st.just("Annex A"),
)
happenings = st.lists(
    st.tuples(st.integers(0, 40), st.sampled_from([ASHA, SENA, FRAN])), max_size=9
)


def brute_force(pattern: Pattern, found: list[tuple[int, StaffId]]) -> int:
    """The most contacts that fit, by trying every choice of them."""
    for size in range(len(found), pattern.contacts - 1, -1):
        for chosen in combinations(found, size):
            days = [day for day, _ in chosen]
            span = max(days) - min(days) + 1
            within = not pattern.within_days or span <= pattern.within_days
            staff = len({staff for _, staff in chosen})
            if within and span >= pattern.over_days and staff >= pattern.staff:
                return size
    return 0


@given(patterns, happenings)
def test_it_counts_what_trying_every_choice_would(
    pattern: Pattern, found: list[tuple[int, StaffId]]
) -> None:
    told = counted(timeline(*found), pattern)
    assert sum(each.count for each in told) == brute_force(pattern, found)


@given(patterns, happenings)
def test_what_is_told_is_there_to_be_found(
    pattern: Pattern, found: list[tuple[int, StaffId]]
) -> None:
    for told in counted(timeline(*found), pattern):
        first, last = ((day - MONDAY_MORNING.date()).days for day in (told.first, told.last))
        inside = [staff for day, staff in found if first <= day <= last]
        assert (told.count, told.staff) == (len(inside), len(set(inside)))
        assert told.days == last - first + 1
        assert told.sentence.startswith(f"{told.count} contacts on this topic in {told.days} day")
