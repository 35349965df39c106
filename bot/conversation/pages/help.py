"""Help: what this very person can do, and what waits for them."""

from collections.abc import Iterable

from bot.conversation import buttons
from bot.conversation.buttons.extreme import report_extreme
from bot.conversation.commands import COMMANDS, MENU, Command, Who
from bot.conversation.commands.typed import nearest
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
            _list(command for command in offered if command in MENU),
            Paragraph("Less often; most of it is offered as a button when it is due:"),
            _list(command for command in offered if command not in MENU),
            *_for_administrators(visit),
            Note(f"Questions about the policy: {policy.contact}"),
        ),
        buttons=(buttons.report(), report_extreme(), *_open_approvals(waiting)),
    )


def _list(commands: Iterable[Command]) -> Facts:
    return Facts(tuple((command.usage, command.help) for command in commands))


async def unknown(_visit: Visit, name: str, rest: str) -> Answer:
    """An unknown command: the nearest is suggested, and to look for a customer of that name."""
    likely = nearest(name)
    words: list[str] = []
    runs: list[Button] = []
    if likely:
        words.append(f"Did you mean “{likely}”?")
        runs += _run(likely, rest)
    if likely != "check":
        words.append("To look for a customer, use “check” first.")
        runs += _run("check", f"{name} {rest}")
    return Card(
        title="I do not know that command",
        summary="That command is not known.",
        blocks=(Paragraph(" ".join(words)), Note("“help” shows everything you can do.")),
        buttons=(*runs, Button(buttons.Action.RUN, "Help", "help")),
        tone=Tone.CAUTION,
    )


def _run(command: str, rest: str) -> tuple[Button, ...]:
    """Nothing for what is too long for a button."""
    text = f"{command} {rest}".strip()
    return (buttons.run(text, f"Run “{command}”"),) if len(text) <= buttons.VALUE_LIMIT else ()


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
