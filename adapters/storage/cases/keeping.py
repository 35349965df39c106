"""Keeping the summaries that cases are found by."""

from collections.abc import Mapping, Sequence
from typing import Any, Final

from sqlalchemy import bindparam, delete, insert
from sqlalchemy.ext.asyncio import AsyncConnection

from adapters.storage.connecting.engine import in_batches, upsert
from adapters.storage.indexing.names import normal_text
from adapters.storage.schema.cases import also_bound, awaiting, case_summaries, owed, waiting
from adapters.storage.writing.codec import dumps
from core.services.summary import CaseSummary
from core.vocabulary.ids import CustomerId


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
        await connection.execute(_NOTHING_WAITS, cases)
        await connection.execute(_NOTHING_OWED, cases)
        concerned |= set((await connection.scalars(_NOBODY_BOUND, cases)).all())
        if duties := [row for summary in batch for row in _owed_in(summary)]:
            await connection.execute(insert(owed), duties)
        if proposals := [row for summary in batch for row in _awaiting_of(summary)]:
            await connection.execute(insert(awaiting), proposals)
        if waits := [row for summary in batch for row in _waiting_in(summary)]:
            await connection.execute(insert(waiting), waits)
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


def _waiting_in(summary: CaseSummary) -> list[dict[str, Any]]:
    return [
        {
            "case_id": summary.case,
            "about": each.about,
            "holder": each.holder,
            "asked": each.asked,
        }
        for each in summary.waiting
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


_NOTHING_OWED: Final = delete(owed).where(owed.c.case_id.in_(bindparam("cases")))
_NOTHING_WAITS: Final = delete(waiting).where(waiting.c.case_id.in_(bindparam("cases")))
_NOTHING_AWAITS: Final = delete(awaiting).where(awaiting.c.case_id.in_(bindparam("cases")))
_NOBODY_BOUND: Final = (
    delete(also_bound)
    .where(also_bound.c.case_id.in_(bindparam("cases")))
    .returning(also_bound.c.customer)
)
