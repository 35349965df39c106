"""The staff directory."""

from dataclasses import replace
from datetime import date

import pytest

from adapters.storage import Storage
from core.services.ports.desk import Conflict
from core.vocabulary.ids import StaffId
from core.vocabulary.people import Absence, Account, Role
from tests.adapters.storage.samples import person, recorded

DANA = person("Dana Director", "UDANA", roles=frozenset({Role.DIRECTOR}))
MORGAN = person("Morgan Manager", "UMORGAN", manager=DANA.id)
ASHA = person("Asha Adviser", "UASHA", "UASHA2", manager=MORGAN.id)
ASHOK = person("Ashok Ünlikely", manager=MORGAN.id)
IRA = person("Ira Inactive", "UIRA", manager=MORGAN.id, active=False)


@pytest.fixture
async def staffed(storage: Storage) -> Storage:
    await storage.store.commit(recorded(DANA, MORGAN, ASHA, ASHOK, IRA))
    return storage


async def test_by_account(staffed: Storage) -> None:
    directory = staffed.directory
    assert await directory.by_account(Account("slack", "T1", "UASHA2")) == ASHA
    assert await directory.by_account(Account("slack", "T1", "UDANA")) == DANA
    for stranger in (Account("slack", "T2", "UASHA"), Account("teams", "T1", "UASHA")):
        assert await directory.by_account(stranger) is None


async def test_by_email_without_regard_to_case(staffed: Storage) -> None:
    assert await staffed.directory.by_email(" ASHA@ucb.example ") == ASHA
    for stranger in ("asha@ucb.exampl", "", " ", "%", "\x00"):
        assert await staffed.directory.by_email(stranger) is None


async def test_colleagues_without_an_address_are_nobodys(storage: Storage) -> None:
    await storage.store.commit(recorded(replace(ASHA, email="")))
    assert await storage.directory.by_email("") is None


async def test_of_two_with_one_address_the_active_one(storage: Storage) -> None:
    was = person("Aaron Away", email="asha@ucb.example", active=False)
    await storage.store.commit(recorded(was, ASHA))
    assert await storage.directory.by_email("asha@ucb.example") == ASHA


async def test_people_and_everyone_above_them(staffed: Storage) -> None:
    people = await staffed.directory.people([ASHA.id, StaffId("nobody")])
    assert {member.id for member in people} == {ASHA.id, MORGAN.id, DANA.id}
    assert people.get(ASHA.id) == ASHA
    assert people.above(ASHA.id) == (MORGAN, DANA)


async def loaded(storage: Storage, *staff: StaffId) -> set[str]:
    return {member.id for member in await storage.directory.people(staff)}


async def test_directors_the_chief_operating_officer_and_legal_are_always_there(
    storage: Storage,
) -> None:
    await storage.store.commit(
        recorded(
            replace(DANA, line_manager=StaffId("uma")),
            person("Cleo Chief", roles=frozenset({Role.CHIEF_OPERATING_OFFICER})),
            person("Lee Legal", roles=frozenset({Role.LEGAL, Role.ADMINISTRATOR})),
            person("Fran Focus", roles=frozenset({Role.CUSTOMER_FOCUS})),
            person("Ari Administrator", roles=frozenset({Role.ADMINISTRATOR})),
            person("Gone Director", roles=frozenset({Role.DIRECTOR}), active=False),
            person("Uma Uninvolved"),
            ASHOK,
        )
    )
    assert await loaded(storage) == {"dana", "cleo", "lee"}
    assert await loaded(storage, ASHOK.id) == {"dana", "cleo", "lee", "ashok"}
    people = await storage.directory.people([])
    assert [m.id for m in people.with_role(Role.LEGAL)] == ["lee"]
    no_more = person("Lee Legal", roles=frozenset({Role.ADMINISTRATOR}))
    left = replace(DANA, active=False)
    await storage.store.commit(recorded(no_more, left, version=1))
    assert await loaded(storage) == {"cleo"}


