"""Finding cases: summaries kept beside the timeline."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, Final

from sqlalchemy import (
    BindParameter,
    ColumnElement,
    Integer,
    Select,
    bindparam,
    delete,
    insert,
    literal_column,
    select,
    union_all,
)
from sqlalchemy.ext.asyncio import AsyncConnection

from adapters.storage.codec import dumps, loads
from adapters.storage.engine import Database, in_batches, upsert
from adapters.storage.names import normal_text
from adapters.storage.schema.cases import also_bound, awaiting, case_summaries, owed
from core.services.summary import CaseSummary
from core.vocabulary.ids import CaseId, CustomerId, StaffId


class SqlCases:
    """``core.services.finders.Cases``."""

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

    async def owing(
        self, staff: Sequence[StaffId] | None = None, limit: int = 50
    ) -> tuple[CaseSummary, ...]:
        query = _OWED.limit(limit)
        return await self._summaries(
            query if staff is None else query.where(owed.c.owed_by.in_(staff))
        )

    async def reminders_due(self, day: date, limit: int = 100) -> tuple[CaseSummary, ...]:
        return await self._summaries(_REMINDERS_DUE, {"day": day, "limit": limit})

    async def in_force(self, after: str = "", limit: int = 50) -> tuple[CaseSummary, ...]:
        return await self._summaries(_IN_FORCE, {"after": normal_text(after), "limit": limit})

    async def concerning(self, customers: Sequence[CustomerId]) -> tuple[CaseSummary, ...]:
        return await self._summaries(_CONCERNING, {"customers": list(customers)})

    async def _case(self, query: Select[CaseId], sought: str) -> CaseId | None:
        async with self._database.reading() as connection:
            return await connection.scalar(query, {"sought": sought})

    async def _summaries(
        self, query: Select[Any], values: Mapping[str, Any] | None = None
    ) -> tuple[CaseSummary, ...]:
        """A case that is found several times comes once, in the place of its first."""
        async with self._database.reading() as connection:
            documents = dict.fromkeys((await connection.scalars(query, values)).all())
        return tuple(loads(document, CaseSummary) for document in documents)


async def keep_summaries(
    connection: AsyncConnection, summaries: Sequence[CaseSummary], versions: Mapping[str, int]
) -> set[CustomerId]:
    """``versions``: those of the cases that change at the same time, by id.

    Returns whom something may bind from now on, or no longer.
    """
    concerned: set[CustomerId] = set()
    for batch in in_batches(summaries):
        cases = {"cases": [summary.case for summary in batch]}
        rows = [_row(summary, versions.get(summary.case, 0)) for summary in batch]
        await connection.execute(upsert(connection, case_summaries), rows)
        await connection.execute(_NOTHING_AWAITS, cases)
        await connection.execute(_NOTHING_OWED, cases)
        concerned |= set((await connection.scalars(_NOBODY_BOUND, cases)).all())
        if duties := [row for summary in batch for row in _owed_in(summary)]:
            await connection.execute(insert(owed), duties)
        if proposals := [row for summary in batch for row in _awaiting_of(summary)]:
            await connection.execute(insert(awaiting), proposals)
        if bound := [{"case_id": s.case, "customer": who} for s in batch for who in s.also_bound]:
            await connection.execute(insert(also_bound), bound)
        concerned |= {person for s in batch for person in (s.customer, *s.also_bound)}
    return concerned


def _row(summary: CaseSummary, version: int) -> dict[str, Any]:
    reviews = [measure.review_on for measure in summary.in_force]
    return {
        "case_id": summary.case,
        "reference": normal_text(summary.reference),
        "customer": summary.customer,
        "owner": summary.owner,
        "open": summary.open,
        "version": version,
        "next_review_on": min(reviews, default=None),
        "next_remind_on": summary.remind_on,
        "document": dumps(summary),
    }


def _awaiting_of(summary: CaseSummary) -> list[dict[str, Any]]:
    return [
        {
            "case_id": summary.case,
            "proposal": proposal.proposal,
            "approver": proposal.approver,
            "proposed_by": proposal.proposed_by,
            "proposed_at": proposal.proposed_at,
        }
        for proposal in summary.awaiting
    ]


def _owed_in(summary: CaseSummary) -> list[dict[str, Any]]:
    return [
        {
            "case_id": summary.case,
            "kind": duty.kind,
            "about": duty.about,
            "owed_by": duty.owed_by,
            "due_on": duty.due_on,
        }
        for duty in summary.owed
    ]


def _documents() -> Select[str]:
    return select(case_summaries.c.document)


def _reminders_due() -> Select[str]:
    day = case_summaries.c.next_remind_on
    query = _documents().where(day <= bindparam("day"))
    query = query.order_by(day, case_summaries.c.case_id)
    return query.limit(bindparam("limit", type_=Integer))


def _owed() -> Select[str]:
    """Of any day; naming one lets the index be searched, in its order, until there are enough."""
    query = _documents().join(owed, owed.c.case_id == case_summaries.c.case_id)
    query = query.where(owed.c.due_on >= date.min)
    return query.order_by(owed.c.due_on, owed.c.case_id, owed.c.about)


def _awaiting(column: ColumnElement[str]) -> Select[str]:
    query = _documents().join(awaiting, awaiting.c.case_id == case_summaries.c.case_id)
    return query.where(column == _SOUGHT).order_by(awaiting.c.proposed_at, awaiting.c.proposal)


def _in_force() -> Select[str]:
    reference = case_summaries.c.reference
    query = _documents().where(case_summaries.c.next_review_on.is_not(None))
    query = query.where(reference > bindparam("after")).order_by(reference)
    return query.limit(bindparam("limit", type_=Integer))


def _concerning() -> Select[str]:
    anybody: BindParameter[Sequence[CustomerId]] = bindparam("customers", expanding=True)
    case = (case_summaries.c.document, case_summaries.c.reference)
    own = select(*case, literal_column("0").label("place")).where(
        case_summaries.c.customer.in_(anybody), case_summaries.c.open
    )
    of_others = (
        select(*case, literal_column("1").label("place"))
        .join(also_bound, also_bound.c.case_id == case_summaries.c.case_id)
        .where(also_bound.c.customer.in_(anybody))
    )
    found = union_all(own, of_others).subquery()
    return select(found.c.document).order_by(found.c.place, found.c.reference)


# Made once: putting a statement together costs as much as running it.
_SOUGHT: Final[BindParameter[str]] = bindparam("sought")
_CASE: Final = select(case_summaries.c.case_id)
_OPEN_CASE_OF: Final = _CASE.where(case_summaries.c.customer == _SOUGHT, case_summaries.c.open)
_BY_REFERENCE: Final = _CASE.where(case_summaries.c.reference == _SOUGHT)
_SUMMARY: Final = _documents().where(case_summaries.c.case_id == _SOUGHT)
_AWAITING_DECISION_BY: Final = _awaiting(awaiting.c.approver)
_AWAITING_DECISION_OF: Final = _awaiting(awaiting.c.proposed_by)
_IN_FORCE: Final = _in_force()
_CONCERNING: Final = _concerning()
_OWED: Final = _owed()
_REMINDERS_DUE: Final = _reminders_due()
_NOTHING_OWED: Final = delete(owed).where(owed.c.case_id.in_(bindparam("cases")))
_NOTHING_AWAITS: Final = delete(awaiting).where(awaiting.c.case_id.in_(bindparam("cases")))
_NOBODY_BOUND: Final = (
    delete(also_bound)
    .where(also_bound.c.case_id.in_(bindparam("cases")))
    .returning(also_bound.c.customer)
)
