"""Correct an entry of the timeline: the entry stays, the correction stands beside it."""

from bot.conversation.forms.parts import fields
from bot.conversation.forms.parts.reading import Reading
from bot.conversation.pointer import Pointer
from bot.conversation.visit import Visit
from bot.conversation.words.entries import entry_text
from bot.conversation.words.evidence import evidence_text, further_evidence
from bot.conversation.words.sentences import cut
from bot.views.answer import Answer
from bot.views.card import Card, Facts, Paragraph, Quote, Tone
from bot.views.form import Form, Values
from core.case.commands import CorrectEntry
from core.vocabulary.refusal import refuse

NAME = "correct"
CORRECTION_LIMIT = 1500


async def evidence_form(visit: Visit, pointer: Pointer) -> Form:
    """What was counted on the timeline, to stand beside the incident pointed at (Annex A)."""
    policy, case = visit.office.policy, await visit.case(pointer.case)
    incident = next((i for i in case.incidents if i.no == pointer.no), None)
    found = further_evidence(policy, case, incident) if incident else ()
    lines = [f"{evidence_text(policy, each)}." for each in found]
    return await form(visit, pointer, "\n".join(("Counted on the timeline.", *lines)))


async def form(visit: Visit, pointer: Pointer, written: str = "") -> Form:
    """Only for those who may read the timeline; it shows the entry."""
    office = visit.office
    entries = await office.service.timeline(visit.me.id, pointer.case)
    entry = next((e for e in entries if e.no == pointer.no), None)
    if entry is None:
        raise refuse("unknown-entry", f"The timeline has no entry {pointer.no}.")
    case = await visit.case(pointer.case)
    await visit.rehearse(case, CorrectEntry(pointer.no, ""))
    people = await office.people_of(case, entry.by)
    return Form(
        id=NAME,
        title="Correct an entry",
        submit="Correct",
        state=str(pointer),
        intro=(
            Facts((("Case", case.reference), ("Entry", str(entry.no)))),
            Quote(cut(entry_text(office.policy, people, entry.event), 600)),
            Paragraph("The entry stays as it is. Your correction will stand beside it."),
        ),
        fields=(
            fields.words(
                "correction",
                "What is right?",
                limit=CORRECTION_LIMIT,
                value=written[:CORRECTION_LIMIT],
                hint="Say what is wrong in the entry and what is right instead.",
            ),
        ),
    )


async def submitted(visit: Visit, state: str, values: Values) -> Answer:
    pointer, reading = Pointer.parse(state), Reading(values)
    correction = reading.text("correction", "Say what is right.", limit=CORRECTION_LIMIT)
    reading.check()
    outcome = await visit.do(pointer.case, CorrectEntry(pointer.no, correction))
    reference = outcome.case.reference
    return Card(
        title="Correction kept",
        summary=f"An entry of {reference} was corrected.",
        blocks=(Paragraph(f"It stands beside entry {pointer.no} of {reference} from now on."),),
        tone=Tone.GOOD,
    )
