"""Help: what this very person can do, and what waits for them."""

from bot.conversation import buttons
from bot.conversation.commands import COMMANDS, Who
from bot.conversation.typed import nearest
from bot.conversation.visit import Visit
from bot.conversation.words.sentences import counted
from bot.views.answer import Answer
from bot.views.card import Button, Card, Facts, Note, Paragraph, Tone
from core.vocabulary.people import Role


async def page(visit: Visit, _text: str = "") -> Answer:
    waiting = await _waiting(visit)
    approves = waiting > 0 or await _approves(visit)
    offered = [c for c in COMMANDS if c.who is Who.EVERYONE or approves]
    policy = visit.office.policy
    return Card(
        title=policy.title,
        summary="What you can do here.",
        blocks=(
            Paragraph(_greeting(visit, waiting, approves)),
            Paragraph("What you can type, after “/ucb” or my name:"),
            Facts(tuple((command.usage, command.help) for command in offered)),
            *_for_administrators(visit),
            Note(f"Questions about the policy: {policy.contact}"),
        ),
        buttons=(buttons.report(), *_open_approvals(waiting)),
    )


async def unknown(_visit: Visit, name: str, rest: str) -> Answer:
    """An unknown command: the nearest one is suggested, with a button that runs it."""
    likely = nearest(name)
    text = f"{likely} {rest}".strip() if likely else f"check {name} {rest}".strip()
    fits = len(text) <= buttons.VALUE_LIMIT
    suggestion = (
        f"Did you mean “{likely}”?" if likely else "To look for a customer, use “check” first."
    )
    runs = (buttons.run(text, f"Run “{likely or 'check'}”"),) if fits else ()
    return Card(
        title="I do not know that command",
        summary="That command is not known.",
        blocks=(Paragraph(suggestion), Note("“help” shows everything you can do.")),
        buttons=(*runs, Button(buttons.Action.RUN, "Help", "help")),
        tone=Tone.CAUTION,
    )


async def _waiting(visit: Visit) -> int:
    cases = await visit.office.desk.cases.awaiting_decision_by(visit.me.id)
    return sum(a.approver == visit.me.id for case in cases for a in case.awaiting)


async def _approves(visit: Visit) -> bool:
    """Managers decide, and those who proposed follow their proposals."""
    desk = visit.office.desk
    return bool(
        await desk.directory.reports_of(visit.me.id)
        or await desk.cases.awaiting_decision_of(visit.me.id)
    )


def _greeting(visit: Visit, waiting: int, approves: bool) -> str:
    hello = f"Hello {visit.me.name}."
    if waiting:
        return f"{hello} {counted(waiting, 'proposal')} waiting for your decision."
    return f"{hello} Nothing is waiting for your decision." if approves else hello


def _open_approvals(waiting: int) -> tuple[Button, ...]:
    return (Button(buttons.Action.RUN, "See what waits", "approvals"),) if waiting else ()


def _for_administrators(visit: Visit) -> tuple[Paragraph, ...]:
    if Role.ADMINISTRATOR not in visit.me.roles:
        return ()
    words = "As an administrator you add colleagues on the server, with “ucb staff import”."
    return (Paragraph(words),)
