"""A later word about reporting it, for example the reference that the Police gave."""

from typing import Final

from bot.conversation.forms.parts import fields
from bot.conversation.forms.parts.reading import Reading
from bot.conversation.forms.parts.referral_fields import NO, REASON_LIMIT, REFERENCE_LIMIT, YES
from bot.conversation.pointer import Pointer
from bot.conversation.visit import Visit
from bot.conversation.words.referrals import REFERRED, referral_text
from bot.views.answer import Answer
from bot.views.card import Bullets, Card, Facts, Paragraph, Tone
from bot.views.form import ChoiceField, Form, Option, TextField, Values
from core.case.commands import RecordReferral, Referral
from core.case.events import ReferredTo
from core.vocabulary.wording import upper_first

NAME: Final = "referral"


async def form(visit: Visit, pointer: Pointer) -> Form:
    case = await visit.case(pointer.case)
    blank = Referral(ReferredTo.POLICE, reported=True, reason="")
    await visit.rehearse(case, RecordReferral(pointer.no, blank))
    before = tuple(referral_text(each) for each in case.proposals[pointer.no].referrals)
    return Form(
        id=NAME,
        title="Legal and the Police",
        submit="Record",
        state=str(pointer),
        intro=(Facts((("Case", case.reference),)), Bullets(before)),
        fields=(
            ChoiceField(
                name="to",
                label="Whom is it about?",
                options=tuple(Option(to, upper_first(REFERRED[to])) for to in ReferredTo),
                value=ReferredTo.POLICE,
                radio=True,
            ),
            ChoiceField(
                name="reported",
                label="Is it reported to them?",
                options=(Option(YES, "Yes"), Option(NO, "No")),
                value=YES,
                radio=True,
            ),
            TextField(
                name="reference",
                label="Their reference",
                required=False,
                max_length=REFERENCE_LIMIT,
            ),
            fields.words("reason", "What is there to say about it?", limit=REASON_LIMIT),
        ),
    )


async def submitted(visit: Visit, state: str, values: Values) -> Answer:
    pointer, reading = Pointer.parse(state), Reading(values)
    later = Referral(
        to=_whom(reading),
        reported=reading.text("reported", "Say whether it is reported to them.") == YES,
        reason=reading.text("reason", "Say what there is to say.", limit=REASON_LIMIT),
        reference=reading.text("reference", limit=REFERENCE_LIMIT),
    )
    if later.reference and not later.reported:
        reading.problem("reference", "A reference is only for what was reported.")
    reading.check()
    outcome = await visit.do(pointer.case, RecordReferral(pointer.no, later))
    case = outcome.case
    return Card(
        title="Recorded",
        summary=f"{case.reference}: what you recorded is on the timeline.",
        blocks=(
            Paragraph(f"It is on the timeline of {case.reference}:"),
            Bullets(tuple(referral_text(each) for each in case.proposals[pointer.no].referrals)),
        ),
        tone=Tone.GOOD,
    )


def _whom(reading: Reading) -> ReferredTo:
    chosen = reading.text("to", "Choose whom it is about.")
    if chosen not in tuple(ReferredTo):
        reading.problem("to", "Choose whom it is about.")
        return ReferredTo.POLICE
    return ReferredTo(chosen)
