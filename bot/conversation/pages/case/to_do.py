"""What somebody still has to do in a case, with the button for those who may do it."""

from collections.abc import Iterator
from typing import Final

from bot.conversation.buttons.duties import duty_button
from bot.conversation.cards.duty_words import duty_facts
from bot.conversation.pages.case.seen import Seen
from bot.conversation.rehearsing.specimens import duty_command
from bot.conversation.words.calendar import distance
from bot.conversation.words.duties import duty_text
from bot.conversation.words.proposals import person
from bot.views.card import Block, Button, Heading, Item
from core.case.duties.owing import Duty, duties
from core.case.events import DutyKind
from core.vocabulary.wording import say_day, upper_first

_BY_THEMSELVES: Final = (DutyKind.DECIDE_PROPOSAL, DutyKind.ASSESS_CONTACT)


def parts(seen: Seen) -> Iterator[Block]:
    """Proposals and contacts that wait are shown by themselves."""
    owed = [d for d in duties(seen.scene, seen.case) if d.kind not in _BY_THEMSELVES]
    if owed:
        yield Heading("To be done")
    for duty in owed:
        yield _item(seen, duty)


def _item(seen: Seen, duty: Duty) -> Item:
    scene = seen.scene
    late = "Overdue: " if duty.due_on < scene.today else ""
    what = duty_text(duty.kind)
    title = f"{late}{what}" if late else upper_first(what)
    when = f"{say_day(duty.due_on)} ({distance(duty.due_on, scene.today)})"
    lines = [f"By {person(scene.policy, scene.people, duty.owed_by)}, on {when}."]
    if seen.reads:
        facts = duty_facts(scene, seen.case, duty)
        lines += [f"{label}: {value}" for label, value in facts]
    return Item(title, "\n".join(lines), _button(seen, duty))


def _button(seen: Seen, duty: Duty) -> tuple[Button, ...]:
    if not seen.may(duty_command(seen.scene, duty)):
        return ()
    return (duty_button(seen.case, duty.kind, duty.about),)
