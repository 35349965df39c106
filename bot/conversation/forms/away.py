"""Say who is away, and who decides in their place (Responsibilities)."""

from dataclasses import replace
from typing import Final

from bot.conversation.buttons.extreme import here_after_all
from bot.conversation.forms.parts import fields
from bot.conversation.forms.parts.reading import Reading
from bot.conversation.visit import Visit
from bot.views.answer import Answer
from bot.views.card import Card, Note, Paragraph, Tone
from bot.views.form import DateField, Field, Form, Values
from core.policy.model import Power
from core.vocabulary.ids import StaffId
from core.vocabulary.people import Absence, StaffMember
from core.vocabulary.wording import say_day

NAME: Final = "away"

MEANING: Final = (
    "While you are away, what waits for your decision goes to your deputy, as far as the policy "
    "lets them decide it: somebody of another grade than whoever proposed it, senior enough, and "
    "not involved. They may also do what you do in the cases you look after. Without a deputy it "
    "goes to the next above you."
)


async def form(visit: Visit) -> Form:
    office = visit.office
    return Form(
        id=NAME,
        title="Who is away?",
        submit="Record",
        intro=(Paragraph(MEANING), Note("Policy: Responsibilities")),
        fields=(
            *await _whom(visit),
            DateField(name="first", label="First day away", value=office.today()),
            DateField(name="last", label="Last day away"),
            replace(
                fields.staff(
                    "deputy",
                    "Who decides instead?",
                    None,
                    "A colleague who is here all that time. You can leave this empty.",
                ),
                required=False,
            ),
        ),
    )


async def submitted(visit: Visit, _state: str, values: Values) -> Answer:
    reading = Reading(values)
    staff, deputy = reading.text("staff"), reading.text("deputy")
    first = reading.day("first", "Enter the first day.")
    last = reading.day("last", "Enter the last day.")
    reading.check()
    member = await visit.office.register.name_deputy(
        visit.me.id,
        StaffId(staff) if staff else visit.me.id,
        StaffId(deputy) if deputy else None,
        first,
        last,
        visit.delivery,
    )
    absence = next(a for a in member.absences if (a.first, a.last) == (first, last))
    return await _recorded(visit, member, absence)


async def text_of(visit: Visit, absence: Absence) -> str:
    """``From ... to .... Dana Director decides instead.``"""
    people = await visit.office.people(*([absence.deputy] if absence.deputy else []))
    deputy = people.name_of(absence.deputy) if absence.deputy else "The next above"
    return f"From {say_day(absence.first)} to {say_day(absence.last)}. {deputy} decides instead."


async def _whom(visit: Visit) -> tuple[Field, ...]:
    """Only for those who may say it of others."""
    office = visit.office
    administers = Power.ADMINISTER in office.policy.powers.held(visit.me.roles)
    if not (administers or await office.desk.directory.reports_of(visit.me.id)):
        return ()
    me = fields.staff_option(office.policy, visit.me)
    return (fields.staff("staff", "Who is away?", me, "You, or a colleague below you."),)


async def _recorded(visit: Visit, member: StaffMember, absence: Absence) -> Card:
    return Card(
        title="Recorded",
        summary="The absence is recorded.",
        blocks=(Paragraph(f"{member.name} is away. {await text_of(visit, absence)}"),),
        buttons=(here_after_all(member.id, absence.first),),
        tone=Tone.GOOD,
    )
