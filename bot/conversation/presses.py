"""Which button does what."""

from collections.abc import Mapping
from typing import Final

from bot.conversation import deciding
from bot.conversation.buttons import Action
from bot.conversation.forms import contact, correction, propose, remarks, report, review, warn
from bot.conversation.pages import timeline
from bot.conversation.pointer import Pointer
from bot.conversation.visit import Told, Visit
from bot.views.answer import Answer
from core.case.state import Case
from core.vocabulary.ids import CustomerId


async def _report(visit: Visit, value: str) -> Answer:
    known = await visit.office.desk.customers.get(CustomerId(value)) if value else None
    return report.form(visit, customer=known)


async def _warn(visit: Visit, value: str) -> Answer:
    return await warn.form(visit, await _case(visit, value))


async def _propose(visit: Visit, value: str) -> Answer:
    return await propose.form(visit, await _case(visit, value))


async def _contact(visit: Visit, value: str) -> Answer:
    return await contact.form(visit, await _case(visit, value))


async def _review(visit: Visit, value: str) -> Answer:
    return await review.form(visit, Pointer.parse(value))


async def _correct(visit: Visit, value: str) -> Answer:
    return await correction.form(visit, Pointer.parse(value))


async def _case(visit: Visit, value: str) -> Case:
    return await visit.case(Pointer.parse(value).case)


PRESSES: Final[Mapping[str, Told]] = {
    Action.REPORT: _report,
    Action.WARN: _warn,
    Action.PROPOSE: _propose,
    Action.CONTACT: _contact,
    Action.REVIEW: _review,
    Action.TIMELINE: timeline.pressed,
    Action.CORRECT: _correct,
    Action.SHOW: deciding.show,
    Action.NOTICE: deciding.notice,
    Action.APPROVE: deciding.approve,
    Action.REJECT: deciding.remark(remarks.REJECT),
    Action.ASK: deciding.remark(remarks.ASK),
    Action.ANSWER: deciding.remark(remarks.ANSWER),
    Action.WITHDRAW: deciding.remark(remarks.WITHDRAW),
    Action.WARNING_GIVEN: deciding.told,
}
"""``run`` is not here: it is a command, typed by a button."""
