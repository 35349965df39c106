"""Reviews: everything that I and my team still have to do, overdue first (stages 1, 4 and 7)."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from bot.conversation import buttons
from bot.conversation.buttons.duties import duty_button
from bot.conversation.pages.open_alerts import open_alerts
from bot.conversation.visit import Visit
from bot.conversation.words.calendar import distance
from bot.conversation.words.duties import duty_text
from bot.conversation.words.sentences import counted
from bot.conversation.words.terms import sanction_label
from bot.views.answer import Answer
from bot.views.card import Block, Card, Heading, Item, Note, Paragraph, Tone
from core.case.authority.powers import has_power
from core.case.duties.owing import Duty, duties
from core.case.events import DutyKind
from core.case.scene import Scene
from core.case.state import Case
from core.policy.model import Policy, Power
from core.vocabulary.ids import StaffId
from core.vocabulary.wording import say_day

MOST_LISTED: Final = 10
LOOKED_AT: Final = 50


@dataclass(frozen=True, slots=True)
class _Found:
    case: Case
    scene: Scene
    duty: Duty


async def page(visit: Visit, _text: str = "") -> Answer:
    """Whoever manages every case sees what anybody has to do."""
    staff = await _whose(visit)
    summaries = await visit.office.desk.cases.owing(staff, LOOKED_AT)
    cases = [await visit.case(summary.case) for summary in summaries]
    found = [each for case in cases for each in await _owed(visit, case, staff)]
    found.sort(key=lambda each: (each.duty.due_on, each.case.reference, each.duty.about))
    late = sum(each.duty.due_on < each.scene.today for each in found)
    overdue = f"{counted(late, 'thing')} overdue. " if late else ""
    alerts = await open_alerts(visit, staff)
    return Card(
        title="Reviews and other things to do",
        summary=f"{alerts.text}{overdue}What you and your team still have to do, overdue first.",
        blocks=(*alerts.blocks, *_listed(found, beside=alerts.blocks)),
        tone=Tone.CAUTION if late else Tone.INFO,
    )


async def _whose(visit: Visit) -> tuple[StaffId, ...] | None:
    office, me = visit.office, visit.me.id
    if has_power(office.scene(me, await office.people(me)), me, Power.MANAGE):
        return None
    team = await office.desk.directory.reports_of(me)
    return (me, *(member.id for member in team))


async def _owed(visit: Visit, case: Case, staff: Sequence[StaffId] | None) -> list[_Found]:
    scene = await visit.scene(case)
    return [
        _Found(case, scene, duty)
        for duty in duties(scene, case)
        if staff is None or duty.owed_by in staff
    ]


def _listed(found: Sequence[_Found], *, beside: Sequence[Block]) -> tuple[Block, ...]:
    if not found and beside:
        return ()
    if not found:
        return (Paragraph("Neither you nor your team has anything to do, so nothing is due."),)
    heading = (Heading("Other things to do"),) if beside else ()
    more = len(found) - MOST_LISTED
    note = (Note(f"And {more} more, once these are done."),) if more > 0 else ()
    return (*heading, *map(_item, found[:MOST_LISTED]), *note)


def _item(found: _Found) -> Item:
    case, scene, duty = found.case, found.scene, found.duty
    late = "Overdue: " if duty.due_on < scene.today else ""
    when = f"{say_day(duty.due_on)} ({distance(duty.due_on, scene.today)})"
    does, page = duty_button(case, duty.kind, duty.about), buttons.case_page(case)
    return Item(
        f"{late}{case.reference}: {_what(scene.policy, case, duty)}",
        f"Due on {when}. {scene.people.name_of(duty.owed_by)} does it.",
        (does,) if does.action == page.action else (does, page),
    )


def _what(policy: Policy, case: Case, duty: Duty) -> str:
    if duty.kind is not DutyKind.REVIEW_SANCTION:
        return duty_text(duty.kind)
    label = sanction_label(policy, case.sanctions[duty.about].terms.code)
    return f"{duty_text(duty.kind)}. {label}"
