"""Alerts as they stand, kept beside the timeline."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any, Final

from sqlalchemy import Select
from sqlalchemy.ext.asyncio import AsyncConnection

from adapters.storage.connecting.engine import Database, in_batches, upsert
from adapters.storage.contacts import alert_queries as queries
from adapters.storage.indexing.names import normal_text
from adapters.storage.schema.contacts import contact_alerts
from adapters.storage.writing.codec import dumps, loads
from core.alert.state import Alert
from core.services.announcing.alerts import anew
from core.services.messages import Message
from core.services.ports.desk import AlertsToRedraw
from core.vocabulary.ids import AlertId, CaseId, StaffId

MOST_OF_A_CASE: Final = 10
MOST_AROUND: Final = 200
"""Open alerts of one case that are read for a contact: whoever writes under more names within
reach of it than these is told in a further alert, and each contact costs no more than that."""


class SqlAlerts:
    """``core.services.ports.finders.Alerts``."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def get(self, alert: AlertId) -> Alert | None:
        found = await self._alerts([(queries.ONE, {"sought": alert})])
        return found[0] if found else None

    async def by_reference(self, reference: str) -> Alert | None:
        found = await self._alerts([(queries.CALLED, {"sought": normal_text(reference).upper()})])
        return found[0] if found else None

    async def latest(self, cases: Sequence[CaseId]) -> dict[CaseId, Sequence[Alert]]:
        """Only the cases that have any."""
        limit = {"limit": MOST_OF_A_CASE}
        sought = [
            (queries.UNSETTLED, {"sought": case, "skip": 0, **limit})
            for case in dict.fromkeys(cases)
        ]
        return _by_case(await self._alerts(sought))

    async def still_open(self, case: CaseId, skip: int, limit: int = 10) -> tuple[Alert, ...]:
        return await self._alerts(
            [(queries.UNSETTLED, {"sought": case, "skip": skip, "limit": limit})]
        )

    async def count_open(self, case: CaseId) -> int:
        return await self._count(queries.HOW_MANY_OPEN, {"sought": case})

    async def around(
        self, cases: Sequence[CaseId], since: datetime, until: datetime
    ) -> dict[CaseId, Sequence[Alert]]:
        each = {"since": since, "until": until, "most": MOST_AROUND}
        each |= {"skip": 0, "limit": MOST_OF_A_CASE}
        sought = [(queries.AROUND, {"sought": case} | each) for case in dict.fromkeys(cases)]
        return _by_case(await self._alerts(sought))

    async def reminders_due(self, now: datetime, limit: int = 100) -> tuple[Alert, ...]:
        return await self._alerts([(queries.TO_REMIND_OF, {"now": now, "limit": limit})])

    async def waiting(self, owners: Sequence[StaffId] | None, limit: int = 10) -> tuple[Alert, ...]:
        query = queries.WAITING if owners is None else queries.WAITING_OF
        return await self._alerts([(query, {"owners": owners, "limit": limit})])

    async def count_waiting(self, owners: Sequence[StaffId] | None) -> int:
        query = queries.HOW_MANY_WAIT if owners is None else queries.HOW_MANY_WAIT_OF
        return await self._count(query, {"owners": owners})

    async def _count(self, query: Select[int], values: Mapping[str, Any]) -> int:
        async with self._database.reading() as connection:
            return (await connection.scalar(query, values)) or 0

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
        "waits_since": (alert.open_since or alert.first_at) if alert.remind_at else None,
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
        found += (await connection.scalars(queries.OPEN_OF, {"customers": batch})).all()
    alerts = (loads(document, Alert) for document in found)
    return tuple(message for alert in alerts for message in anew(alert, redraw.because))
