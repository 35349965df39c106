"""What a channel learns about a case: references, what is in force, whom to ask. No more."""

from bot.conversation.cards.answered import answer_blocks, answers_to, headline
from bot.conversation.cards.assessing import channel_blocks, channel_buttons, contact_of
from bot.conversation.cards.painting import Painting
from bot.conversation.cards.standing import guidance_blocks, verdict_tone
from bot.conversation.cards.unjudged import before_blocks, once_logged
from bot.conversation.words.standing import in_force_text
from bot.views.card import Card, Facts, Note, Tone
from core.vocabulary.wording import lower_first, say_day

_HINT = "Colleagues find the customer with “check” and the reference."


def contact(painting: Painting) -> Card:
    """May the contact happen, judged at the time it was made (stages 3 and 6)."""
    case, made = painting.case, contact_of(painting)
    answers = answers_to(painting, made)
    means = lower_first(painting.policy.means_label(made.means))
    verdict = headline(made, answers)
    return Card(
        title=f"{case.reference}: {verdict}",
        summary=f"{case.reference}: a customer made contact; {verdict}.",
        blocks=(
            Facts(
                (
                    *painting.customer_facts,
                    ("Contact", f"By {means}, {painting.moment(made.occurred_at)}"),
                    ("Logged by", painting.person(made.logged_by)),
                    ("Ask", f"{painting.person(case.owner)}, who looks after the case"),
                )
            ),
            *answer_blocks(painting, made, once_logged(case, made, answers)),
            *before_blocks(case, made),
            *channel_blocks(painting, made),
            Note(_HINT),
        ),
        buttons=channel_buttons(painting, made),
        tone=verdict_tone(answers),
    )


def sanctions(painting: Painting) -> Card:
    """What is in force now (stage 3: publish, share)."""
    case = painting.case
    answers = painting.guidance()
    reviews = [s.review_on for s in case.in_force] + [d.review_on for d in case.disengaged]
    review = (("Next review", say_day(min(reviews))),) if reviews else ()
    standing = in_force_text(len(case.in_force), len(case.disengaged))
    return Card(
        title=f"{case.reference}: {standing}",
        summary=f"{case.reference}: {standing}.",
        blocks=(
            Facts(
                (
                    ("Case", case.reference),
                    ("Looked after by", painting.person(case.owner)),
                    *review,
                )
            ),
            *guidance_blocks(painting.policy, answers),
            Note(_HINT),
        ),
        tone=Tone.CAUTION if reviews else Tone.GOOD,
    )
