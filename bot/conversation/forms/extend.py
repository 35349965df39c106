"""Propose that a measure binds another person too, where there is a clear need (Scope)."""

from typing import Final

from bot.conversation.forms.parts import fields, subject
from bot.conversation.forms.parts.reading import Reading
from bot.conversation.pointer import Pointer
from bot.conversation.visit import Visit
from bot.conversation.words.terms import sanction_label
from bot.views.answer import Answer, Nothing
from bot.views.card import Note, Paragraph
from bot.views.form import ChoiceField, Form, Option, Source, SuggestField, Values
from core.case.commands import Propose
from core.case.guidance.disengagements import disengagement_label
from core.case.proposals import ExtensionMatter
from core.case.state import Case
from core.vocabulary.ids import CustomerId, EntryNo
from core.vocabulary.refusal import refuse
from core.vocabulary.wording import say_day

NAME: Final = "extend"
NEED_LIMIT: Final = 2000


async def form(visit: Visit, case: Case) -> Form:
    options = _measures(visit, case)
    if not options:
        raise refuse(
            "not-in-force",
            "Nothing is in force in this case, so nothing can bind anybody else.",
            "See how the case stands with “case” and its reference.",
            section="Scope",
        )
    return Form(
        id=NAME,
        title="Bind another person",
        submit="Propose",
        state=str(Pointer(case.id)),
        intro=(
            *await subject.shown(visit.office, case),
            Paragraph(
                "What one person did binds that person alone, not others at the same business or "
                "address. Another person can be bound too only where there is a clear need, and "
                "a second person decides."
            ),
            Note("Policy: Scope"),
        ),
        fields=(
            ChoiceField(
                name="measure",
                label="What should bind them too?",
                options=options,
                value=options[0].value if len(options) == 1 else None,
            ),
            SuggestField(
                name="person",
                label="Who should be bound too?",
                hint="Start with their name, mail address, telephone number or reference.",
                source=Source.CUSTOMERS,
            ),
            fields.words(
                "need",
                "What is the clear need?",
                limit=NEED_LIMIT,
                hint="What this person did, or why the measure would fail without it.",
            ),
        ),
    )


async def submitted(visit: Visit, state: str, values: Values) -> Answer:
    reading = Reading(values)
    measure = reading.number("measure", "Choose what should bind them too.")
    matter = ExtensionMatter(
        measure=EntryNo(measure),
        person=CustomerId(reading.text("person", "Choose the person.")),
        need=reading.text("need", "Say what the clear need is.", limit=NEED_LIMIT),
    )
    reading.check()
    await visit.do(Pointer.parse(state).case, Propose(matter))
    return Nothing()


def _measures(visit: Visit, case: Case) -> tuple[Option, ...]:
    policy = visit.office.policy
    standing = [
        *((d.no, disengagement_label(d), d.issued_at) for d in case.disengaged),
        *((s.no, sanction_label(policy, s.terms.code), s.applied_at) for s in case.in_force),
    ]
    return tuple(
        fields.option(str(no), label, f"In force since {say_day(policy.day_of(since))}")
        for no, label, since in standing
    )
