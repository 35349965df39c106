"""Grades, means of contact and behaviours."""

from core.policy.model import Behaviour, Grade, Means
from core.policy.table import LABEL_LENGTH, Table


def grade(code: str, table: Table) -> Grade:
    grade = Grade(code, table.text("label", longest=LABEL_LENGTH))
    table.close()
    return grade


def means(code: str, table: Table) -> Means:
    label = table.text("label", longest=LABEL_LENGTH)
    means = Means(code, label, table.flag("is_call"), table.flag("is_written"))
    table.close()
    return means


def behaviour(code: str, table: Table) -> Behaviour:
    behaviour = Behaviour(
        code=code,
        label=table.text("label", longest=LABEL_LENGTH),
        meaning=table.text("meaning", longest=LABEL_LENGTH),
        source=table.text("source"),
    )
    table.close()
    return behaviour
