"""What the buttons of a proposal do."""

from bot.conversation.cards.approval import notice_to_one, request
from bot.conversation.cards.painting import sit_for
from bot.conversation.forms import approve_extreme, remarks, warning_given
from bot.conversation.pointer import Pointer
from bot.conversation.visit import Told, Visit
from bot.conversation.words.proposals import kind_of
from bot.views.answer import Answer
from bot.views.card import Card, Paragraph, Tone
from core.case.commands import Approve, Reject
from core.case.extreme import on_extreme_grounds
from core.case.state import Case, Proposal
from core.vocabulary.refusal import refuse


async def approve(visit: Visit, value: str) -> Answer:
    """At once; on grounds of extreme behaviour after a form about Legal and the Police."""
    case, proposal = await _find(visit, value)
    if on_extreme_grounds(proposal.matter):
        return await approve_extreme.form(visit, case, proposal)
    pointer = Pointer.parse(value)
    outcome = await visit.do(pointer.case, Approve(pointer.no))
    case = outcome.case
    return Card(
        title="You approved it",
        summary=f"{case.reference}: your approval is recorded.",
        blocks=(
            Paragraph(
                f"Your approval of {kind_of(case.proposals[pointer.no].matter)} in "
                f"{case.reference} is recorded. Those who act next have been told."
            ),
        ),
        tone=Tone.GOOD,
    )


def remark(asked: remarks.Remark) -> Told:
    """Opens the form of a remark; refuses before anything is typed, where it may not be made."""

    async def open_form(visit: Visit, value: str) -> Answer:
        case, proposal = await _find(visit, value)
        await visit.rehearse(case, asked.command(proposal.no, ""))
        return remarks.form(asked, case, proposal)

    return open_form


async def show(visit: Visit, value: str) -> Answer:
    """The whole proposal again, for someone who may decide it."""
    case, proposal = await _find(visit, value)
    await visit.rehearse(case, Reject(proposal.no, ""))
    about = {"case": case.id, "proposal": str(proposal.no), "for": visit.me.id}
    return request(await sit_for(visit.office, about, case, visit.me.id))


async def notice(visit: Visit, value: str) -> Answer:
    """A channel's notice of a proposal, as this person sees it."""
    case, proposal = await _find(visit, value)
    about = {"case": case.id, "proposal": str(proposal.no)}
    return notice_to_one(await sit_for(visit.office, about, case, visit.me.id))


async def told(visit: Visit, value: str) -> Answer:
    return await warning_given.form(visit, Pointer.parse(value))


async def _find(visit: Visit, value: str) -> tuple[Case, Proposal]:
    pointer = Pointer.parse(value)
    case = await visit.case(pointer.case)
    proposal = case.proposals.get(pointer.no)
    if proposal is None:
        raise refuse("unknown-proposal", f"{case.reference} has no such proposal.")
    return case, proposal
