"""What is asked of the alerts kept. Made once: putting a statement together costs as much as
running it."""

from datetime import UTC, datetime
from typing import Any, Final

from sqlalchemy import BindParameter, Integer, Select, bindparam, func, select, text, union_all

from adapters.storage.schema.cases import case_summaries
from adapters.storage.schema.contacts import contact_alerts

_row: Final = contact_alerts.c
_IS_OPEN: Final = text("NOT settled")
"""Word for word as in the indexes of open alerts: SQLite takes them for nothing else."""

_WAITS: Final = _row.waits_since >= datetime.min.replace(tzinfo=UTC)
"""Since any moment; naming one lets the index be searched, in its order, until there are enough."""

_SOUGHT: Final[BindParameter[str]] = bindparam("sought")
_LIMIT: Final = bindparam("limit", type_=Integer)
_FOUND: Final = (_row.document, _row.last_at, _row.id)


def _latest(*, settled_too: bool) -> Select[Any]:
    query = select(*_FOUND).where(_row.case_id == _SOUGHT)
    if not settled_too:
        query = query.where(_IS_OPEN)
    query = query.order_by(_row.last_at.desc(), _row.id.desc())
    skipped = query.offset(bindparam("skip", type_=Integer))
    return skipped.limit(_LIMIT)


def _around() -> Select[str]:
    """Three walks along an index, none of them longer than its limit; what they have in common is
    told apart by whoever reads it."""
    near = _row.last_at.between(bindparam("since"), bindparam("until"))
    latest = (_latest(settled_too=too).subquery() for too in (False, True))
    within = select(*_FOUND).where(_row.case_id == _SOUGHT, _IS_OPEN, near)
    within = within.order_by(_row.last_at.desc(), _row.id.desc())
    within = within.limit(bindparam("most", type_=Integer))
    found = union_all(*map(select, (within.subquery(), *latest))).subquery().c
    return select(found.document).order_by(found.last_at.desc(), found.id.desc())


def _of_owners(query: Select[Any]) -> Select[Any]:
    case = case_summaries.c
    query = query.join(case_summaries, case.case_id == _row.case_id)
    return query.where(case.owner.in_(bindparam("owners", expanding=True)))


def _longest(query: Select[Any]) -> Select[Any]:
    return query.order_by(_row.waits_since, _row.id).limit(_LIMIT)


ONE: Final = select(_row.document).where(_row.id == _SOUGHT)
CALLED: Final = select(_row.document).where(_row.reference == _SOUGHT)
AROUND: Final = _around()
UNSETTLED: Final = _latest(settled_too=False)
HOW_MANY_OPEN: Final = (
    select(func.count()).select_from(contact_alerts).where(_row.case_id == _SOUGHT, _IS_OPEN)
)
OPEN_OF: Final = (
    select(_row.document)
    .where(_row.customer.in_(bindparam("customers", expanding=True)), _IS_OPEN)
    .order_by(_row.customer, _row.id)
)
TO_REMIND_OF: Final = (
    select(_row.document)
    .where(_row.remind_at <= bindparam("now"))
    .order_by(_row.remind_at, _row.id)
    .limit(_LIMIT)
)
_WAITING: Final = select(_row.document).where(_WAITS)
_COUNTED: Final = select(func.count()).select_from(contact_alerts).where(_WAITS)
WAITING: Final = _longest(_WAITING)
WAITING_OF: Final = _longest(_of_owners(_WAITING))
HOW_MANY_WAIT: Final = _COUNTED
HOW_MANY_WAIT_OF: Final = _of_owners(_COUNTED)
