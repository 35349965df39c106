"""The staff directory, as the register's entries leave it."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from typing import Any, Final

from sqlalchemy import ColumnElement, Select, bindparam, delete, insert, select
from sqlalchemy.ext.asyncio import AsyncConnection

from adapters.storage.connecting.engine import Database, in_batches, upsert
from adapters.storage.indexing.names import normal_text, words_of
from adapters.storage.schema.staff import (
    staff,
    staff_absences,
    staff_accounts,
    staff_deputies,
    staff_roles,
    staff_words,
)
from adapters.storage.writing.codec import dumps, loads
from core.vocabulary.ids import StaffId
from core.vocabulary.people import SENIOR_ROLES, Account, People, StaffMember

_LAST: Final = "\U0010ffff"
"""Comes after every letter."""

"""Roles whose holders ``People`` says every decision needs."""


class SqlDirectory:
    """``core.services.ports.finders.Directory``."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def by_account(self, account: Account) -> StaffMember | None:
        return await self._first(_BY_ACCOUNT, asdict(account))

    async def by_email(self, email: str) -> StaffMember | None:
        """Among several of one address, a colleague who is active."""
        wanted = normal_text(email)
        if not wanted:
            return None
        return await self._first(_BY_EMAIL, {"email": wanted})

    async def people(self, staff_ids: Sequence[StaffId]) -> People:
        return People(await self._read(_PEOPLE, {"staff": staff_ids}))

    async def reports_of(self, *managers: StaffId) -> tuple[StaffMember, ...]:
        return await self._read(_REPORTS_OF, {"managers": managers})

    async def naming(self, deputy: StaffId) -> tuple[StaffMember, ...]:
        return await self._read(_NAMING, {"deputy": deputy})

    async def search(self, query: str, limit: int = 20) -> tuple[StaffMember, ...]:
        wanted = _members().where(staff.c.active, *(_has_word(word) for word in words_of(query)))
        return await self._read(wanted.order_by(staff.c.sort_name, staff.c.id).limit(limit))

    async def _first(self, query: Select[str], values: Mapping[str, Any]) -> StaffMember | None:
        found = await self._read(query, values)
        return found[0] if found else None

    async def _read(
        self, query: Select[str], values: Mapping[str, Any] | None = None
    ) -> tuple[StaffMember, ...]:
        async with self._database.reading() as connection:
            documents = (await connection.scalars(query, values)).all()
        return tuple(loads(document, StaffMember) for document in documents)


async def keep_staff(connection: AsyncConnection, members: Sequence[StaffMember]) -> None:
    """Raises a unique violation for an account that is somebody else's."""
    for batch in in_batches(members):
        ids = [member.id for member in batch]
        await connection.execute(upsert(connection, staff), [_row(member) for member in batch])
        for table, beside in _BESIDE:
            await connection.execute(delete(table).where(table.c.staff.in_(ids)))
            rows = [row | {"staff": member.id} for member in batch for row in beside(member)]
            if rows:
                await connection.execute(insert(table), rows)


def _row(member: StaffMember) -> dict[str, Any]:
    return {
        "id": member.id,
        "email": normal_text(member.email),
        "line_manager": member.line_manager,
        "active": member.active,
        "sort_name": " ".join(words_of(member.name)),
        "document": dumps(member),
    }


def _accounts(member: StaffMember) -> list[dict[str, Any]]:
    return [asdict(account) for account in member.accounts]


def _words(member: StaffMember) -> list[dict[str, Any]]:
    return [{"word": word} for word in words_of(member.name)]


def _roles(member: StaffMember) -> list[dict[str, Any]]:
    return [{"role": role.value} for role in member.roles if member.active]


def _deputies(member: StaffMember) -> list[dict[str, Any]]:
    return [{"deputy": d} for d in {absence.deputy for absence in member.absences} if d]


def _absences(member: StaffMember) -> list[dict[str, Any]]:
    last_of = {absence.first: absence.last for absence in member.absences if absence.deputy}
    return [{"first": first, "last": last} for first, last in last_of.items()]


_BESIDE: Final = (
    (staff_accounts, _accounts),
    (staff_words, _words),
    (staff_roles, _roles),
    (staff_deputies, _deputies),
    (staff_absences, _absences),
)
"""The tables that stand beside the directory, and what they have of a member."""


def _members() -> Select[str]:
    return select(staff.c.document)


def _has_word(beginning: str) -> ColumnElement[bool]:
    words = staff_words.c
    matching = select(words.staff).where(words.word >= beginning, words.word < beginning + _LAST)
    return staff.c.id.in_(matching)


def _by_account() -> Select[str]:
    accounts = staff_accounts.c
    named = (column == bindparam(column.name) for column in staff_accounts.primary_key)
    return _members().join(staff_accounts, accounts.staff == staff.c.id).where(*named).limit(1)


def _by_email() -> Select[str]:
    query = _members().where(staff.c.email == bindparam("email"))
    return query.order_by(staff.c.active.desc(), staff.c.id).limit(1)


def _people() -> Select[str]:
    """Colleagues and everyone above them, those of some roles, and the deputies of all these."""
    line = select(staff.c.id, staff.c.line_manager)
    upwards = line.where(staff.c.id.in_(bindparam("staff"))).cte("upwards", recursive=True)
    upwards = upwards.union(line.join(upwards, staff.c.id == upwards.c.line_manager))
    roles = [role.value for role in SENIOR_ROLES]
    holders = select(staff_roles.c.staff).where(staff_roles.c.role.in_(roles))
    deciding = select(upwards.c.id).union(holders).cte("deciding")
    deputies = select(staff_deputies.c.deputy)
    deputies = deputies.where(staff_deputies.c.staff.in_(select(deciding.c.id)))
    return _members().where(staff.c.id.in_(select(deciding.c.id).union(deputies)))


def _reports_of() -> Select[str]:
    query = _members().where(staff.c.line_manager.in_(bindparam("managers", expanding=True)))
    return query.order_by(staff.c.sort_name, staff.c.id)


def _naming() -> Select[str]:
    query = _members().join(staff_deputies, staff_deputies.c.staff == staff.c.id)
    return query.where(staff_deputies.c.deputy == bindparam("deputy")).order_by(staff.c.id)


# Made once: putting a statement together costs as much as running it.
_BY_ACCOUNT: Final = _by_account()
_BY_EMAIL: Final = _by_email()
_PEOPLE: Final = _people()
_REPORTS_OF: Final = _reports_of()
_NAMING: Final = _naming()
