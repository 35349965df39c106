"""Finding cases, by the summaries kept beside the timeline."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, Final

from sqlalchemy import (
    BindParameter,
    ColumnElement,
    Date,
    Integer,
    Select,
    bindparam,
    literal_column,
    select,
    union,
    union_all,
)

from adapters.storage.connecting.engine import Database, in_batches
from adapters.storage.indexing.names import normal_text
from adapters.storage.schema.cases import also_bound, awaiting, case_summaries, owed, waiting
from adapters.storage.schema.staff import staff_absences
from adapters.storage.writing.codec import loads
from core.services.summary import CaseSummary
from core.vocabulary.ids import CaseId, CustomerId, StaffId


class SqlCases:
    """``core.services.ports.finders.Cases``."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def open_case_of(self, customer: CustomerId) -> CaseId | None:
        return await self._case(_OPEN_CASE_OF, customer)

    async def by_reference(self, reference: str) -> CaseId | None:
        return await self._case(_BY_REFERENCE, normal_text(reference))

    async def customers_of(self, references: Sequence[str]) -> Mapping[str, CustomerId]:
        asked = {each: normal_text(each) for each in references}
        whose: dict[str, CustomerId] = {}
        async with self._database.reading() as connection:
            for some in in_batches(sorted(set(asked.values()))):
                rows = await connection.execute(_CUSTOMERS_OF, {"references": some})
                whose |= {row.reference: row.customer for row in rows}
        return {each: whose[normal] for each, normal in asked.items() if normal in whose}

    async def summary(self, case: CaseId) -> CaseSummary | None:
        found = await self._summaries(_SUMMARY, {"sought": case})
        return found[0] if found else None

    async def awaiting_decision_by(self, approver: StaffId) -> tuple[CaseSummary, ...]:
        return await self._summaries(_AWAITING_DECISION_BY, {"sought": approver})

    async def awaiting_decision_of(self, proposer: StaffId) -> tuple[CaseSummary, ...]:
        return await self._summaries(_AWAITING_DECISION_OF, {"sought": proposer})

    async def away_or_stood_in(
        self, day: date, after: str = "", limit: int = 100
    ) -> tuple[CaseSummary, ...]:
        values = {"day": day, "after": after, "limit": limit}
        return await self._summaries(_AWAY_OR_STOOD_IN, values)

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


def _away_or_stood_in() -> Select[str]:
    case, absence, day = waiting.c.case_id, staff_absences.c, bindparam("day", type_=Date)
    waits = select(case).where(case > bindparam("after"))
    away = waits.join(staff_absences, absence.staff == waiting.c.holder)
    away = away.where(absence.last >= day, absence.first <= day)
    stood_in = waits.where(waiting.c.asked != waiting.c.holder)
    found = union(away, stood_in).subquery()
    first = select(found.c.case_id).order_by(found.c.case_id)
    first = first.limit(bindparam("limit", type_=Integer))
    query = _documents().where(case_summaries.c.case_id.in_(first))
    return query.order_by(case_summaries.c.case_id)


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
_CUSTOMERS_OF: Final = select(case_summaries.c.reference, case_summaries.c.customer).where(
    case_summaries.c.reference.in_(bindparam("references", expanding=True))
)
_SUMMARY: Final = _documents().where(case_summaries.c.case_id == _SOUGHT)
_AWAY_OR_STOOD_IN: Final = _away_or_stood_in()
_AWAITING_DECISION_BY: Final = _awaiting(awaiting.c.approver)
_AWAITING_DECISION_OF: Final = _awaiting(awaiting.c.proposed_by)
_IN_FORCE: Final = _in_force()
_CONCERNING: Final = _concerning()
_OWED: Final = _owed()
_REMINDERS_DUE: Final = _reminders_due()
