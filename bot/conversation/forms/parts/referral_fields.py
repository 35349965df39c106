"""Whether it is reported to Legal or the Police, why, and under which reference."""

from typing import Final

from bot.conversation.forms.parts import fields
from bot.conversation.forms.parts.reading import Reading
from bot.conversation.words.referrals import REFERRED
from bot.views.form import ChoiceField, Field, Option, TextField
from core.case.commands import Referral
from core.case.events import ReferredTo

YES: Final = "yes"
NO: Final = "no"
REASON_LIMIT: Final = 1000
REFERENCE_LIMIT: Final = 150


def asked(to: ReferredTo) -> tuple[Field, ...]:
    """Called as the core calls them in its refusals."""
    whom = REFERRED[to]
    return (
        ChoiceField(
            name=f"{to}.reported",
            label=f"Do we report it to {whom}?",
            options=(Option(YES, "Yes"), Option(NO, "No")),
            radio=True,
        ),
        fields.words(
            f"{to}.reason",
            f"Why do we, or do we not, report it to {whom}?",
            limit=REASON_LIMIT,
        ),
        TextField(
            name=f"{to}.reference",
            label=f"Reference from {whom}",
            hint="If you have one already. It can be added later.",
            required=False,
            max_length=REFERENCE_LIMIT,
        ),
    )


def read(to: ReferredTo, reading: Reading) -> Referral:
    whom = REFERRED[to]
    reported = reading.text(f"{to}.reported", f"Say whether it is reported to {whom}.")
    return Referral(
        to=to,
        reported=reported == YES,
        reason=reading.text(f"{to}.reason", "Say why, or why not.", limit=REASON_LIMIT),
        reference=reading.text(f"{to}.reference", limit=REFERENCE_LIMIT),
    )
