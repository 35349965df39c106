"""An alert of which nobody has said what happened, brought to mind (stage 3)."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from bot.conversation.buttons import case_page
from bot.conversation.cards.known_contact import card
from bot.conversation.cards.noticed import noticed, told_alert
from bot.conversation.office import Office
from bot.views.card import Card, Paragraph
from core.alert.state import Alert
from core.vocabulary.wording import say_moment

_OTHERS: Final = "Other alerts of this case are still open too. Open the case to see them."


async def draw(office: Office, about: Mapping[str, str]) -> Card:
    """The alert itself, for one colleague alone; without ``for``, for a channel.

    Once it is settled, or nothing is in force any more, nothing is asked for.
    """
    alert = await told_alert(office, about)
    told = await noticed(office, alert, private="for" in about)
    shown = card(told)
    if alert.settled or told.no_more:
        return shown
    since = say_moment(alert.open_since or alert.first_at, office.policy.zone)
    told_on = f"Colleagues were told on {since}."
    others = await _others(office, alert)
    return replace(
        shown,
        title=f"Still open: {shown.title}",
        summary=f"Still open: {shown.summary}",
        blocks=(Paragraph(f"{told_on} {_please(alert)}"), *others, *shown.blocks),
        buttons=(*shown.buttons, case_page(told.case)) if others else shown.buttons,
    )


def _please(alert: Alert) -> str:
    which, them = ("these contacts", "them") if alert.count > 1 else ("the contact", "it")
    return (
        f"Nobody has said yet what became of {which}. Please say so with a button, or ask whoever "
        f"dealt with {them} to."
    )


async def _others(office: Office, alert: Alert) -> tuple[Paragraph, ...]:
    """The case has further alerts that wait: its page lists them."""
    still_open = (await office.desk.alerts.latest([alert.case])).get(alert.case, ())
    return (Paragraph(_OTHERS),) if any(each.id != alert.id for each in still_open) else ()
