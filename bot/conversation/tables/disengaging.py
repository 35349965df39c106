"""What answers stages 5 to 7: disengaging, contact assessed, agents, site owners, Legal."""

from collections.abc import Awaitable, Callable, Mapping
from typing import Final

from bot.conversation.answering import assessing, whose_particulars
from bot.conversation.buttons.disengaging import Action
from bot.conversation.finding.looking_up import case_by_reference
from bot.conversation.forms import (
    advice,
    client_told,
    complaint,
    customer,
    disengage,
    disengagement_review,
    extend,
    other_topic,
)
from bot.conversation.pointer import Pointer
from bot.conversation.visit import Submitted, Told, Visit
from bot.views.answer import Answer
from bot.views.card import Card, Paragraph, Tone
from core.case.state import Case
from core.vocabulary.ids import CustomerId


async def _disengage_command(visit: Visit, text: str) -> Answer:
    return await disengage.form(visit, await _named(visit, text))


async def _advice_command(visit: Visit, text: str) -> Answer:
    return await advice.ask(visit, await _named(visit, text))


async def _extend_command(visit: Visit, text: str) -> Answer:
    case = await _named(visit, text)
    if case is not None:
        return await extend.form(visit, case)
    return Card(
        title="In which case?",
        summary="Say which case.",
        blocks=(Paragraph("Type the reference after it, for example: extend UCB-7K3F9Q"),),
        tone=Tone.CAUTION,
    )


async def _named(visit: Visit, text: str) -> Case | None:
    return await case_by_reference(visit.office, text) if text else None


def _on_case(form: Callable[[Visit, Case], Awaitable[Answer]]) -> Told:
    async def open_form(visit: Visit, value: str) -> Answer:
        return await form(visit, await visit.case(Pointer.parse(value).case))

    return open_form


def _on_entry(form: Callable[[Visit, Pointer], Awaitable[Answer]]) -> Told:
    async def open_form(visit: Visit, value: str) -> Answer:
        return await form(visit, Pointer.parse(value))

    return open_form


async def _particulars(visit: Visit, value: str) -> Answer:
    return await customer.form(visit, CustomerId(value))


ANSWERS: Final[Mapping[str, Told]] = {
    "disengage": _disengage_command,
    "extend": _extend_command,
    "advice": _advice_command,
    "customer": whose_particulars.page,
}

PRESSES: Final[Mapping[str, Told]] = {
    Action.DISENGAGE: _on_case(disengage.form),
    Action.REVIEW_DISENGAGEMENT: _on_entry(disengagement_review.form),
    Action.ASSESS: assessing.assess,
    Action.CHOOSE: assessing.choose,
    Action.TOPICS: assessing.topics,
    Action.EXTEND: _on_case(extend.form),
    Action.CLIENT_TOLD: _on_case(client_told.form),
    Action.COMPLAIN: _on_case(complaint.form),
    Action.ASK_LEGAL: _on_case(advice.ask),
    Action.GIVE_ADVICE: _on_entry(advice.give),
    Action.CUSTOMER: _particulars,
}

SUBMISSIONS: Final[Mapping[str, Submitted]] = {
    disengage.WHOM: disengage.whom_submitted,
    disengage.NAME: disengage.submitted,
    disengagement_review.NAME: disengagement_review.submitted,
    extend.NAME: extend.submitted,
    client_told.NAME: client_told.submitted,
    complaint.NAME: complaint.submitted,
    other_topic.NAME: assessing.with_reasons,
    advice.ASK: advice.asked,
    advice.GIVE: advice.given,
    customer.NAME: customer.submitted,
}
