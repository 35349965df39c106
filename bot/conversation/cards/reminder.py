"""Review reminders, to a channel and to those who review (stage 4)."""

from bot.conversation import buttons
from bot.conversation.cards.painting import Painting
from bot.conversation.words.calendar import distance
from bot.conversation.words.terms import sanction_text
from bot.views.card import Button, Card, Facts, Note, Paragraph, Tone
from core.case.state import Sanction
from core.vocabulary.wording import say_day


def review(painting: Painting) -> Card:
    sanction = painting.case.sanctions[painting.number("sanction")]
    done = _done(painting, sanction)
    return _settled(painting, done) if done else _due(painting, sanction)


def _done(painting: Painting, sanction: Sanction) -> str:
    """What became of the review this reminder was about; "" while it is still to be done."""
    if not sanction.in_force:
        return "The sanction has been lifted."
    step, due_on = painting.about["step"], painting.about["due_on"]
    about = (r for r, s, d in sanction.reminded if s == step and d.isoformat() == due_on)
    if next(about, sanction.review_on) == sanction.review_on:
        return ""
    return f"The review has been done. The next one is on {say_day(sanction.review_on)}."


def _settled(painting: Painting, done: str) -> Card:
    reference = painting.case.reference
    return Card(
        title=f"{reference}: the review is done",
        summary=f"{reference}: the review of a sanction is done.",
        blocks=(Facts(painting.customer_facts), Paragraph(done)),
        tone=Tone.GOOD,
    )


def _due(painting: Painting, sanction: Sanction) -> Card:
    case, today = painting.case, painting.office.today()
    late = sanction.review_on < today
    due = "overdue" if late else f"due {distance(sanction.review_on, today)}"
    facts = [
        *painting.customer_facts,
        ("Review due", f"{say_day(sanction.review_on)} ({distance(sanction.review_on, today)})"),
        ("Looked after by", painting.person(case.owner)),
    ]
    if painting.reader is not None:
        terms = sanction_text(painting.policy, painting.people, sanction.terms)
        facts.append(("Sanction", terms))
    return Card(
        title=f"{case.reference}: the review of a sanction is {due}",
        summary=f"{case.reference}: the review of a sanction is {due}.",
        blocks=(
            Facts(tuple(facts)),
            Paragraph("Sanctions should not go on indefinitely: keep, change or lift it."),
            Note(f"Policy: {painting.policy.review.source}"),
        ),
        buttons=_buttons(painting, sanction),
        tone=Tone.DANGER if late else Tone.CAUTION,
    )


def _buttons(painting: Painting, sanction: Sanction) -> tuple[Button, ...]:
    if painting.reader is None:
        return ()
    return (buttons.review(painting.case, sanction.no), buttons.timeline(painting.case))
