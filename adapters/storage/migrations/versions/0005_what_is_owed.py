"""What somebody still has to do, by whom and by when.

A migration states the tables as they were at its time, so it does not use ``schema``.
"""

import json
from collections.abc import Iterator
from datetime import date
from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    op.create_table(
        "owed",
        sa.Column("case_id", sa.Text),
        sa.Column("kind", sa.Text),
        sa.Column("about", sa.Integer, autoincrement=False),
        sa.Column("owed_by", sa.Text, nullable=False),
        sa.Column("due_on", sa.Date, nullable=False),
        sa.PrimaryKeyConstraint("case_id", "kind", "about", name="pk_owed"),
    )
    op.create_index("ix_owed_due_on", "owed", ["due_on", "case_id", "about"])
    op.create_index("ix_owed_owed_by_due_on", "owed", ["owed_by", "due_on"])
    op.drop_index("ix_case_summaries_review", "case_summaries")
    op.drop_index("ix_case_summaries_owner_review", "case_summaries")
    _reviews_of_cases()


def _reviews_of_cases() -> None:
    """Until now nothing was owed but the reviews of sanctions, by whoever looks after the case."""
    cases = sa.table(
        "case_summaries",
        sa.column("case_id"),
        sa.column("next_review_on", sa.Date),
        sa.column("document"),
    )
    owed = sa.table(
        "owed",
        *(sa.column(name) for name in ("case_id", "kind", "about", "owed_by")),
        sa.column("due_on", sa.Date),
    )
    reviewed = sa.select(cases).where(cases.c.next_review_on.is_not(None))
    for row in op.get_bind().execute(reviewed).all():
        document = json.loads(row.document)
        duties = list(_reviews(document))
        rows = [{**duty, "case_id": row.case_id, "due_on": _day(duty)} for duty in duties]
        op.get_bind().execute(sa.insert(owed), rows)
        kept = json.dumps(document | {"owed": duties}, separators=(",", ":"))
        changed = sa.update(cases).where(cases.c.case_id == row.case_id)
        op.get_bind().execute(changed.values(document=kept))


def _reviews(document: dict[str, Any]) -> Iterator[dict[str, Any]]:
    for measure in document["in_force"]:
        yield {
            "kind": "review-sanction",
            "about": measure["sanction"],
            "owed_by": document["owner"],
            "due_on": measure["review_on"],
        }


def _day(duty: dict[str, Any]) -> date:
    return date.fromisoformat(duty["due_on"])
