"""The sanctions log by its index, who is bound too, who has which role and who deputises.

A migration states the tables as they were at its time, so it does not use ``schema``.
"""

import json
from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    _sanctions_log()
    _also_bound()
    _roles_and_deputies()
    _reminders_of_cases()
    _roles_of_staff()


def _sanctions_log() -> None:
    if op.get_bind().dialect.name == "postgresql":
        op.execute('ALTER TABLE case_summaries ALTER COLUMN reference TYPE text COLLATE "C"')
    op.create_index(
        "ix_case_summaries_in_force",
        "case_summaries",
        ["reference"],
        sqlite_where=sa.text("next_review_on IS NOT NULL"),
        postgresql_where=sa.text("next_review_on IS NOT NULL"),
    )


def _also_bound() -> None:
    op.create_table(
        "also_bound",
        sa.Column("customer", sa.Text),
        sa.Column("case_id", sa.Text),
        sa.PrimaryKeyConstraint("customer", "case_id", name="pk_also_bound"),
    )


def _roles_and_deputies() -> None:
    op.create_table(
        "staff_roles",
        sa.Column("role", sa.Text),
        sa.Column("staff", sa.Text),
        sa.PrimaryKeyConstraint("role", "staff", name="pk_staff_roles"),
    )
    op.create_index("ix_staff_roles_staff", "staff_roles", ["staff"])
    op.create_table(
        "staff_deputies",
        sa.Column("staff", sa.Text),
        sa.Column("deputy", sa.Text),
        sa.PrimaryKeyConstraint("staff", "deputy", name="pk_staff_deputies"),
    )


def _reminders_of_cases() -> None:
    """The day of the next reminder stood with each sanction; now it stands with the case."""
    cases = sa.table(
        "case_summaries",
        sa.column("case_id"),
        sa.column("next_remind_on", sa.Date),
        sa.column("document"),
    )
    reminding = sa.select(cases).where(cases.c.next_remind_on.is_not(None))
    rows = [
        {"id": row.case_id, "new": _with(row.document, remind_on=row.next_remind_on.isoformat())}
        for row in op.get_bind().execute(reminding)
    ]
    if rows:
        changed = sa.update(cases).where(cases.c.case_id == sa.bindparam("id"))
        op.get_bind().execute(changed.values(document=sa.bindparam("new")), rows)


def _roles_of_staff() -> None:
    staff = sa.table("staff", sa.column("id"), sa.column("active"), sa.column("document"))
    roles = sa.table("staff_roles", sa.column("role"), sa.column("staff"))
    active = op.get_bind().execute(sa.select(staff).where(staff.c.active))
    held = [
        {"role": role, "staff": row.id}
        for row in active
        for role in json.loads(row.document)["roles"]
    ]
    if held:
        op.get_bind().execute(sa.insert(roles), held)


def _with(document: str, **more: Any) -> str:
    return json.dumps(json.loads(document) | more, separators=(",", ":"))
