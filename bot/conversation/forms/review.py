"""Review a sanction (stage 4): keep, change or lift it."""

from datetime import date

from bot.conversation.forms.parts import fields, terms
from bot.conversation.forms.parts.reading import Reading
from bot.conversation.pointer import Pointer
from bot.conversation.rehearsing.rehearsal import may_read
from bot.conversation.visit import Visit
from bot.conversation.words.happened import happened_since
from bot.conversation.words.sentences import counted
from bot.conversation.words.terms import sanction_text
from bot.views.answer import Answer, Nothing
from bot.views.card import Block, Bullets, Facts, Heading, Paragraph
from bot.views.form import ChoiceField, DateField, Form, Option, TextField, Values
from core.case.commands import Propose
from core.case.proposals import ReviewMatter, ReviewOutcome
from core.case.state import Case, Sanction
from core.policy.model import SanctionRule
from core.vocabulary.refusal import refuse
from core.vocabulary.wording import say_day

NAME = "review"
TERMS = "review-terms"
REASONS_LIMIT = 2000

_OUTCOMES = (
    Option(ReviewOutcome.KEEP, "Keep it", "The sanction goes on as it is"),
    Option(ReviewOutcome.CHANGE, "Change it", "Other terms, asked next"),
    Option(ReviewOutcome.LIFT, "Lift it", "The customer contacts us as anyone does"),
)


async def form(visit: Visit, pointer: Pointer) -> Form:
    case, sanction = await _find(visit, pointer)
    await visit.rehearse(case, Propose(ReviewMatter(sanction.no, ReviewOutcome.LIFT, "-")))
    return Form(
        id=NAME,
        title="Review a sanction",
        submit="Continue",
        state=str(pointer),
        intro=await _shown(visit, case, sanction),
        fields=(
            ChoiceField(
                name="outcome",
                label="What becomes of the sanction?",
                options=_OUTCOMES,
                radio=True,
                hint="There must always be opportunity for improvement and lifting of sanctions.",
            ),
            _reasons(""),
            _next_review(visit, None, required=False),
        ),
    )


async def submitted(visit: Visit, state: str, values: Values) -> Answer:
    pointer = Pointer.parse(state)
    case, sanction = await _find(visit, pointer)
    reading = Reading(values)
    outcome = _outcome(reading)
    reasons = reading.text("reasons", "Give the reasons.", limit=REASONS_LIMIT)
    if outcome is ReviewOutcome.LIFT:
        reading.check()
        matter = ReviewMatter(sanction.no, outcome, reasons)
        await visit.do(case.id, Propose(matter))
        return Nothing()
    next_review_on = reading.day("next_review_on", "Enter the date of the next review.")
    reading.check()
    if outcome is ReviewOutcome.CHANGE:
        return await _terms_form(visit, case, sanction, values)
    matter = ReviewMatter(sanction.no, outcome, reasons, next_review_on)
    await visit.do(case.id, Propose(matter))
    return Nothing()


async def _terms_form(visit: Visit, case: Case, sanction: Sanction, values: Values) -> Form:
    """What was typed comes along, in the fields."""
    office, reading = visit.office, Reading(values)
    people = await office.people_of(case)
    rule = _rule(visit, sanction)
    return Form(
        id=TERMS,
        title="The new terms",
        submit="Propose",
        state=str(Pointer(case.id, sanction.no)),
        intro=await _shown(visit, case, sanction),
        fields=(
            *terms.asked(office.policy, rule, people, sanction.terms.terms),
            _reasons(reading.text("reasons")),
            _next_review(visit, reading.day("next_review_on", ""), required=True),
        ),
    )


async def terms_submitted(visit: Visit, state: str, values: Values) -> Answer:
    case, sanction = await _find(visit, Pointer.parse(state))
    reading = Reading(values)
    matter = ReviewMatter(
        sanction=sanction.no,
        outcome=ReviewOutcome.CHANGE,
        reasons=reading.text("reasons", "Give the reasons.", limit=REASONS_LIMIT),
        next_review_on=reading.day("next_review_on", "Enter the date of the next review."),
        terms=terms.read(_rule(visit, sanction), reading),
    )
    reading.check()
    await visit.do(case.id, Propose(matter))
    return Nothing()


def _reasons(value: str) -> TextField:
    hint = "How contact has been since the sanction was applied or last reviewed."
    return fields.words("reasons", "Why?", limit=REASONS_LIMIT, hint=hint, value=value)


def _next_review(visit: Visit, value: date | None, *, required: bool) -> DateField:
    rule = visit.office.policy.review
    longest = counted(rule.maximum_days, "day")
    return DateField(
        name="next_review_on",
        label="When is the next review?",
        hint=f"At most {longest} from today. Not needed when the sanction is lifted.",
        value=value or rule.default_date(visit.office.today()),
        required=required,
    )


def _outcome(reading: Reading) -> ReviewOutcome:
    chosen = reading.text("outcome", "Choose what becomes of the sanction.")
    if chosen not in tuple(ReviewOutcome):
        reading.problem("outcome", "Choose what becomes of the sanction.")
        return ReviewOutcome.KEEP
    return ReviewOutcome(chosen)


async def _find(visit: Visit, pointer: Pointer) -> tuple[Case, Sanction]:
    case = await visit.case(pointer.case)
    sanction = case.sanctions.get(pointer.no)
    if sanction is None or not sanction.in_force:
        raise refuse(
            "not-in-force",
            "This sanction is no longer in force, so there is nothing to review.",
            "See what is in force with “check” and the customer's reference.",
        )
    return case, sanction


def _rule(visit: Visit, sanction: Sanction) -> SanctionRule:
    rule = visit.office.policy.sanction(sanction.terms.code)
    if rule is None:
        raise refuse(
            "unknown-sanction",
            "The policy no longer has this sanction, so its terms cannot be changed.",
            "Lift it, and propose another one.",
        )
    return rule


async def _shown(visit: Visit, case: Case, sanction: Sanction) -> tuple[Block, ...]:
    office = visit.office
    people, customer = await office.people_of(case), await office.customer(case.customer)
    return (
        Facts(
            (
                ("Customer", customer.name),
                ("Case", case.reference),
                ("Sanction", sanction_text(office.policy, people, sanction.terms)),
                ("Review due", say_day(sanction.review_on)),
            )
        ),
        *await _since(visit, case, sanction),
    )


async def _since(visit: Visit, case: Case, sanction: Sanction) -> tuple[Block, ...]:
    """What the review rests on, for those who may read it."""
    if not may_read(await visit.scene(case), case):
        return ()
    happened = happened_since(visit.office.policy, case, sanction.review_set_at)
    told = Bullets(happened) if happened else Paragraph("Nothing was recorded.")
    since = say_day(visit.office.policy.day_of(sanction.review_set_at))
    return (Heading(f"Since {since}"), told)
