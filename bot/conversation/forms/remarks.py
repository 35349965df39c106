"""Forms that ask for one remark about a proposal: reject, ask, answer, withdraw."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from bot.conversation.forms.parts import fields
from bot.conversation.forms.parts.reading import Reading
from bot.conversation.pointer import Pointer
from bot.conversation.visit import Submitted, Visit
from bot.conversation.words.proposals import kind_of
from bot.views.answer import Answer, Nothing
from bot.views.card import Facts, Quote
from bot.views.form import Form, Values
from core.case.commands import CaseCommand, GiveInformation, Reject, RequestInformation, Withdraw
from core.case.state import Case, Proposal
from core.vocabulary.ids import EntryNo

REMARK_LIMIT = 1000


@dataclass(frozen=True, slots=True)
class Remark:
    """``field`` is called as the command calls it. ``missing``: "" where it may be left out."""

    name: str
    title: str
    submit: str
    field: str
    label: str
    hint: str
    missing: str
    command: Callable[[EntryNo, str], CaseCommand]


REJECT: Final = Remark(
    name="reject",
    title="Reject the proposal",
    submit="Reject",
    field="reason",
    label="Why do you reject it?",
    hint="The colleague who proposed it reads this.",
    missing="Give the reason.",
    command=Reject,
)
ASK: Final = Remark(
    name="ask",
    title="Ask for information",
    submit="Ask",
    field="question",
    label="What do you need to know?",
    hint="The colleague who proposed it answers; then you decide.",
    missing="Write your question.",
    command=RequestInformation,
)
ANSWER: Final = Remark(
    name="answer",
    title="Answer the question",
    submit="Answer",
    field="answer",
    label="Your answer",
    hint="It becomes part of the proposal.",
    missing="Write your answer.",
    command=GiveInformation,
)
WITHDRAW: Final = Remark(
    name="withdraw",
    title="Withdraw the proposal",
    submit="Withdraw",
    field="reason",
    label="Why do you withdraw it?",
    hint="You can leave this empty.",
    missing="",
    command=Withdraw,
)

REMARKS: Final = (REJECT, ASK, ANSWER, WITHDRAW)


def form(remark: Remark, case: Case, proposal: Proposal) -> Form:
    facts = (("Case", case.reference), ("Proposed", kind_of(proposal.matter)))
    question = proposal.questions[-1].question if proposal.questions else ""
    shown = (Quote(question),) if remark is ANSWER and question else ()
    return Form(
        id=remark.name,
        title=remark.title,
        submit=remark.submit,
        state=str(Pointer(case.id, proposal.no)),
        intro=(Facts(facts), *shown),
        fields=(
            fields.words(
                remark.field,
                remark.label,
                limit=REMARK_LIMIT,
                hint=remark.hint,
                required=bool(remark.missing),
            ),
        ),
    )


def submitted(remark: Remark) -> Submitted:
    async def submit(visit: Visit, state: str, values: Values) -> Answer:
        pointer, reading = Pointer.parse(state), Reading(values)
        text = reading.text(remark.field, remark.missing, limit=REMARK_LIMIT)
        reading.check()
        await visit.do(pointer.case, remark.command(pointer.no, text))
        return Nothing()

    return submit
