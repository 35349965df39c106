"""What somebody still has to do, brought to mind, in private or in a channel."""

from bot.conversation import buttons
from bot.conversation.buttons.duties import duty_button
from bot.conversation.cards.duty_words import asked_of, done, duty_facts, source_of
from bot.conversation.cards.painting import Painting
from bot.conversation.words.calendar import distance
from bot.conversation.words.duties import duty_noun
from bot.views.card import Button, Card, Facts, Note, Paragraph, Tone
from core.case.duties.owing import Duty, duties
from core.case.events import DutyKind
from core.vocabulary.ids import SYSTEM, StaffId
from core.vocabulary.wording import say_day


def duty(painting: Painting) -> Card:
    if gone_up := painting.about.get("approver"):
        return _gone_up(painting, StaffId(gone_up))
    found = _standing(painting)
    return _due(painting, found) if found else _settled(painting)


def _standing(painting: Painting) -> Duty | None:
    """The duty that this reminder is about; ``None`` once it is done."""
    about = painting.about
    named = (about["duty"], painting.number("about"), about["due_on"])
    standing = duties(painting.scene(painting.reader or SYSTEM), painting.case)
    return next(
        (each for each in standing if (each.kind, each.about, each.due_on.isoformat()) == named),
        None,
    )


def _settled(painting: Painting) -> Card:
    reference, kind = painting.case.reference, DutyKind(painting.about["duty"])
    title = f"{reference}: {duty_noun(kind)} is done"
    return Card(
        title=title,
        summary=f"{title}.",
        blocks=(
            Facts(painting.customer_facts),
            Paragraph(done(painting, kind, painting.number("about"))),
        ),
        tone=Tone.GOOD,
    )


def _due(painting: Painting, duty: Duty) -> Card:
    case, today = painting.case, painting.office.today()
    late = duty.due_on < today
    due = "overdue" if late else f"due {distance(duty.due_on, today)}"
    title = f"{case.reference}: {duty_noun(duty.kind)} is {due}"
    facts = (
        *painting.customer_facts,
        ("Due", f"{say_day(duty.due_on)} ({distance(duty.due_on, today)})"),
        ("Who does it", painting.person(duty.owed_by)),
        *_private(painting, duty),
    )
    return Card(
        title=title,
        summary=f"{title}.",
        blocks=(
            Facts(facts),
            Paragraph(asked_of(painting.policy, duty.kind)),
            Note(f"Policy: {source_of(painting.policy, duty.kind)}"),
        ),
        buttons=_buttons(painting, duty),
        tone=Tone.DANGER if late else Tone.CAUTION,
    )


def _private(painting: Painting, duty: Duty) -> tuple[tuple[str, str], ...]:
    if painting.reader is None:
        return ()
    return duty_facts(painting.scene(painting.reader), painting.case, duty)


def _buttons(painting: Painting, duty: Duty) -> tuple[Button, ...]:
    if painting.reader is None:
        return ()
    does = duty_button(painting.case, duty.kind, duty.about)
    page = buttons.case_page(painting.case)
    return (does,) if does == page else (does, page)


def _gone_up(painting: Painting, approver: StaffId) -> Card:
    """An approval that nobody answered in time (Responsibilities)."""
    reference = painting.case.reference
    title = f"{reference}: a proposal has gone up the line"
    return Card(
        title=title,
        summary=f"{title}.",
        blocks=(
            Facts((*painting.customer_facts, ("Asked to decide now", painting.person(approver)))),
            Paragraph("Nobody had answered it in time."),
            Note(f"Policy: {source_of(painting.policy, DutyKind.DECIDE_PROPOSAL)}"),
        ),
        tone=Tone.CAUTION,
    )
