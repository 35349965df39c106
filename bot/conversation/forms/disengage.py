"""Propose a disengagement (stage 5), completely or on particular topics."""

from dataclasses import replace
from typing import Final

from bot.conversation import buttons
from bot.conversation.buttons import disengaging
from bot.conversation.cards.refusals import refused_card
from bot.conversation.forms.parts import considering, fields, grounds, lines, subject
from bot.conversation.forms.parts.reading import Reading
from bot.conversation.pointer import Pointer
from bot.conversation.rehearsing.grounds import usual_of_disengaging
from bot.conversation.rehearsing.rehearsal import refusal_of
from bot.conversation.rehearsing.specimens import any_disengagement
from bot.conversation.visit import Visit
from bot.conversation.words.sentences import counted
from bot.views.answer import Answer, Nothing
from bot.views.card import Block, Note, Paragraph
from bot.views.form import ChoiceField, DateField, Form, Option, Values
from core.case.commands import Propose
from core.case.proposals import DisengagementMatter, Grounds
from core.case.state import Case
from core.vocabulary.refusal import Refused

WHOM: Final = "disengage-whom"
NAME: Final = "disengage"
TEXT_LIMIT: Final = 2000
TOPICS_LIMIT: Final = 3000

COMPLETE: Final = "complete"
ON_TOPICS: Final = "topics"
_EXTENTS: Final = (
    Option(ON_TOPICS, "On particular topics", "Contact on anything else is answered"),
    Option(COMPLETE, "Completely", "No contact is answered, whatever it is about"),
)


async def form(visit: Visit, case: Case | None = None) -> Answer:
    """Whom it is about is asked first: what may be asked depends on the case."""
    if case is None:
        return Form(
            id=WHOM,
            title="Propose to disengage",
            submit="Continue",
            intro=(Paragraph("From whom should we disengage?"),),
            fields=subject.asked(None),
        )
    scene = await visit.scene(case)
    if refusal := refusal_of(scene, case, Propose(any_disengagement(scene, case))):
        if refusal.rule != "client-first":
            raise Refused(refusal)
        card = refused_card(refusal)
        return replace(card, buttons=(disengaging.client_told(case), buttons.case_page(case)))
    return await _form(visit, case)


async def whom_submitted(visit: Visit, state: str, values: Values) -> Answer:
    return await form(visit, await subject.read(visit, state, Reading(values)))


async def _form(visit: Visit, case: Case) -> Form:
    review = visit.office.policy.disengagement.review
    return Form(
        id=NAME,
        title="Propose to disengage",
        submit="Propose",
        state=str(Pointer(case.id)),
        intro=(
            *await subject.shown(visit.office, case),
            *await _limits(visit, case),
            Note("Policy: Our position and process, stage 5; Scope; Annex B"),
        ),
        fields=(
            *grounds.asked(case, grounds.OF_DISENGAGING, usual_of_disengaging),
            ChoiceField(
                name="extent",
                label="How far should we disengage?",
                options=_EXTENTS,
                value=ON_TOPICS,
                radio=True,
            ),
            lines.field(
                "topics",
                "On which topics?",
                limit=TOPICS_LIMIT,
                hint="One on each line. Channels learn only that there are particular topics.",
            ),
            fields.words(
                "reasons",
                "Why should we disengage?",
                limit=TEXT_LIMIT,
                hint="What went on, although sanctions were applied.",
            ),
            fields.words(
                "efforts",
                "What was tried before?",
                limit=TEXT_LIMIT,
                hint="The reasonable efforts and alternatives, as the policy's Scope asks.",
            ),
            *considering.asked(),
            DateField(
                name="review_on",
                label="When will we review it?",
                hint=f"At most {counted(review.maximum_days, 'day')} from today.",
                value=review.default_date(visit.office.today()),
            ),
        ),
    )


async def submitted(visit: Visit, state: str, values: Values) -> Answer:
    case = await visit.case(Pointer.parse(state).case)
    reading = Reading(values)
    matter = DisengagementMatter(
        topics=_topics(reading),
        reasons=reading.text("reasons", "Say why we should disengage.", limit=TEXT_LIMIT),
        efforts=reading.text("efforts", "Say what was tried before.", limit=TEXT_LIMIT),
        review_on=reading.day("review_on", "Enter the date of the review."),
        considerations=considering.read(reading),
        grounds=grounds.read(reading, values, Grounds.CONTINUED),
    )
    reading.check()
    await visit.do(case.id, Propose(matter))
    return Nothing()


def _topics(reading: Reading) -> tuple[str, ...]:
    extent = reading.text("extent", "Choose how far we should disengage.")
    topics = lines.read(reading, "topics", limit=TOPICS_LIMIT)
    if extent == ON_TOPICS and not topics:
        reading.problem("topics", "Name at least one topic, each on a line of its own.")
    if extent == COMPLETE and topics:
        reading.problem("topics", "Empty this, or choose “On particular topics”.")
    return topics


async def _limits(visit: Visit, case: Case) -> tuple[Block, ...]:
    """From whom we can disengage only in part."""
    customer = await visit.office.customer(case.customer)
    if customer.is_site_owner:
        words = "This customer is a site owner, so we can disengage on particular topics only."
    elif customer.is_agent:
        words = (
            "This customer is an agent or contractor, so we can disengage on particular topics "
            "only, and only after their client was told."
        )
    else:
        words = (
            "Only when intermediate sanctions did not resolve the issue, or for extreme "
            "behaviour when nothing else would do."
        )
    return (Paragraph(words),)
