"""What answers stages 1 to 4."""

from collections.abc import Mapping
from typing import Final

from bot.conversation.answering import asking, deciding
from bot.conversation.answering.by_alert import or_alert
from bot.conversation.buttons.stages import Action
from bot.conversation.forms import (
    contact,
    correction,
    monitoring,
    propose,
    remarks,
    report,
    review,
    told,
    warn,
    warning_given,
)
from bot.conversation.pages import approvals, case, check, help, reviews, timeline
from bot.conversation.pointer import Pointer
from bot.conversation.visit import Submitted, Told, Visit
from bot.views.answer import Answer
from core.case.state import Case
from core.vocabulary.ids import CustomerId


async def _report(visit: Visit, value: str) -> Answer:
    known = await visit.office.desk.customers.get(CustomerId(value)) if value else None
    return await report.form_about(visit, known)


async def _warn(visit: Visit, value: str) -> Answer:
    return await warn.form(visit, await _case(visit, value))


async def _propose(visit: Visit, value: str) -> Answer:
    return await propose.form(visit, await _case(visit, value))


async def _contact(visit: Visit, value: str) -> Answer:
    pointer, _, person = value.partition("|")
    case = await _case(visit, pointer)
    return await contact.form(visit, case, CustomerId(person) if person else None)


async def _review(visit: Visit, value: str) -> Answer:
    return await review.form(visit, Pointer.parse(value))


async def _look_again(visit: Visit, value: str) -> Answer:
    return await monitoring.form(visit, Pointer.parse(value))


async def _customer_told(visit: Visit, value: str) -> Answer:
    return await told.form(visit, Pointer.parse(value))


async def _correct(visit: Visit, value: str) -> Answer:
    return await correction.form(visit, Pointer.parse(value))


async def _add_evidence(visit: Visit, value: str) -> Answer:
    return await correction.evidence_form(visit, Pointer.parse(value))


async def _case(visit: Visit, value: str) -> Case:
    return await visit.case(Pointer.parse(value).case)


ANSWERS: Final[Mapping[str, Told]] = {
    "report": asking.report_command,
    "warn": asking.warn_command,
    "propose": asking.propose_command,
    "check": or_alert(check.page),
    "contact": or_alert(asking.contact_command),
    "case": or_alert(case.page),
    "timeline": or_alert(timeline.page),
    "approvals": approvals.page,
    "reviews": reviews.page,
    "help": help.page,
    "": help.page,
}

PRESSES: Final[Mapping[str, Told]] = {
    Action.REPORT: _report,
    Action.WARN: _warn,
    Action.PROPOSE: _propose,
    Action.CONTACT: _contact,
    Action.REVIEW: _review,
    Action.CASE: case.pressed,
    Action.TIMELINE: timeline.pressed,
    Action.CORRECT: _correct,
    Action.ADD_EVIDENCE: _add_evidence,
    Action.SHOW: deciding.show,
    Action.NOTICE: deciding.notice,
    Action.APPROVE: deciding.approve,
    Action.REJECT: deciding.remark(remarks.REJECT),
    Action.ASK: deciding.remark(remarks.ASK),
    Action.ANSWER: deciding.remark(remarks.ANSWER),
    Action.WITHDRAW: deciding.remark(remarks.WITHDRAW),
    Action.WARNING_GIVEN: deciding.told,
    Action.LOOK_AGAIN: _look_again,
    Action.CUSTOMER_TOLD: _customer_told,
    Action.ANOTHER: check.told_apart,
}

SUBMISSIONS: Final[Mapping[str, Submitted]] = {
    report.NAME: report.submitted,
    warn.NAME: warn.submitted,
    propose.NAME: propose.submitted,
    propose.TERMS: propose.terms_submitted,
    contact.NAME: contact.submitted,
    review.NAME: review.submitted,
    review.TERMS: review.terms_submitted,
    warning_given.NAME: warning_given.submitted,
    monitoring.NAME: monitoring.submitted,
    told.NAME: told.submitted,
    correction.NAME: correction.submitted,
    **{remark.name: remarks.submitted(remark) for remark in remarks.REMARKS},
}
