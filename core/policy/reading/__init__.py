"""The sections of a policy file, each read into its part of the model."""

import re
from typing import Final
from zoneinfo import ZoneInfo

from core.policy.model import Policy
from core.policy.reading import access, alerts, fairness, screening, stages, words
from core.policy.reading.common import coded
from core.policy.table import Table

NO_BANK_HOLIDAYS: Final = "none"
_PLACE: Final = re.compile(r"[A-Z]{2}(-[A-Z0-9]{1,3})?")


def read_policy(file: Table) -> Policy:
    body = file.table("body")
    grades = tuple(words.grade(code, table) for code, table in coded(file.tables("grade")))
    codes = [grade.code for grade in grades]
    if len(grades) == 1:
        file.wrong("grade", "A decision needs two people at different grades: name two or more.")
    means = tuple(words.means(code, table) for code, table in coded(file.tables("means")))
    if means and not any(each.is_written for each in means):
        file.wrong("means", "Customers are told of decisions in writing: mark one is_written.")
    behaviours = tuple(
        words.behaviour(code, table) for code, table in coded(file.tables("behaviour"))
    )
    known = [behaviour.code for behaviour in behaviours]
    policy = Policy(
        body=body.text("name"),
        title=body.text("title"),
        contact=body.text("contact"),
        timezone=_timezone(body),
        bank_holidays=_bank_holidays(body),
        grades=grades,
        means=means,
        behaviours=behaviours,
        sanctions=tuple(
            stages.sanction(code, table, codes) for code, table in coded(file.tables("sanction"))
        ),
        warning=stages.warning(file.table("warning"), codes),
        review=stages.review(file.table("review"), codes, stages.OUTCOMES),
        disengagement=stages.disengagement(file.table("disengagement"), codes),
        telling=stages.telling(file.table("telling")),
        escalation=fairness.escalation(file.table("escalation")),
        extreme=fairness.extreme(file.table("extreme"), codes),
        appeals=fairness.appeals(file.table("appeals"), codes),
        patterns=tuple(fairness.pattern(table, known) for table in file.tables("pattern")),
        statutory_rights=tuple(map(fairness.statutory_right, file.tables("statutory_right"))),
        staff_conduct=fairness.staff_conduct(file.table("staff_conduct")),
        access=access.access(file.table("access")),
        log=access.log(file.table("log")),
        powers=access.powers(file.table("powers")),
        screening=screening.screening(file.table("screening")),
        alerts=alerts.alerts(file.table("alerts")),
    )
    body.close()
    file.close()
    return policy


def _bank_holidays(body: Table) -> str:
    """Whether there is such a place is for the calendar to know."""
    code = body.text("bank_holidays")
    if code and code != NO_BANK_HOLIDAYS and not _PLACE.fullmatch(code):
        body.wrong(
            "bank_holidays",
            f'bank_holidays "{code}" is not a place. Write it like GB-ENG, or "none".',
        )
    return code


def _timezone(body: Table) -> str:
    name = body.text("timezone")
    if name:
        try:
            ZoneInfo(name)
        except (KeyError, ValueError, OSError):
            body.wrong("timezone", f'timezone "{name}" is not known. Write it like Europe/London.')
    return name
