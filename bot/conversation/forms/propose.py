"""Propose intermediate sanctions (stage 2): first which of Annex B, then their terms and why."""

from collections.abc import Sequence
from dataclasses import replace

from bot.conversation.forms.parts import considering, fields, grounds, subject, terms
from bot.conversation.forms.parts.reading import Reading
from bot.conversation.pointer import Pointer
from bot.conversation.rehearsing.grounds import usual
from bot.conversation.rehearsing.specimens import any_sanctions
from bot.conversation.visit import Visit
from bot.conversation.words.sentences import counted
from bot.views.answer import Answer, Nothing
from bot.views.card import Note, Paragraph
from bot.views.form import DateField, Form, ManyField, Values
from core.case.commands import Propose
from core.case.proposals import Grounds, SanctionsMatter
from core.case.state import Case
from core.policy.model import Policy, SanctionRule
from core.vocabulary.people import People
from core.vocabulary.refusal import refuse

NAME = "propose"
TERMS = "propose-terms"
REASONS_LIMIT = 2000
EFFORTS_LIMIT = 1500

_HINTS = {
    Grounds.CONTINUED: "What went on after the warning.",
    Grounds.EXTREME: "What makes it an immediate threat to somebody's safety and welfare.",
}


async def form(visit: Visit, case: Case | None = None) -> Form:
    policy = visit.office.policy
    if case is not None:
        await _check_stage(visit, case, usual(case))
    options = tuple(fields.option(s.code, s.label, s.meaning) for s in policy.sanctions)
    return Form(
        id=NAME,
        title="Propose sanctions",
        submit="Continue",
        state=subject.state_of(case),
        intro=(
            *await subject.shown(visit.office, case),
            Paragraph(
                "Sanctions are for exceptional circumstances, when the behaviour went on after a "
                "warning and reasonable efforts to find another solution were made."
            ),
            Note("Policy: Scope; Our position and process, stage 2; Annex B"),
        ),
        fields=(
            *subject.asked(case),
            *grounds.asked(case, grounds.OF_SANCTIONS, usual),
            ManyField(
                name="sanctions",
                label="Which sanctions do you propose?",
                hint="One, or a combination. Their terms are asked next.",
                options=options,
            ),
        ),
    )


async def submitted(visit: Visit, state: str, values: Values) -> Answer:
    reading = Reading(values)
    chosen = reading.choices("sanctions", "Choose at least one sanction.")
    case = await subject.read(visit, state, reading)
    why = grounds.read(reading, values, usual(case))
    reading.check()
    await _check_stage(visit, case, why)
    rules = _rules(visit.office.policy, sorted(chosen))
    return await _terms_form(visit, case, rules, why)


async def _terms_form(
    visit: Visit, case: Case, rules: Sequence[SanctionRule], why: Grounds
) -> Form:
    office = visit.office
    review = office.policy.review
    longest = counted(review.maximum_days, "day")
    return Form(
        id=TERMS,
        title="Terms and reasons",
        submit="Propose",
        state=f"{Pointer(case.id)}|{','.join(rule.code for rule in rules)}|{why}",
        intro=await subject.shown(office, case),
        fields=(
            *(f for rule in rules for f in terms.asked(office.policy, rule, People(()))),
            fields.words(
                "reasons",
                "Why are sanctions needed?",
                limit=REASONS_LIMIT,
                hint=_HINTS[why],
            ),
            fields.words(
                "efforts",
                "What was tried before?",
                limit=EFFORTS_LIMIT,
                hint="The reasonable efforts and alternatives, as the policy's Scope asks.",
            ),
            *considering.asked(),
            DateField(
                name="review_on",
                label="When will we review it?",
                hint=f"At most {longest} from today. Nothing stays in force without a review.",
                value=review.default_date(office.today()),
            ),
        ),
    )


async def terms_submitted(visit: Visit, state: str, values: Values) -> Answer:
    pointer, codes, why = [*state.split("|"), "", ""][:3]
    case = await visit.case(Pointer.parse(pointer).case)
    reading = Reading(values)
    matter = SanctionsMatter(
        sanctions=tuple(
            terms.read(rule, reading) for rule in _rules(visit.office.policy, codes.split(","))
        ),
        reasons=reading.text("reasons", "Say why sanctions are needed.", limit=REASONS_LIMIT),
        efforts=reading.text("efforts", "Say what was tried before.", limit=EFFORTS_LIMIT),
        review_on=reading.day("review_on", "Enter the date of the review."),
        considerations=considering.read(reading),
        grounds=grounds.named(why),
    )
    reading.check()
    await visit.do(case.id, Propose(matter))
    return Nothing()


async def _check_stage(visit: Visit, case: Case, why: Grounds) -> None:
    """Raises what no terms could mend, before anybody writes them."""
    specimen = any_sanctions(await visit.scene(case), case)
    if specimen:
        await visit.rehearse(case, Propose(replace(specimen, grounds=why)))


def _rules(policy: Policy, codes: Sequence[str]) -> tuple[SanctionRule, ...]:
    """In the order of Annex B."""
    rules = tuple(rule for rule in policy.sanctions if rule.code in codes)
    if len(rules) != len(codes):
        raise refuse(
            "unknown-sanction",
            "The policy no longer has one of these sanctions.",
            "Start again with “propose”.",
        )
    return rules
