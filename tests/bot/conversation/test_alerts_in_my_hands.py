"""Whoever is named, and reminded, finds the alert among what is theirs to do."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.conversation.pages import whose_alerts
from core.services.messages import Kind, Person
from core.vocabulary.people import Absence, StaffMember
from tests.bot.conversation.alert_steps import alerted, brought_to_mind
from tests.bot.conversation.harness import House, words
from tests.support.people import ASHA, DANA, DEVI, FRAN, MORGAN, NOOR, OLU, SENA


async def todo(at: House, member: StaffMember) -> str:
    return words(await at.seat(member).sees("reviews"))


def away(at: House, member: StaffMember, deputy: StaffMember | None = None) -> None:
    today = at.now.date()
    absence = Absence(today, today + timedelta(days=10), deputy.id if deputy else None)
    at.memory.employ(replace(member, absences=(absence,)))


async def is_only_with(at: House, member: StaffMember) -> None:
    """Named, reminded and with the alert on their page; of those who are there, nobody else."""
    alert = await alerted(at)
    assert f"{member.name} says what became of it." in await todo(at, FRAN)
    await brought_to_mind(at, days=1)
    assert [m.to for m in at.messages(Kind.ALERT_REMINDER)] == [Person(member.id)]
    staff = at.memory.store.staff
    here = [m for m in (SENA, DEVI, DANA, NOOR, OLU) if not staff[m.id].absences]
    saw = [each.id for each in here if alert.reference in await todo(at, each)]
    assert saw == [member.id]


async def test_the_deputy_of_a_manager_has_those_of_the_team_who_are_away(at: House) -> None:
    away(at, ASHA)
    away(at, MORGAN, SENA)
    await is_only_with(at, SENA)


async def test_the_next_above_has_what_nobody_nearer_is_there_for(at: House) -> None:
    away(at, ASHA)
    away(at, MORGAN)
    await is_only_with(at, DEVI)


async def test_so_has_the_one_above_them_however_far(at: House) -> None:
    at.memory.employ(replace(ASHA, active=False))
    away(at, MORGAN, SENA)
    away(at, SENA)
    away(at, DEVI)
    await is_only_with(at, DANA)


async def test_so_has_whoever_stands_in_for_the_next_above(at: House) -> None:
    away(at, ASHA)
    away(at, MORGAN)
    away(at, DEVI, OLU)
    await is_only_with(at, OLU)


async def test_a_deputy_nearer_keeps_it_from_those_above(at: House) -> None:
    away(at, ASHA, OLU)
    away(at, MORGAN)
    away(at, DEVI)
    alert = await alerted(at)
    assert alert.reference in await todo(at, OLU)
    assert "Olu Officer says what became of it." in await todo(at, OLU)
    assert alert.reference not in await todo(at, NOOR)


async def test_the_line_is_followed_safely_in_a_loop_and_so_far_only(
    at: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    away(at, ASHA)
    away(at, MORGAN)
    at.memory.employ(replace(DEVI, line_manager=ASHA.id))
    alert = await alerted(at)
    assert alert.reference in await todo(at, DEVI)
    monkeypatch.setattr(whose_alerts, "MOST_LEVELS", 1)
    assert alert.reference not in await todo(at, DEVI)
