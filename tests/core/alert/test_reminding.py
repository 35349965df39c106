"""When an open alert is brought to mind, and whose mind."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.alert.events import (
    AlertEvent,
    AlertLetBe,
    AlertReminded,
    AlertReopened,
    AlertSettled,
    Settled,
)
from core.alert.evolve import AlertEntry, evolve
from core.alert.reminding import DueReminder, Reminding, reminded_of
from core.alert.state import Alert
from core.case.scene import Scene
from core.vocabulary.calendar import NO_HOLIDAYS
from core.vocabulary.ids import SYSTEM, StaffId
from core.vocabulary.people import Absence, People, StaffMember
from tests.core.alert.test_evolve import SEEN, alert
from tests.core.story import POLICY
from tests.support.clock import MONDAY_MORNING
from tests.support.people import ASHA, DEVI, MORGAN, ORGANISATION, SENA
from tests.support.policies import SMALL_BODY

BY_THE_RULE = Reminding(POLICY, NO_HOLIDAYS)
TODAY = MONDAY_MORNING.date()


def at(day: int, hour: int = 16) -> datetime:
    """Of March 2025, whose third day is a Monday; at the hour at which colleagues are reminded."""
    return datetime(2025, 3, day, hour, tzinfo=UTC)


def reminded(one: Alert, now: datetime) -> Alert:
    """As it stands once what was due by ``now`` is sent."""
    due = BY_THE_RULE.due(one, now)
    assert due
    return evolve(one, AlertEntry(now, SYSTEM, AlertReminded(due.due_at, (ASHA.id,))))


def test_first_after_a_day_then_up_the_line_and_then_again_and_again() -> None:
    one, sent = alert(SEEN), []
    for day in range(3, 18):
        for hour in (10, 16, 22):
            if due := BY_THE_RULE.due(one, at(day, hour)):
                sent.append((day, hour, due.goes_up))
                one = reminded(one, at(day, hour))
    assert sent == [(4, 16, False), (6, 16, True), (11, 16, True), (14, 16, True)]


def test_the_next_is_known_ahead_and_none_is_due_before_it() -> None:
    one = alert(SEEN)
    assert BY_THE_RULE.next_at(one) == at(4)
    assert BY_THE_RULE.due(one, at(4) - timedelta(seconds=1)) is None
    assert BY_THE_RULE.due(one, at(4)) == DueReminder(at(4), goes_up=False)
    assert BY_THE_RULE.next_at(reminded(one, at(4))) == at(6)


def test_after_a_long_sleep_only_the_latest_is_sent() -> None:
    one = alert(SEEN)
    assert BY_THE_RULE.due(one, at(13)) == DueReminder(at(11), goes_up=True)
    assert BY_THE_RULE.next_at(reminded(one, at(13))) == at(14)


def test_another_body_has_another_rule() -> None:
    theirs = Reminding(SMALL_BODY, NO_HOLIDAYS)
    assert theirs.next_at(alert(SEEN)) == at(3, 14)
    assert theirs.due(alert(SEEN), at(3, 18)) == DueReminder(at(3, 18), goes_up=True)


@pytest.mark.parametrize(
    ("hour", "due"), [(0, at(4)), (9, at(4)), (16, at(4)), (17, at(5)), (23, at(5))]
)
def test_all_of_one_day_fall_due_together(hour: int, due: datetime) -> None:
    """A day is over at the hour at which colleagues are reminded."""
    assert BY_THE_RULE.next_at(replace(alert(SEEN), open_since=at(3, hour))) == due


def test_further_contacts_do_not_put_it_off() -> None:
    later = replace(SEEN, at=MONDAY_MORNING + timedelta(minutes=50))
    assert BY_THE_RULE.next_at(alert(SEEN, later)) == at(4)


@pytest.mark.parametrize("how", list(Settled))
def test_what_is_settled_or_let_be_is_brought_to_nobodys_mind(how: Settled) -> None:
    for one in (alert(SEEN, AlertSettled(how)), alert(SEEN, AlertLetBe())):
        assert BY_THE_RULE.next_at(one) is None
        assert BY_THE_RULE.due(one, at(28)) is None


def test_what_is_reopened_waits_from_then_on() -> None:
    one = reminded(alert(SEEN), at(4))
    said: list[tuple[datetime, AlertEvent]] = [
        (at(4, 18), AlertSettled(Settled.ANOTHER_PERSON)),
        (at(5, 12), AlertReopened()),
    ]
    for now, event in said:
        one = evolve(one, AlertEntry(now, ASHA.id, event))
    assert one.open_since == at(5, 12)
    assert BY_THE_RULE.next_at(one) == at(6)
    assert BY_THE_RULE.next_at(alert(SEEN, AlertLetBe(), AlertReopened())) == at(4)


def test_what_was_let_be_waits_again_from_when_a_further_contact_joined_it() -> None:
    one = reminded(alert(SEEN), at(4))
    one = evolve(one, AlertEntry(at(6), SYSTEM, AlertLetBe()))
    assert BY_THE_RULE.next_at(one) is None
    one = evolve(one, AlertEntry(at(10, 12), SYSTEM, SEEN))
    assert (one.let_be, one.open_since, one.count) == (False, at(10, 12), 2)
    assert BY_THE_RULE.next_at(one) == at(11)
    assert BY_THE_RULE.due(one, at(11)) == DueReminder(at(11), goes_up=False)


def test_an_alert_of_an_earlier_version_counts_from_its_first_contact() -> None:
    old = replace(alert(SEEN), open_since=None)
    assert BY_THE_RULE.next_at(old) == at(4)


def told(owner: StaffId = ASHA.id, *changed: StaffMember, up: bool = False) -> list[str]:
    staff = {member.id: member for member in (*ORGANISATION, *changed)}
    scene = Scene(POLICY, People(staff.values()), SYSTEM, MONDAY_MORNING)
    return [str(member) for member in reminded_of(scene, owner, goes_up=up)]


def away(member: StaffMember, deputy: StaffMember | None = None) -> StaffMember:
    absence = Absence(TODAY, date(2025, 3, 31), deputy.id if deputy else None)
    return replace(member, absences=(absence,))


def test_whoever_looks_after_the_case_is_told_and_then_their_manager_too() -> None:
    assert told() == ["asha"]
    assert told(up=True) == ["asha", "morgan"]


def test_a_deputy_is_told_while_they_are_away() -> None:
    assert told(ASHA.id, away(ASHA, SENA)) == ["sena"]
    assert told(ASHA.id, away(ASHA, SENA), up=True) == ["sena", "morgan"]
    assert told(ASHA.id, away(MORGAN, SENA), up=True) == ["asha", "sena"]


def test_for_whoever_is_not_there_the_next_above_is_told() -> None:
    assert told(ASHA.id, away(ASHA)) == ["morgan"]
    assert told(ASHA.id, replace(ASHA, active=False), up=True) == ["morgan", "devi"]
    assert told(ASHA.id, away(ASHA, SENA), away(SENA)) == ["morgan"]
    assert told(ASHA.id, away(ASHA, MORGAN), up=True) == ["morgan", "devi"]


def test_nobody_is_told_where_nobody_is_left() -> None:
    assert told(StaffId("gone")) == []
    alone = replace(DEVI, line_manager=None, active=False)
    assert told(DEVI.id, alone, up=True) == []


moments = st.integers(0, 24 * 60).map(lambda hours: MONDAY_MORNING + timedelta(hours=hours))


@given(st.lists(moments, max_size=12))
def test_whenever_one_looks_nothing_is_sent_twice_or_too_early(looks: list[datetime]) -> None:
    """And what is next is in the future of what was looked at last."""
    one, sent = alert(SEEN), []
    for now in sorted(looks):
        if due := BY_THE_RULE.due(one, now):
            assert due.due_at <= now
            sent.append(due.due_at)
            one = reminded(one, now)
        assert BY_THE_RULE.due(one, now) is None
        following = BY_THE_RULE.next_at(one)
        assert following
        assert following > now
    assert sent == sorted(set(sent))
    assert [each.due_at for each in one.reminders] == sent
