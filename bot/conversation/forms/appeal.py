"""Record that a customer challenges a decision (Appeals: a Stage 3 complaint)."""

from collections.abc import Sequence
from typing import Final

from bot.conversation import buttons
from bot.conversation.finding.looking_up import case_by_reference
from bot.conversation.forms.parts import fields, subject
from bot.conversation.forms.parts.reading import Reading
from bot.conversation.pointer import Pointer
from bot.conversation.rehearsing.rehearsal import refusal_of
from bot.conversation.visit import Visit
from bot.conversation.words.proposals import kind_of
from bot.views.answer import Answer
from bot.views.card import Card, Facts, Note, Paragraph, Tone
from bot.views.form import ChoiceField, Form, Option, Values
from core.case.commands import RaiseAppeal
from core.case.scene import Scene
from core.case.state import Case, Proposal
from core.vocabulary.ids import EntryNo
from core.vocabulary.refusal import Refusal, Refused
from core.vocabulary.wording import say_day, upper_first

NAME: Final = "appeal"
WHOM: Final = "appeal-whom"
GROUNDS_LIMIT: Final = 2500


async def command(visit: Visit, text: str) -> Answer:
    return await form(visit, await case_by_reference(visit.office, text)) if text else whom()


async def pressed(visit: Visit, value: str) -> Answer:
    return await form(visit, await visit.case(Pointer.parse(value).case))


def whom() -> Form:
    """First whose case it is: what can be challenged depends on it."""
    return Form(
        id=WHOM,
        title="A customer appeals",
        submit="Continue",
        intro=(Paragraph("Which decision they challenge is asked next."),),
        fields=subject.asked(None),
    )


async def whom_submitted(visit: Visit, state: str, values: Values) -> Answer:
    return await form(visit, await subject.read(visit, state, Reading(values)))


async def form(visit: Visit, case: Case) -> Form:
    """Refuses where nothing in the case can be challenged."""
    office = visit.office
    open_to_challenge = _challengeable(await visit.scene(case), case)
    options = tuple(_option(visit, decision) for decision in open_to_challenge)
    return Form(
        id=NAME,
        title="A customer appeals",
        submit="Record",
        state=str(Pointer(case.id)),
        intro=(
            *await subject.shown(office, case),
            Paragraph(
                "An appeal is looked at as a Stage 3 complaint, once at each stage, by somebody "
                f"who was not involved in the decision, within "
                f"{office.policy.appeals.working_days} working days. What is in force stays in "
                "force until then."
            ),
            Note(f"Policy: {office.policy.appeals.source}"),
        ),
        fields=(
            ChoiceField(
                name="decision",
                label="Which decision do they challenge?",
                options=options,
                value=options[-1].value,
                radio=True,
            ),
            fields.words(
                "grounds",
                "Why do they disagree?",
                limit=GROUNDS_LIMIT,
                hint="In the customer's own words where you can.",
            ),
            fields.moment("raised_at", "When did their challenge reach us?", office.now()),
        ),
    )


async def submitted(visit: Visit, state: str, values: Values) -> Answer:
    pointer, reading = Pointer.parse(state), Reading(values)
    command = RaiseAppeal(
        decision=EntryNo(reading.number("decision", "Choose the decision they challenge.")),
        grounds=reading.text("grounds", "Say why they disagree.", limit=GROUNDS_LIMIT),
        raised_at=reading.moment("raised_at", "Enter the date and time when it reached us."),
    )
    reading.check()
    outcome = await visit.do(pointer.case, command)
    return await _recorded(visit, outcome.case, command)


async def _recorded(visit: Visit, case: Case, command: RaiseAppeal) -> Card:
    appeal = next(a for a in case.appeals.values() if a.decision == command.decision)
    people = await visit.office.people_of(case)
    return Card(
        title="The appeal is recorded",
        summary=f"{case.reference}: the appeal is recorded.",
        blocks=(
            Facts(
                (
                    ("Case", case.reference),
                    ("Sent to", people.name_of(appeal.handler)),
                    ("To be answered by", say_day(appeal.answer_by)),
                )
            ),
            Paragraph(
                f"{people.name_of(appeal.handler)} was not involved in the decision and has been "
                "asked to answer. You hear of the outcome."
            ),
        ),
        buttons=(buttons.case_page(case),),
        tone=Tone.GOOD,
    )


def _challengeable(scene: Scene, case: Case) -> Sequence[Proposal]:
    """In the order in which they were made. Raises why there are none."""
    found = []
    refusal = Refusal("nothing-to-appeal", "Nothing was decided in this case yet.")
    for decision in case.proposals.values():
        refused = refusal_of(scene, case, RaiseAppeal(decision.no, "-", scene.now))
        if refused is None:
            found.append(decision)
        elif refusal.rule in _SAYS_LITTLE:
            refusal = refused
    if not found:
        raise Refused(refusal)
    return found


_SAYS_LITTLE: Final = frozenset({"nothing-to-appeal", "not-appealable"})


def _option(visit: Visit, decision: Proposal) -> Option:
    kind = kind_of(decision.matter)
    decided = decision.decided_at or decision.proposed_at
    day = say_day(visit.office.policy.day_of(decided))
    return fields.option(str(decision.no), upper_first(kind), f"Decided on {day}")