async def test_the_deputies_of_all_these_come_with_them(storage: Storage) -> None:
    away = Absence(date(2025, 8, 1), date(2025, 8, 14), StaffId("sena"))
    again = Absence(date(2025, 9, 1), date(2025, 9, 2), StaffId("sena"))
    alone = Absence(date(2025, 9, 3), date(2025, 9, 4))
    stand_in = person("Dara Deputy")
    await storage.store.commit(
        recorded(
            replace(MORGAN, absences=(away, again, alone)),
            replace(DANA, absences=(replace(away, deputy=stand_in.id),)),
            person("Sena Senior", absences=(replace(away, deputy=StaffId("noor")),)),
            person("Noor Neighbour", absences=(replace(away, deputy=StaffId("nobody")),)),
            stand_in,
            ASHA,
        )
    )
    assert await loaded(storage, ASHA.id) == {"asha", "morgan", "dana", "sena", "dara"}
    assert await loaded(storage, StaffId("noor")) == {"noor", "dana", "dara"}
    await storage.store.commit(recorded(MORGAN, version=1))
    assert await loaded(storage, ASHA.id) == {"asha", "morgan", "dana", "dara"}


async def test_a_loop_of_managers_ends(storage: Storage) -> None:
    await storage.store.commit(recorded(replace(DANA, line_manager=ASHA.id), MORGAN, ASHA))
    people = await storage.directory.people([MORGAN.id])
    assert {member.id for member in people} == {ASHA.id, MORGAN.id, DANA.id}


async def test_reports_of_a_manager(staffed: Storage) -> None:
    assert await staffed.directory.reports_of(MORGAN.id) == (ASHA, ASHOK, IRA)
    assert await staffed.directory.reports_of(ASHA.id) == ()
    assert await staffed.directory.reports_of(ASHA.id, MORGAN.id) == (ASHA, ASHOK, IRA)
    assert await staffed.directory.reports_of() == ()


@pytest.mark.parametrize(
    ("query", "members"),
    [
        ("", [ASHA, ASHOK, DANA, MORGAN]),
        ("ash", [ASHA, ASHOK]),
        ("ASHA", [ASHA]),
        ("a ad", [ASHA]),
        ("unl", [ASHOK]),
        ("man morg", [MORGAN]),
        ("ira", []),
        ("sha", []),
        ("%", [ASHA, ASHOK, DANA, MORGAN]),
        ("asha morgan", []),
    ],
)
async def test_search_by_the_beginnings_of_names(
    staffed: Storage, query: str, members: list[object]
) -> None:
    assert list(await staffed.directory.search(query)) == members
    assert list(await staffed.directory.search(query, limit=1)) == members[:1]


async def test_the_latest_entry_stands(staffed: Storage) -> None:
    changed = replace(ASHA, name="Asha Advanced", email="new@ucb.example", accounts=frozenset())
    await staffed.store.commit(recorded(changed, version=1))
    assert await staffed.directory.by_email("new@ucb.example") == changed
    assert await staffed.directory.by_email("asha@ucb.example") is None
    assert await staffed.directory.by_account(Account("slack", "T1", "UASHA")) is None
    assert await staffed.directory.search("adviser") == ()
    assert await staffed.directory.search("advanced") == (changed,)


async def test_an_account_is_one_persons(staffed: Storage) -> None:
    with pytest.raises(Conflict):
        await staffed.store.commit(recorded(replace(ASHOK, accounts=DANA.accounts), version=1))
    assert await staffed.directory.by_account(Account("slack", "T1", "UDANA")) == DANA


async def test_an_account_moves_from_one_to_another_in_one_commit(staffed: Storage) -> None:
    without, having = replace(ASHA, accounts=frozenset()), replace(ASHOK, accounts=ASHA.accounts)
    await staffed.store.commit(recorded(having, without, version=1))
    assert await staffed.directory.by_account(Account("slack", "T1", "UASHA")) == having
