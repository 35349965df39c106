"""Finding cases: summaries kept beside the timeline."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, Final

from sqlalchemy import BindParameter, ColumnElement, Select, bindparam, delete, insert, select
from sqlalchemy.ext.asyncio import AsyncConnection

from adapters.storage.codec import dumps, loads
from adapters.storage.engine import Database, in_batches, upsert
from adapters.storage.names import normal_text
from adapters.storage.schema import awaiting, case_summaries
from core.services.summary import CaseSummary
from core.vocabulary.ids import CaseId, CustomerId, StaffId


class SqlCases:
    """``core.services.ports.Cases``."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def open_case_of(self, customer: CustomerId) -> CaseId | None:
        return await self._case(_OPEN_CASE_OF, customer)

    async def by_reference(self, reference: str) -> CaseId | None:
        return await self._case(_BY_REFERENCE, normal_text(reference))

    async def summary(self, case: CaseId) -> CaseSummary | None:
        found = await self._summaries(_SUMMARY, {"sought": case})
        return found[0] if found else None

    async def awaiting_decision_by(self, approver: StaffId) -> tuple[CaseSummary, ...]:
        return await self._summaries(_AWAITING_DECISION_BY, {"sought": approver})

    async def awaiting_decision_of(self, proposer: StaffId) -> tuple[CaseSummary, ...]:
        return await self._summaries(_AWAITING_DECISION_OF, {"sought": proposer})

    async def reviews_until(
        self, day: date, owners: Sequence[StaffId] | None = None, limit: int = 50
    ) -> tuple[CaseSummary, ...]:
        query = _soonest(case_summaries.c.next_review_on, day, limit)
        if owners is not None:
            query = query.where(case_summaries.c.owner.in_(owners))
        return await self._summaries(query)

    async def reminders_due(self, day: date, limit: int = 100) -> tuple[CaseSummary, ...]:
        return await self._summaries(_soonest(case_summaries.c.next_remind_on, day, limit))

    async def _case(self, query: Select[CaseId], sought: str) -> CaseId | None:
        async with self._database.reading() as connection:
            return await connection.scalar(query, {"sought": sought})

    async def _summaries(
        self, query: Select[Any], values: Mapping[str, Any] | None = None
    ) -> tuple[CaseSummary, ...]:
        """A case with several proposals comes once, in the place of its first."""
        async with self._database.reading() as connection:
            documents = dict.fromkeys((await connection.scalars(query, values)).all())
        return tuple(loads(document, CaseSummary) for document in documents)


async def keep_summaries(
    connection: AsyncConnection, summaries: Sequence[CaseSummary], versions: Mapping[CaseId, int]
) -> None:
    """``versions``: those of the cases that change at the same time."""
    for batch in in_batches(summaries):
        cases = [summary.case for summary in batch]
        rows = [_row(summary, versions.get(summary.case, 0)) for summary in batch]
        await connection.execute(upsert(connection, case_summaries), rows)
        await connection.execute(_NOTHING_AWAITS, {"cases": cases})
        proposals = [
            {
                "case_id": summary.case,
                "proposal": proposal.proposal,
                "approver": proposal.approver,
                "proposed_by": proposal.proposed_by,
                "proposed_at": proposal.proposed_at,
            }
            for summary in batch
            for proposal in summary.awaiting
        ]
        if proposals:
            await connection.execute(insert(awaiting), proposals)


def _row(summary: CaseSummary, version: int) -> dict[str, Any]:
    reviews = [sanction.review_on for sanction in summary.in_force]
    reminders = [sanction.remind_on for sanction in summary.in_force if sanction.remind_on]
    return {
        "case_id": summary.case,
        "reference": normal_text(summary.reference),
        "customer": summary.customer,
        "owner": summary.owner,
        "open": summary.open,
        "version": version,
        "next_review_on": min(reviews, default=None),
        "next_remind_on": min(reminders, default=None),
        "document": dumps(summary),
    }


def _documents() -> Select[str]:
    return select(case_summaries.c.document)


def _soonest(day_column: ColumnElement[date], day: date, limit: int) -> Select[str]:
    query = _documents().where(day_column <= day)
    return query.order_by(day_column, case_summaries.c.case_id).limit(limit)


def _awaiting(column: ColumnElement[str]) -> Select[str]:
    query = _documents().join(awaiting, awaiting.c.case_id == case_summaries.c.case_id)
    return query.where(column == _SOUGHT).order_by(awaiting.c.proposed_at, awaiting.c.proposal)


# Made once: putting a statement together costs as much as running it.
_SOUGHT: Final[BindParameter[str]] = bindparam("sought")
_CASE: Final = select(case_summaries.c.case_id)
_OPEN_CASE_OF: Final = _CASE.where(case_summaries.c.customer == _SOUGHT, case_summaries.c.open)
_BY_REFERENCE: Final = _CASE.where(case_summaries.c.reference == _SOUGHT)
_SUMMARY: Final = _documents().where(case_summaries.c.case_id == _SOUGHT)
_AWAITING_DECISION_BY: Final = _awaiting(awaiting.c.approver)
_AWAITING_DECISION_OF: Final = _awaiting(awaiting.c.proposed_by)
_NOTHING_AWAITS: Final = delete(awaiting).where(awaiting.c.case_id.in_(bindparam("cases")))
