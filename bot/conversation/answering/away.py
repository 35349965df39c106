"""Absences that are recorded, one's own and one's team's; the form when there are none."""

from datetime import date

from bot.conversation.buttons.extreme import away, here_after_all
from bot.conversation.forms.away import MEANING, form, text_of
from bot.conversation.visit import Visit
from bot.views.answer import Answer
from bot.views.card import Card, Item, Note, Paragraph, Tone
from core.vocabulary.ids import StaffId
from core.vocabulary.people import StaffMember
from core.vocabulary.refusal import refuse


async def page(visit: Visit, _text: str) -> Answer:
    items = [item for member in await _mine(visit) for item in await _items(visit, member)]
    if not items:
        return await form(visit)
    return Card(
        title="Who is away",
        summary="Who is away, and who decides instead.",
        blocks=(*items[:_MOST_LISTED], Note(MEANING)),
        buttons=(away(),),
    )


async def another(visit: Visit, _value: str) -> Answer:
    return await form(visit)


async def here_after_all_pressed(visit: Visit, value: str) -> Answer:
    day, _, staff = value.partition("/")
    member = await visit.office.register.take_back_absence(
        visit.me.id, StaffId(staff), _day(day), visit.delivery
    )
    return Card(
        title="Taken back",
        summary="The absence is taken back.",
        blocks=(Paragraph(f"{member.name} decides as usual again."),),
        tone=Tone.GOOD,
    )


_MOST_LISTED = 20


async def _mine(visit: Visit) -> tuple[StaffMember, ...]:
    return (visit.me, *await visit.office.desk.directory.reports_of(visit.me.id))


async def _items(visit: Visit, member: StaffMember) -> list[Item]:
    return [
        Item(member.name, await text_of(visit, each), (here_after_all(member.id, each.first),))
        for each in member.absences
        if each.last >= visit.office.today()
    ]


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise refuse(
            "stale-view", "This button is too old, or damaged.", "Type “away” to get a new one."
        ) from None
