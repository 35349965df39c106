"""Who is away, and who decides instead."""

from datetime import date, timedelta

import pytest

from bot.views.form import SuggestField
from core.services.messages import Kind, Person
from core.vocabulary.people import StaffMember
from tests.bot.conversation import steps
from tests.bot.conversation.harness import (
    House,
    card,
    field_of,
    form,
    house,
    labels,
    problems,
    words,
)
from tests.support.people import ARI, ASHA, MORGAN, NOOR, OLU, SENA


def names(at: House, member: StaffMember) -> list[str]:
    return [str(absence.deputy) for absence in at.memory.store.staff[member.id].absences]


async def test_a_deputy_is_asked_while_somebody_is_away_and_no_longer() -> None:
    at = house()
    morgan = at.seat(MORGAN)
    today = at.now.date()
    asked = await morgan.opens("away")
    assert "goes to your deputy" in words(asked)
    done = card(await morgan.submit(asked, last=today + timedelta(days=6), deputy=NOOR.id))
    assert "Noor Neighbour decides instead" in words(done)
    await steps.report(at)
    await steps.propose_warning(at)
    assert at.messages(Kind.APPROVAL_REQUEST)[-1].to == Person(NOOR.id)
    assert await steps.approve(at, NOOR)

    # Back earlier than thought: with one press.
    taken_back = card(await morgan.press(done, "Here after all"))
    assert "Morgan Manager decides as usual again" in words(taken_back)
    assert names(at, MORGAN) == []


async def test_what_is_recorded_is_listed_with_the_way_back() -> None:
    at = house()
    asha, morgan = at.seat(ASHA), at.seat(MORGAN)
    last = at.now.date() + timedelta(days=2)
    await asha.send(await asha.opens("away"), last=last)
    listed = await asha.sees("away")
    assert "From Monday 3 March 2025 to Wednesday 5 March 2025" in words(listed)
    assert "The next above decides instead" in words(listed)
    assert form(await asha.press(listed, "Say who is away")).id == "away"
    assert labels(await morgan.sees("away")) == ["Here after all", "Say who is away"]
    await morgan.press(listed, "Here after all")
    assert names(at, ASHA) == []
    assert form(await asha.say("away"))


@pytest.mark.parametrize(
    ("seated", "may"), [(ASHA, False), (OLU, False), (MORGAN, True), (ARI, True)]
)
async def test_managers_and_administrators_are_asked_who_it_is(
    seated: StaffMember, may: bool
) -> None:
    asked = await house().seat(seated).opens("away")
    assert any(field.name == "staff" for field in asked.fields) is may
    if may:
        whom = field_of(asked, "staff")
        assert isinstance(whom, SuggestField)
        assert whom.value
        assert whom.value.value == seated.id


async def test_a_manager_says_it_for_a_colleague_below_them_and_for_nobody_else() -> None:
    at = house()
    morgan = at.seat(MORGAN)
    asked = await morgan.opens("away")
    last = at.now.date()
    await morgan.send(asked, staff=ASHA.id, last=last, deputy=SENA.id)
    assert names(at, ASHA) == [SENA.id]
    refused = problems(await morgan.submit(asked, staff=NOOR.id, last=last))
    assert "Only Noor Neighbour" in refused.general


@pytest.mark.parametrize(
    ("first", "last", "deputy", "field", "told"),
    [
        (None, date(2025, 3, 5), None, "first", "Enter the first day"),
        (date(2025, 3, 3), None, None, "last", "Enter the last day"),
        (date(2025, 3, 6), date(2025, 3, 5), None, "last", "before the first"),
        (date(2025, 2, 3), date(2025, 2, 5), None, "last", "in the past"),
        (date(2025, 3, 3), date(2025, 3, 5), ASHA.id, "deputy", "own deputy"),
    ],
)
async def test_what_cannot_be_is_told_at_its_field(
    first: date | None, last: date | None, deputy: str | None, field: str, told: str
) -> None:
    asha = house().seat(ASHA)
    asked = await asha.opens("away")
    refused = problems(await asha.submit(asked, first=first, last=last, deputy=deputy))
    assert told in refused.fields[field]


async def test_an_old_or_forged_button_is_answered_kindly() -> None:
    at = house()
    caller = at.seat(ASHA).caller()
    for value in ("", "yesterday/asha", "2025-03-03/nobody", "2025-03-03/asha"):
        told = card(await at.talk.press(caller, "here-after-all", value))
        assert told.title in ("That did not work", "The policy does not allow this")


async def test_help_mentions_it() -> None:
    told = words(await house().seat(ASHA).sees("help"))
    assert "Say when you are away, and who decides in your place" in told
