"""Finding cases: summaries kept beside the timeline."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Select, delete, insert, select
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
        return await self._case(case_summaries.c.customer == customer, case_summaries.c.open)

    async def by_reference(self, reference: str) -> CaseId | None:
        return await self._case(case_summaries.c.reference == normal_text(reference))

    async def summary(self, case: CaseId) -> CaseSummary | None:
        found = await self._summaries(_documents().where(case_summaries.c.case_id == case))
        return found[0] if found else None

    async def awaiting_decision_by(self, approver: StaffId) -> tuple[CaseSummary, ...]:
        return await self._awaiting(awaiting.c.approver == approver)

    async def awaiting_decision_of(self, proposer: StaffId) -> tuple[CaseSummary, ...]:
        return await self._awaiting(awaiting.c.proposed_by == proposer)

    async def reviews_until(
        self, day: date, owners: Sequence[StaffId] | None = None, limit: int = 50
    ) -> tuple[CaseSummary, ...]:
        query = _soonest(case_summaries.c.next_review_on, day, limit)
        if owners is not None:
            query = query.where(case_summaries.c.owner.in_(owners))
        return await self._summaries(query)

    async def reminders_due(self, day: date, limit: int = 100) -> tuple[CaseSummary, ...]:
        return await self._summaries(_soonest(case_summaries.c.next_remind_on, day, limit))

    async def _awaiting(self, condition: ColumnElement[bool]) -> tuple[CaseSummary, ...]:
        query = _documents().join(awaiting, awaiting.c.case_id == case_summaries.c.case_id)
        query = query.where(condition).order_by(awaiting.c.proposed_at, awaiting.c.proposal)
        return await self._summaries(query)

    async def _case(self, *conditions: ColumnElement[bool]) -> CaseId | None:
        async with self._database.reading() as connection:
            return await connection.scalar(select(case_summaries.c.case_id).where(*conditions))

    async def _summaries(self, query: Select[Any]) -> tuple[CaseSummary, ...]:
        """A case with several proposals comes once, in the place of its first."""
        async with self._database.reading() as connection:
            documents = dict.fromkeys((await connection.scalars(query)).all())
        return tuple(loads(document, CaseSummary) for document in documents)


async def keep_summaries(
    connection: AsyncConnection, summaries: Sequence[CaseSummary], versions: Mapping[CaseId, int]
) -> None:
    """``versions``: those of the cases that change at the same time."""
    for batch in in_batches(summaries):
        cases = [summary.case for summary in batch]
        rows = [_row(summary, versions.get(summary.case, 0)) for summary in batch]
        await connection.execute(upsert(connection, case_summaries), rows)
        await connection.execute(delete(awaiting).where(awaiting.c.case_id.in_(cases)))
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
