"""An alert called by its reference, after whichever command looks somebody or something up."""

from bot.conversation.answering import noticing
from bot.conversation.finding.looking_up import alert_called
from bot.conversation.visit import Told, Visit
from bot.views.answer import Answer


def or_alert(page: Told) -> Told:
    """The alert with its buttons where its reference was typed; ``page`` of anything else."""

    async def answer(visit: Visit, text: str) -> Answer:
        alert = await alert_called(visit.office, text)
        return await page(visit, text) if alert is None else await noticing.show(visit, alert.id)

    return answer
