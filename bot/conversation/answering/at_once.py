"""An immediate threat: reported, and decided, in as few steps as can be."""

from bot.conversation.answering import deciding
from bot.conversation.cards.extreme import nothing_proposed
from bot.conversation.cards.painting import sit_for
from bot.conversation.finding.looking_up import customers
from bot.conversation.forms import extreme
from bot.conversation.pointer import Pointer
from bot.conversation.visit import Visit
from bot.views.answer import Answer
from core.case.authority.sign_off import objection
from core.case.extreme import on_extreme_grounds


async def report(visit: Visit, text: str) -> Answer:
    """The form opens whatever was typed; a reference that we know fills in the customer."""
    hits = await customers(visit.office, text, 2) if text else ()
    known = hits[0].customer if len(hits) == 1 and hits[0].exact else None
    return extreme.form(visit, known)


async def decide(visit: Visit, value: str) -> Answer:
    """Shows what waits for a decision on these grounds by now, first what is this person's."""
    case = await visit.case(Pointer.parse(value).case)
    waiting = [p for p in case.open_proposals if on_extreme_grounds(p.matter)]
    if not waiting:
        about = {"case": case.id}
        return nothing_proposed(await sit_for(visit.office, about, case, visit.me.id))
    scene = await visit.scene(case)
    mine = [p for p in waiting if objection(scene, case, p) is None]
    return await deciding.show(visit, str(Pointer(case.id, (mine or waiting)[0].no)))
