"""Alerts as they stand, kept beside the timeline."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any, Final

from sqlalchemy import BindParameter, Integer, Select, bindparam, func, select, text, union_all
from sqlalchemy.ext.asyncio import AsyncConnection

from adapters.storage.codec import dumps, loads
from adapters.storage.engine import Database, in_batches, upsert
from adapters.storage.names import normal_text
from adapters.storage.schema.contacts import contact_alerts
from core.alert.state import Alert
from core.services.announcing.alerts import anew
from core.services.messages import Message
from core.services.ports.desk import AlertsToRedraw
from core.vocabulary.ids import AlertId, CaseId

MOST_OF_A_CASE: Final = 10
_row: Final = contact_alerts.c
_IS_OPEN: Final = text("NOT settled")
"""Word for word as in the indexes of open alerts: SQLite takes them for nothing else."""


class SqlAlerts:
    """``core.services.ports.finders.Alerts``."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def get(self, alert: AlertId) -> Alert | None:
        found = await self._alerts([(_ONE, {"sought": alert})])
        return found[0] if found else None

    async def by_reference(self, reference: str) -> Alert | None:
        found = await self._alerts([(_CALLED, {"sought": normal_text(reference).upper()})])
        return found[0] if found else None

    async def latest(self, cases: Sequence[CaseId]) -> dict[CaseId, Sequence[Alert]]:
        """Only the cases that have any."""
        limit = {"limit": MOST_OF_A_CASE}
        sought = [
            (_UNSETTLED, {"sought": case, "skip": 0, **limit}) for case in dict.fromkeys(cases)
        ]
        return _by_case(await self._alerts(sought))

    async def still_open(self, case: CaseId, skip: int, limit: int = 10) -> tuple[Alert, ...]:
        return await self._alerts([(_UNSETTLED, {"sought": case, "skip": skip, "limit": limit})])

    async def count_open(self, case: CaseId) -> int:
        async with self._database.reading() as connection:
            return (await connection.scalar(_HOW_MANY_OPEN, {"sought": case})) or 0

    async def around(
        self, cases: Sequence[CaseId], since: datetime, until: datetime
    ) -> dict[CaseId, Sequence[Alert]]:
        each = {"skip": 0, "limit": MOST_OF_A_CASE, "since": since, "until": until}
        sought = [(_AROUND, {"sought": case} | each) for case in dict.fromkeys(cases)]
        return _by_case(await self._alerts(sought))

    async def reminders_due(self, now: datetime, limit: int = 100) -> tuple[Alert, ...]:
        return await self._alerts([(_TO_REMIND_OF, {"now": now, "limit": limit})])

    async def _alerts(
        self, queries: Sequence[tuple[Select[str], Mapping[str, Any]]]
    ) -> tuple[Alert, ...]:
        """One that is found several times comes once, in the place of its first."""
        documents: dict[str, None] = {}
        if queries:
            async with self._database.reading() as connection:
                for query, values in queries:
                    documents |= dict.fromkeys((await connection.scalars(query, values)).all())
        return tuple(loads(document, Alert) for document in documents)


def _by_case(alerts: Iterable[Alert]) -> dict[CaseId, Sequence[Alert]]:
    found: dict[CaseId, list[Alert]] = {}
    for alert in alerts:
        found.setdefault(alert.case, []).append(alert)
    return {case: tuple(each) for case, each in found.items()}


async def keep_alerts(
    connection: AsyncConnection, alerts: Sequence[Alert], versions: Mapping[str, int]
) -> None:
    """``versions``: those of the alerts that change at the same time, by id."""
    if alerts:
        rows = [_values(alert, versions.get(alert.id, 0)) for alert in alerts]
        await connection.execute(upsert(connection, contact_alerts), rows)


def _values(alert: Alert, version: int) -> dict[str, Any]:
    return {
        "id": alert.id,
        "reference": alert.reference,
        "case_id": alert.case,
        "version": version,
        "settled": alert.settled is not None,
        "last_at": alert.last_at,
        "customer": alert.customer,
        "remind_at": alert.remind_at,
        "document": dumps(alert),
    }


async def alerts_anew(
    connection: AsyncConnection, redraw: AlertsToRedraw | None
) -> tuple[Message, ...]:
    """Every message of the alerts that stand open as this commit is kept, to be drawn anew."""
    if redraw is None:
        return ()
    found: list[str] = []
    for batch in in_batches(sorted(redraw.customers)):
        found += (await connection.scalars(_OPEN_OF, {"customers": batch})).all()
    alerts = (loads(document, Alert) for document in found)
    return tuple(message for alert in alerts for message in anew(alert, redraw.because))


def _latest(*, settled_too: bool) -> Select[Any]:
    query = select(*_FOUND).where(_row.case_id == _SOUGHT)
    if not settled_too:
        query = query.where(_IS_OPEN)
    query = query.order_by(_row.last_at.desc(), _row.id.desc())
    skipped = query.offset(bindparam("skip", type_=Integer))
    return skipped.limit(bindparam("limit", type_=Integer))


def _around() -> Select[str]:
    """Three walks along an index; what they have in common is told apart by whoever reads it."""
    near = _row.last_at.between(bindparam("since"), bindparam("until"))
    latest = (_latest(settled_too=too).subquery() for too in (False, True))
    within = select(*_FOUND).where(_row.case_id == _SOUGHT, _IS_OPEN, near)
    found = union_all(within, *map(select, latest)).subquery().c
    return select(found.document).order_by(found.last_at.desc(), found.id.desc())


# Made once: putting a statement together costs as much as running it.
_SOUGHT: Final[BindParameter[str]] = bindparam("sought")
_FOUND: Final = (_row.document, _row.last_at, _row.id)
_ONE: Final = select(_row.document).where(_row.id == _SOUGHT)
_CALLED: Final = select(_row.document).where(_row.reference == _SOUGHT)
_AROUND: Final = _around()
_UNSETTLED: Final = _latest(settled_too=False)
_HOW_MANY_OPEN: Final = (
    select(func.count()).select_from(contact_alerts).where(_row.case_id == _SOUGHT, _IS_OPEN)
)
_OPEN_OF: Final = (
    select(_row.document)
    .where(_row.customer.in_(bindparam("customers", expanding=True)), _IS_OPEN)
    .order_by(_row.customer, _row.id)
)
_TO_REMIND_OF: Final = (
    select(_row.document)
    .where(_row.remind_at <= bindparam("now"))
    .order_by(_row.remind_at, _row.id)
    .limit(bindparam("limit", type_=Integer))
)
