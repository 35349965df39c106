"""What waits for whose word, in whose place, and when somebody is away who named a deputy.

A migration states the tables as they were at its time, so it does not use ``schema``.
"""

import json
from collections.abc import Iterator
from datetime import date
from typing import Any, Final

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"

_ASKED: Final = "assess-contact"


def upgrade() -> None:
    _tables()
    _waiting_in_those_kept(_absences_of_those_kept())


def _tables() -> None:
    op.create_table(
        "waiting",
        sa.Column("case_id", sa.Text),
        sa.Column("about", sa.Integer, autoincrement=False),
        sa.Column("holder", sa.Text, nullable=False),
        sa.Column("asked", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("case_id", "about", name="pk_waiting"),
    )
    op.create_index("ix_waiting_holder_case_id", "waiting", ["holder", "case_id"])
    op.create_index(
        "ix_waiting_stood_in_for",
        "waiting",
        ["case_id"],
        sqlite_where=sa.text("asked <> holder"),
        postgresql_where=sa.text("asked <> holder"),
    )
    op.create_table(
        "staff_absences",
        sa.Column("staff", sa.Text),
        sa.Column("first", sa.Date),
        sa.Column("last", sa.Date, nullable=False),
        sa.PrimaryKeyConstraint("staff", "first", name="pk_staff_absences"),
    )
    op.create_index(
        "ix_staff_absences_last_first_staff", "staff_absences", ["last", "first", "staff"]
    )


def _absences_of_those_kept() -> set[str]:
    """Returns who is named as a deputy."""
    staff = sa.table("staff", sa.column("id"), sa.column("document"))
    absences = sa.table(
        "staff_absences",
        sa.column("staff"),
        *(sa.column(name, sa.Date) for name in ("first", "last")),
    )
    named = {
        (row.id, absence["first"]): absence
        for row in op.get_bind().execute(sa.select(staff)).all()
        for absence in json.loads(row.document).get("absences", ())
        if absence.get("deputy")
    }
    rows = [
        {"staff": who, **{day: date.fromisoformat(absence[day]) for day in ("first", "last")}}
        for (who, _), absence in named.items()
    ]
    if rows:
        op.get_bind().execute(sa.insert(absences), rows)
    return {absence["deputy"] for absence in named.values()}


def _waiting_in_those_kept(deputies: set[str]) -> None:
    """Whoever is somebody's deputy may have a proposal in their place: it was not written down
    whose, and "" says so until the bot has looked.

    Contacts that nobody has said anything of yet are taken for asked about: their owner, who
    owes it then, is looked at and found to stand in for nobody."""
    cases = sa.table("case_summaries", sa.column("case_id"), sa.column("document"))
    awaiting = sa.table("awaiting", sa.column("case_id"))
    owed = sa.table("owed", sa.column("case_id"), sa.column("kind"))
    waiting = sa.table(
        "waiting", *(sa.column(name) for name in ("case_id", "about", "holder", "asked"))
    )
    asked = sa.select(owed.c.case_id).where(owed.c.kind == _ASKED)
    found = sa.select(awaiting.c.case_id).union(asked)
    concerned = sa.select(cases).where(cases.c.case_id.in_(found))
    for row in op.get_bind().execute(concerned).all():
        document = json.loads(row.document)
        document["asked"] = list(_asked(document))
        for each in document["awaiting"]:
            if each["approver"] in deputies and each.get("in_place_of") is None:
                each["in_place_of"] = ""
        rows = [{**each, "case_id": row.case_id} for each in _waits(document)]
        if rows:
            op.get_bind().execute(sa.insert(waiting), rows)
        kept = json.dumps(document, separators=(",", ":"))
        changed = sa.update(cases).where(cases.c.case_id == row.case_id)
        op.get_bind().execute(changed.values(document=kept))


def _asked(document: dict[str, Any]) -> Iterator[dict[str, Any]]:
    for duty in document.get("owed", ()):
        if duty["kind"] == _ASKED:
            yield {"contact": duty["about"], "asked": duty["owed_by"]}


def _waits(document: dict[str, Any]) -> Iterator[dict[str, Any]]:
    for each in document["awaiting"]:
        asked = each["approver"]
        in_place_of = each.get("in_place_of")
        holder = asked if in_place_of is None else in_place_of
        yield {"about": each["proposal"], "holder": holder, "asked": asked}
    for each in document["asked"]:
        yield {"about": each["contact"], "holder": each["asked"], "asked": each["asked"]}
