"""A warning, sanctions, and the review of a sanction."""

from bot.conversation.cards.matters.considerations import considered
from bot.conversation.cards.painting import Painting
from bot.conversation.words.sentences import counted
from bot.conversation.words.terms import sanction_label, sanction_text, terms_text
from bot.views.card import Block, Facts, Heading, Item, Paragraph, Quote
from core.case.proposals import ReviewMatter, ReviewOutcome, SanctionsMatter, WarningMatter
from core.vocabulary.wording import say_day


def warning(matter: WarningMatter) -> tuple[Block, ...]:
    return (
        Heading("What we tell the customer"),
        Paragraph("Why the behaviour is unacceptable:"),
        Quote(matter.explanation),
        Paragraph("What we ask them to change:"),
        Quote(matter.request),
        Paragraph(
            f"If it does not change, sanctions may follow. We watch for "
            f"{counted(matter.monitoring_days, 'day')} after they are told."
        ),
    )


def sanctions(painting: Painting, matter: SanctionsMatter) -> tuple[Block, ...]:
    policy, people = painting.policy, painting.people
    return (
        Heading("What is proposed"),
        *(
            Item(sanction_label(policy, s.code), terms_text(policy, people, s))
            for s in matter.sanctions
        ),
        Facts((("Review on", say_day(matter.review_on)),)),
        Heading("Why"),
        Quote(matter.reasons),
        Heading("What was tried before"),
        Quote(matter.efforts),
        *considered(matter.considerations),
    )


def review(painting: Painting, matter: ReviewMatter) -> tuple[Block, ...]:
    policy, people = painting.policy, painting.people
    sanction = painting.case.sanctions.get(matter.sanction)
    facts = []
    if sanction:
        facts.append(("Sanction", sanction_text(policy, people, sanction.terms)))
        facts.append(("In force since", painting.moment(sanction.applied_at)))
    if matter.outcome is ReviewOutcome.CHANGE and matter.terms:
        facts.append(("New terms", terms_text(policy, people, matter.terms)))
    if matter.next_review_on:
        facts.append(("Next review", say_day(matter.next_review_on)))
    return (Heading("What is proposed"), Facts(tuple(facts)), Heading("Why"), Quote(matter.reasons))
