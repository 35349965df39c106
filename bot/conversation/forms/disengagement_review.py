"""Review a disengagement (stage 7): continue it, change its topics, or re-engage."""

from datetime import date
from typing import Final

from bot.conversation.forms.disengage import TEXT_LIMIT, TOPICS_LIMIT
from bot.conversation.forms.parts import fields, lines
from bot.conversation.forms.parts.reading import Reading
from bot.conversation.forms.parts.since_review import since_review
from bot.conversation.pointer import Pointer
from bot.conversation.visit import Visit
from bot.conversation.words.sentences import counted
from bot.views.answer import Answer, Nothing
from bot.views.form import ChoiceField, DateField, Form, Option, Values
from core.case.commands import Propose
from core.case.matters.customer_kinds import may_be_complete
from core.case.matters.topics import same_words
from core.case.proposals import DisengagementOutcome, DisengagementReviewMatter
from core.case.state import Case, Disengagement
from core.vocabulary.refusal import refuse

NAME: Final = "review-disengagement"
COMPLETE: Final = "complete"
"""Also a change, to no particular topics; a choice of its own, so that nobody makes it by leaving
a field empty."""

_CHOOSE: Final = "Choose what becomes of the disengagement."
_CONTINUE: Final = Option(DisengagementOutcome.CONTINUE, "Continue it", "It goes on as it is")
_CHANGE: Final = Option(
    DisengagementOutcome.CHANGE, "Change the topics", "To those that you name below"
)
_MAKE_COMPLETE: Final = Option(COMPLETE, "Make it complete", "No contact is answered any more")
_RE_ENGAGE: Final = Option(
    DisengagementOutcome.RE_ENGAGE, "Re-engage", "The customer contacts us as anyone does"
)


async def form(visit: Visit, pointer: Pointer) -> Form:
    """For those who may read the timeline: it shows the topics, and what happened."""
    await visit.office.service.timeline(visit.me.id, pointer.case)
    case, notice = await _find(visit, pointer)
    today = visit.office.today()
    rule = visit.office.policy.disengagement.review
    draft = DisengagementReviewMatter(
        notice.no, DisengagementOutcome.CONTINUE, "", rule.default_date(today)
    )
    await visit.rehearse(case, Propose(draft))
    longest = counted(rule.maximum_days, "day")
    return Form(
        id=NAME,
        title="Review a disengagement",
        submit="Propose",
        state=str(pointer),
        intro=await since_review(visit, case, notice),
        fields=(
            ChoiceField(
                name="outcome",
                label="What becomes of the disengagement?",
                options=await _options(visit, case, notice),
                radio=True,
            ),
            lines.field(
                "topics",
                "On which topics?",
                limit=TOPICS_LIMIT,
                hint="One on each line. Only when you change the topics.",
                value=notice.topics,
            ),
            fields.words(
                "reasons",
                "Why?",
                limit=TEXT_LIMIT,
                hint="What the review of everything since the last one showed.",
            ),
            DateField(
                name="next_review_on",
                label="When is the next review?",
                hint=f"At most {longest} from today. Not needed when we re-engage.",
                value=rule.default_date(today),
                required=False,
            ),
        ),
    )


async def submitted(visit: Visit, state: str, values: Values) -> Answer:
    case, notice = await _find(visit, Pointer.parse(state))
    reading = Reading(values)
    chosen = reading.text("outcome", _CHOOSE)
    outcome = _outcome(reading, chosen)
    matter = DisengagementReviewMatter(
        disengagement=notice.no,
        outcome=outcome,
        reasons=reading.text("reasons", "Give the reasons.", limit=TEXT_LIMIT),
        next_review_on=_next_review(reading, outcome),
        topics=_topics(reading, notice, chosen),
    )
    reading.check()
    await visit.do(case.id, Propose(matter))
    return Nothing()


async def _options(visit: Visit, case: Case, notice: Disengagement) -> tuple[Option, ...]:
    customer = await visit.office.customer(case.customer)
    widens = not notice.is_complete and may_be_complete(customer)
    return (_CONTINUE, _CHANGE, *((_MAKE_COMPLETE,) if widens else ()), _RE_ENGAGE)


def _outcome(reading: Reading, chosen: str) -> DisengagementOutcome:
    if chosen == COMPLETE:
        return DisengagementOutcome.CHANGE
    if chosen not in tuple(DisengagementOutcome):
        reading.problem("outcome", _CHOOSE)
        return DisengagementOutcome.CONTINUE
    return DisengagementOutcome(chosen)


def _next_review(reading: Reading, outcome: DisengagementOutcome) -> date | None:
    if outcome is DisengagementOutcome.RE_ENGAGE:
        return None
    return reading.day("next_review_on", "Enter the date of the next review.")


def _topics(reading: Reading, notice: Disengagement, chosen: str) -> tuple[str, ...] | None:
    """New ones only where they are changed; nothing typed is passed over in silence."""
    typed = lines.read(reading, "topics", limit=TOPICS_LIMIT)
    if chosen == COMPLETE:
        return ()
    if chosen == DisengagementOutcome.CHANGE:
        if not typed:
            reading.problem("topics", "Name at least one topic, each on a line of its own.")
        return typed
    if typed and same_words(typed) != same_words(notice.topics):
        reading.problem("topics", "To change the topics, choose “Change the topics”.")
    return None


async def _find(visit: Visit, pointer: Pointer) -> tuple[Case, Disengagement]:
    case = await visit.case(pointer.case)
    notice = case.disengagements.get(pointer.no)
    if notice is None or not notice.in_force:
        raise refuse(
            "not-in-force",
            "This disengagement is no longer in force, so there is nothing to review.",
            "See what is in force with “check” and the customer's reference.",
        )
    return case, notice
