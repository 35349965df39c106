"""The staff directory, as the register's entries leave it."""

from collections.abc import Sequence
from typing import Any, Final

from sqlalchemy import ColumnElement, Select, delete, insert, select
from sqlalchemy.ext.asyncio import AsyncConnection

from adapters.storage.codec import dumps, loads
from adapters.storage.engine import Database, in_batches, upsert
from adapters.storage.names import normal_text, words_of
from adapters.storage.schema import staff, staff_accounts, staff_words
from core.vocabulary.ids import StaffId
from core.vocabulary.people import Account, People, StaffMember

_LAST: Final = "\U0010ffff"
"""Comes after every letter."""


class SqlDirectory:
    """``core.services.ports.Directory``."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def by_account(self, account: Account) -> StaffMember | None:
        accounts = staff_accounts.c
        query = _members().join(staff_accounts, accounts.staff == staff.c.id)
        return await self._first(query.where(*_same_account(account)))

    async def by_email(self, email: str) -> StaffMember | None:
        """Among several of one address, a colleague who is active."""
        wanted = normal_text(email)
        if not wanted:
            return None
        query = _members().where(staff.c.email == wanted)
        return await self._first(query.order_by(staff.c.active.desc(), staff.c.id))

    async def people(self, staff_ids: Sequence[StaffId]) -> People:
        line = select(staff.c.id, staff.c.line_manager).where(staff.c.id.in_(staff_ids))
        upwards = line.cte("upwards", recursive=True)
        managers = select(staff.c.id, staff.c.line_manager)
        upwards = upwards.union(managers.join(upwards, staff.c.id == upwards.c.line_manager))
        return People(await self._read(_members().where(staff.c.id.in_(select(upwards.c.id)))))

    async def reports_of(self, manager: StaffId) -> tuple[StaffMember, ...]:
        query = _members().where(staff.c.line_manager == manager)
        return await self._read(query.order_by(staff.c.sort_name, staff.c.id))

    async def search(self, query: str, limit: int = 20) -> tuple[StaffMember, ...]:
        wanted = _members().where(staff.c.active, *(_has_word(word) for word in words_of(query)))
        return await self._read(wanted.order_by(staff.c.sort_name, staff.c.id).limit(limit))

    async def _first(self, query: Select[str]) -> StaffMember | None:
        found = await self._read(query.limit(1))
        return found[0] if found else None

    async def _read(self, query: Select[str]) -> tuple[StaffMember, ...]:
        async with self._database.reading() as connection:
            documents = (await connection.scalars(query)).all()
        return tuple(loads(document, StaffMember) for document in documents)


async def keep_staff(connection: AsyncConnection, members: Sequence[StaffMember]) -> None:
    """Raises a unique violation for an account that is somebody else's."""
    for batch in in_batches(members):
        ids = [member.id for member in batch]
        await connection.execute(upsert(connection, staff), [_row(member) for member in batch])
        await connection.execute(delete(staff_accounts).where(staff_accounts.c.staff.in_(ids)))
        await connection.execute(delete(staff_words).where(staff_words.c.staff.in_(ids)))
        accounts = [
            {"platform": a.platform, "workspace": a.workspace, "user": a.user, "staff": member.id}
            for member in batch
            for a in member.accounts
        ]
        if accounts:
            await connection.execute(insert(staff_accounts), accounts)
        words = [
            {"word": word, "staff": member.id} for member in batch for word in words_of(member.name)
        ]
        if words:
            await connection.execute(insert(staff_words), words)


def _row(member: StaffMember) -> dict[str, Any]:
    return {
        "id": member.id,
        "email": normal_text(member.email),
        "line_manager": member.line_manager,
        "active": member.active,
        "sort_name": " ".join(words_of(member.name)),
        "document": dumps(member),
    }


def _members() -> Select[str]:
    return select(staff.c.document)


def _same_account(account: Account) -> tuple[ColumnElement[bool], ...]:
    return (
        staff_accounts.c.platform == account.platform,
        staff_accounts.c.workspace == account.workspace,
        staff_accounts.c.user == account.user,
    )


def _has_word(beginning: str) -> ColumnElement[bool]:
    words = staff_words.c
    matching = select(words.staff).where(words.word >= beginning, words.word < beginning + _LAST)
    return staff.c.id.in_(matching)
