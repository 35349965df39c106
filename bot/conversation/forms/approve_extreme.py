"""Approve on grounds of extreme behaviour: Legal and the Police are considered in the same step."""

from typing import Final

from bot.conversation import buttons
from bot.conversation.buttons.extreme import referral
from bot.conversation.forms.parts import referral_fields
from bot.conversation.forms.parts.reading import Reading
from bot.conversation.pointer import Pointer
from bot.conversation.visit import Visit
from bot.conversation.words.proposals import kind_of
from bot.views.answer import Answer
from bot.views.card import Card, Facts, Note, Paragraph, Tone
from bot.views.form import Form, Values
from core.case.commands import Approve
from core.case.duties.owing import teller
from core.case.events import ReferredTo
from core.case.state import Case, Proposal

NAME: Final = "approve-extreme"


async def form(visit: Visit, case: Case, proposal: Proposal) -> Form:
    await visit.rehearse(case, Approve(proposal.no))
    customer = await visit.office.customer(case.customer)
    return Form(
        id=NAME,
        title="Approve at once",
        submit="Approve",
        state=str(Pointer(case.id, proposal.no)),
        intro=(
            Facts(
                (
                    ("Customer", customer.name),
                    ("Case", case.reference),
                    ("Proposed", kind_of(proposal.matter)),
                )
            ),
            Paragraph(
                "By approving you agree that it is proportionate and fair. You then inform the "
                "customer yourself, as soon as it is appropriate. Your name and the time are "
                "recorded."
            ),
            Note(f"Policy: {visit.office.policy.extreme.source}"),
        ),
        fields=tuple(field for to in ReferredTo for field in referral_fields.asked(to)),
    )


async def submitted(visit: Visit, state: str, values: Values) -> Answer:
    pointer, reading = Pointer.parse(state), Reading(values)
    referrals = tuple(referral_fields.read(to, reading) for to in ReferredTo)
    reading.check()
    outcome = await visit.do(pointer.case, Approve(pointer.no, referrals))
    return _approved(visit, outcome.case, outcome.case.proposals[pointer.no])


def _approved(visit: Visit, case: Case, proposal: Proposal) -> Card:
    days = visit.office.policy.telling.days
    is_mine = teller(case, proposal) == visit.me.id
    told = (buttons.customer_told(case, proposal.no),) if is_mine else ()
    return Card(
        title="You approved it",
        summary=f"{case.reference}: your approval is recorded.",
        blocks=(
            Paragraph(
                f"Your approval of {kind_of(proposal.matter)} in {case.reference} is recorded and "
                "in effect. Those who act next have been told."
            ),
            Paragraph(
                "Inform the customer as soon as it is appropriate. You are reminded if it is not "
                f"recorded within {days} days."
            ),
        ),
        buttons=(*told, referral(case, proposal.no)),
        tone=Tone.GOOD,
    )
