"""Propose a warning (stage 1: explain, ask to modify, say that sanctions may follow, monitor)."""

from bot.conversation.forms.parts import fields, subject
from bot.conversation.forms.parts.reading import Reading
from bot.conversation.rehearsing.specimens import any_warning
from bot.conversation.visit import Visit
from bot.conversation.words.sentences import counted
from bot.views.answer import Answer, Nothing
from bot.views.card import Note, Paragraph
from bot.views.form import Form, TextField, Values
from core.case.commands import Propose
from core.case.proposals import WarningMatter
from core.case.state import Case

NAME = "warn"
EXPLANATION_LIMIT = 1500
REQUEST_LIMIT = 1000


async def form(visit: Visit, case: Case | None = None) -> Form:
    rule = visit.office.policy.warning
    if case is not None:
        await visit.rehearse(case, Propose(any_warning(await visit.scene(case))))
    usual = f"Usually {counted(rule.monitoring_days, 'day')}, from when the customer is told."
    return Form(
        id=NAME,
        title="Propose a warning",
        submit="Propose",
        state=subject.state_of(case),
        intro=(
            *await subject.shown(visit.office, case),
            Paragraph(
                "We explain why the behaviour is unacceptable, ask for it to change, and say "
                "that sanctions may follow. A second person decides before the customer is told."
            ),
            Note(f"Policy: {rule.source}"),
        ),
        fields=(
            *subject.asked(case),
            fields.words(
                "explanation",
                "What will we explain?",
                limit=EXPLANATION_LIMIT,
                hint="Which behaviour is unacceptable, and why.",
            ),
            fields.words(
                "request",
                "What will we ask them to change?",
                limit=REQUEST_LIMIT,
                hint="What good contact would look like.",
            ),
            TextField(
                name="monitoring_days",
                label="How many days will we watch?",
                hint=usual,
                value=str(rule.monitoring_days),
                max_length=5,
            ),
        ),
    )


async def submitted(visit: Visit, state: str, values: Values) -> Answer:
    reading = Reading(values)
    matter = WarningMatter(
        explanation=reading.text(
            "explanation", "Say what we will explain.", limit=EXPLANATION_LIMIT
        ),
        request=reading.text("request", "Say what we will ask for.", limit=REQUEST_LIMIT),
        monitoring_days=reading.number("monitoring_days", "Enter a number of days."),
    )
    case = await subject.read(visit, state, reading)
    reading.check()
    await visit.do(case.id, Propose(matter))
    return Nothing()
