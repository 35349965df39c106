"""Answer an appeal: the decision stays, is varied, or is withdrawn (Appeals)."""

from collections.abc import Iterator
from typing import Final

from bot.conversation import buttons
from bot.conversation.cards.appeals import challenge_blocks
from bot.conversation.cards.painting import sit_for
from bot.conversation.forms.parts import fields, terms
from bot.conversation.forms.parts.reading import Reading
from bot.conversation.pointer import Pointer
from bot.conversation.visit import Visit
from bot.conversation.words.appeals import OUTCOMES
from bot.views.answer import Answer
from bot.views.card import Block, Card, Paragraph, Tone
from bot.views.form import ChoiceField, Field, Form, Option, TextField, Values
from core.case.appeals.appeal_effects import disengagements_of, sanctions_of
from core.case.commands import DecideAppeal
from core.case.events import AppealOutcome, Variation
from core.case.state import Appeal, Case
from core.vocabulary.people import People
from core.vocabulary.refusal import refuse

NAME: Final = "decide-appeal"
TERMS: Final = "decide-appeal-terms"
REASONS_LIMIT: Final = 2000
TOPICS_LIMIT: Final = 3000

_OUTCOMES: Final = (
    Option(AppealOutcome.UPHELD, "It stays", "Nothing changes"),
    Option(AppealOutcome.VARIED, "It is varied", "Other terms or fewer topics, asked next"),
    Option(AppealOutcome.WITHDRAWN, "It is withdrawn", "What it put in force ends at once"),
)


async def form(visit: Visit, pointer: Pointer) -> Form:
    case, appeal = await _find(visit, pointer)
    await visit.rehearse(case, DecideAppeal(appeal.no, AppealOutcome.UPHELD, ""))
    return Form(
        id=NAME,
        title="Decide the appeal",
        submit="Continue",
        state=str(pointer),
        intro=await _shown(visit, case, appeal),
        fields=(
            ChoiceField(
                name="outcome",
                label="What becomes of the decision?",
                options=_OUTCOMES,
                radio=True,
            ),
            _reasons(""),
        ),
    )


async def submitted(visit: Visit, state: str, values: Values) -> Answer:
    pointer, reading = Pointer.parse(state), Reading(values)
    case, appeal = await _find(visit, pointer)
    outcome = _outcome(reading)
    reasons = reading.text("reasons", "Give the reasons.", limit=REASONS_LIMIT)
    reading.check()
    command = DecideAppeal(appeal.no, outcome, reasons)
    if outcome is AppealOutcome.VARIED:
        await visit.rehearse(case, command, "outcome")
        return await _terms_form(visit, case, appeal, reasons)
    return await _do(visit, case, command)


async def _terms_form(visit: Visit, case: Case, appeal: Appeal, reasons: str) -> Form:
    """What is in force of the decision, to be changed; the reasons come along."""
    people = await visit.office.people_of(case)
    return Form(
        id=TERMS,
        title="How it is varied",
        submit="Decide",
        state=str(Pointer(case.id, appeal.no)),
        intro=(
            *await _shown(visit, case, appeal),
            Paragraph("Change what is to be different from now on, and leave the rest as it is."),
        ),
        fields=(*_varied_fields(visit, people, case, appeal), _reasons(reasons)),
    )


async def terms_submitted(visit: Visit, state: str, values: Values) -> Answer:
    case, appeal = await _find(visit, Pointer.parse(state))
    reading = Reading(values)
    variations = tuple(_variations(visit, case, appeal, reading))
    reasons = reading.text("reasons", "Give the reasons.", limit=REASONS_LIMIT)
    reading.check()
    return await _do(
        visit, case, DecideAppeal(appeal.no, AppealOutcome.VARIED, reasons, variations)
    )


async def _do(visit: Visit, case: Case, command: DecideAppeal) -> Card:
    decided = (await visit.do(case.id, command)).case
    return Card(
        title="The appeal is decided",
        summary=f"{decided.reference}: your answer to the appeal is recorded.",
        blocks=(
            Paragraph(
                f"Your answer is recorded: {OUTCOMES[command.outcome]}. It is in effect, and the "
                "colleagues concerned have been told."
            ),
        ),
        buttons=(buttons.case_page(decided),),
        tone=Tone.GOOD,
    )


def _varied_fields(visit: Visit, people: People, case: Case, appeal: Appeal) -> Iterator[Field]:
    policy = visit.office.policy
    for sanction in sanctions_of(case, appeal):
        if rule := policy.sanction(sanction.terms.code):
            yield from terms.asked(policy, rule, people, sanction.terms.terms)
    for disengagement in disengagements_of(case, appeal):
        topics = disengagement.topics
        hint = "One topic on each line. " + (
            "Take out those from which we no longer disengage."
            if topics
            else "Until now it is complete: from all topics."
        )
        yield fields.words(
            _topics(disengagement.no),
            "On which topics do we stay disengaged?",
            limit=TOPICS_LIMIT,
            hint=hint,
            value="\n".join(topics)[:TOPICS_LIMIT],
        )


def _variations(visit: Visit, case: Case, appeal: Appeal, reading: Reading) -> Iterator[Variation]:
    """Only what was changed."""
    for sanction in sanctions_of(case, appeal):
        if rule := visit.office.policy.sanction(sanction.terms.code):
            now = terms.read(rule, reading)
            if now != sanction.terms:
                yield Variation(sanction.no, terms=now)
    for disengagement in disengagements_of(case, appeal):
        text = reading.text(
            _topics(disengagement.no), "Name at least one topic.", limit=TOPICS_LIMIT
        )
        topics = tuple(line.strip() for line in text.splitlines() if line.strip())
        if topics != disengagement.topics:
            yield Variation(disengagement.no, topics=topics)


def _topics(disengagement: int) -> str:
    return f"topics-{disengagement}"


def _reasons(value: str) -> TextField:
    hint = "The customer is told of them in writing."
    return fields.words("reasons", "Why?", limit=REASONS_LIMIT, hint=hint, value=value)


def _outcome(reading: Reading) -> AppealOutcome:
    chosen = reading.text("outcome", "Choose what becomes of the decision.")
    if chosen not in tuple(AppealOutcome):
        reading.problem("outcome", "Choose what becomes of the decision.")
        return AppealOutcome.UPHELD
    return AppealOutcome(chosen)


async def _find(visit: Visit, pointer: Pointer) -> tuple[Case, Appeal]:
    case = await visit.case(pointer.case)
    appeal = case.appeals.get(pointer.no)
    if appeal is None:
        raise refuse("unknown-appeal", f"{case.reference} has no such appeal.")
    return case, appeal


async def _shown(visit: Visit, case: Case, appeal: Appeal) -> tuple[Block, ...]:
    about = {"case": case.id, "appeal": str(appeal.no)}
    painting = await sit_for(visit.office, about, case, visit.me.id)
    return challenge_blocks(painting, appeal)
