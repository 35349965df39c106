"""Say what the monitoring period after a warning showed (stage 1)."""

from bot.conversation import buttons
from bot.conversation.forms.parts import fields
from bot.conversation.forms.parts.reading import Reading
from bot.conversation.pointer import Pointer
from bot.conversation.rehearsing.rehearsal import allowed
from bot.conversation.rehearsing.specimens import any_sanctions
from bot.conversation.visit import Visit
from bot.conversation.words.happened import happened_since
from bot.views.answer import Answer
from bot.views.card import Bullets, Button, Card, Facts, Heading, Paragraph, Tone
from bot.views.form import ChoiceField, Form, Option, Values
from core.case.commands import ConcludeMonitoring, Propose
from core.case.events import MonitoringOutcome
from core.case.state import Case, GivenWarning
from core.vocabulary.refusal import refuse
from core.vocabulary.wording import say_day, say_moment

NAME = "monitoring"
NOTE_LIMIT = 1500

_OUTCOMES = (
    Option(MonitoringOutcome.IMPROVED, "It improved", "The warning helped"),
    Option(MonitoringOutcome.CONTINUED, "It continued", "Sanctions can be proposed"),
)


async def form(visit: Visit, pointer: Pointer) -> Form:
    office, case = visit.office, await visit.case(pointer.case)
    await visit.rehearse(case, ConcludeMonitoring(pointer.no, MonitoringOutcome.IMPROVED))
    given, customer = _given(case, pointer), await office.customer(case.customer)
    happened = happened_since(office.policy, case, given.given_at)
    return Form(
        id=NAME,
        title="How contact went",
        submit="Record",
        state=str(pointer),
        intro=(
            Facts(
                (
                    ("Customer", customer.name),
                    ("Case", case.reference),
                    ("Warned", say_moment(given.given_at, office.policy.zone)),
                    ("Watched until", say_day(given.monitor_until)),
                )
            ),
            Heading("Since the warning"),
            Bullets(happened) if happened else Paragraph("Nothing was recorded."),
        ),
        fields=(
            ChoiceField(
                name="outcome", label="How did the behaviour go?", options=_OUTCOMES, radio=True
            ),
            fields.words(
                "note",
                "Anything to note?",
                limit=NOTE_LIMIT,
                required=False,
                hint="For example what the customer did better.",
            ),
        ),
    )


async def submitted(visit: Visit, state: str, values: Values) -> Answer:
    pointer, reading = Pointer.parse(state), Reading(values)
    chosen = reading.text("outcome", "Choose how the behaviour went.")
    if chosen and chosen not in tuple(MonitoringOutcome):
        reading.problem("outcome", "Choose how the behaviour went.")
    note = reading.text("note", limit=NOTE_LIMIT)
    reading.check()
    outcome = MonitoringOutcome(chosen)
    done = await visit.do(pointer.case, ConcludeMonitoring(pointer.no, outcome, note))
    return await _recorded(visit, done.case, outcome)


async def _recorded(visit: Visit, case: Case, outcome: MonitoringOutcome) -> Card:
    words, next_steps = "There is nothing more to do about this warning.", tuple[Button, ...]()
    if outcome is MonitoringOutcome.CONTINUED:
        words, next_steps = await _next(visit, case)
    return Card(
        title=f"Recorded: the behaviour {outcome}",
        summary=f"It is recorded in {case.reference} how contact went.",
        blocks=(Paragraph(words),),
        buttons=(*next_steps, buttons.case_page(case)),
        tone=Tone.GOOD if outcome is MonitoringOutcome.IMPROVED else Tone.CAUTION,
    )


async def _next(visit: Visit, case: Case) -> tuple[str, tuple[Button, ...]]:
    scene = await visit.scene(case)
    sanctions = any_sanctions(scene, case)
    if sanctions and allowed(scene, case, Propose(sanctions)):
        return "Sanctions can be proposed now.", (buttons.propose(case),)
    customer = await visit.office.customer(case.customer)
    words = "Report what happened since the warning. Then sanctions can be proposed."
    return words, (buttons.report(customer),)


def _given(case: Case, pointer: Pointer) -> GivenWarning:
    found = next((w for w in case.warnings if w.proposal == pointer.no), None)
    if found is None:
        raise refuse("unknown-warning", f"{case.reference} has no such warning.")
    return found
