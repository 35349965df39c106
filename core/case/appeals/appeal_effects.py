"""What the outcome of an appeal changes of what the decision put in force (Appeals)."""

from collections.abc import Iterator
from dataclasses import replace

from core.case.commands import DecideAppeal
from core.case.events import (
    AppealOutcome,
    CaseEvent,
    CustomerReEngaged,
    DisengagementChanged,
    SanctionChanged,
    SanctionLifted,
    Variation,
)
from core.case.matters.topics import check_topics, same_words, tidy
from core.case.scene import Scene
from core.case.sections import APPEALS
from core.case.state import Appeal, Case, Disengagement, Sanction
from core.case.terms_rules import check_terms
from core.vocabulary.refusal import Refused, refuse


def appeal_effects(
    scene: Scene, case: Case, appeal: Appeal, command: DecideAppeal
) -> tuple[CaseEvent, ...]:
    """Of measures still in force only: what ended meanwhile has nothing left to change."""
    if command.outcome is not AppealOutcome.VARIED and command.variations:
        raise _wrong(
            "variations-without-varying", "New terms are only for a decision that is varied."
        )
    match command.outcome:
        case AppealOutcome.UPHELD:
            return ()
        case AppealOutcome.WITHDRAWN:
            return tuple(_lifted(case, appeal))
        case AppealOutcome.VARIED:
            return tuple(_varied(scene, case, appeal, command.variations))


def _lifted(case: Case, appeal: Appeal) -> Iterator[CaseEvent]:
    for sanction in sanctions_of(case, appeal):
        yield SanctionLifted(sanction.no, appeal.no)
    for disengagement in disengagements_of(case, appeal):
        yield CustomerReEngaged(disengagement.no, appeal.no)


def sanctions_of(case: Case, appeal: Appeal) -> tuple[Sanction, ...]:
    """Those in force that the challenged decision applied."""
    return tuple(s for s in case.in_force if s.proposal == appeal.decision)


def disengagements_of(case: Case, appeal: Appeal) -> tuple[Disengagement, ...]:
    return tuple(d for d in case.disengaged if d.proposal == appeal.decision)


def _varied(
    scene: Scene, case: Case, appeal: Appeal, variations: tuple[Variation, ...]
) -> Iterator[CaseEvent]:
    sanctions = {s.no: s for s in sanctions_of(case, appeal)}
    disengagements = {d.no: d for d in disengagements_of(case, appeal)}
    if not (sanctions or disengagements):
        raise refuse(
            "nothing-in-force",
            "Nothing that this decision put in force is in force still.",
            "Uphold the decision or withdraw it.",
            section=APPEALS,
            field="outcome",
        )
    if not variations:
        raise _wrong("variations-missing", "Say what is varied, and how.")
    if len({variation.measure for variation in variations}) < len(variations):
        raise _wrong("variation-twice", "Vary each measure once.")
    for variation in variations:
        if sanction := sanctions.get(variation.measure):
            yield _sanction_varied(scene, appeal, sanction, variation)
        elif disengagement := disengagements.get(variation.measure):
            yield _disengagement_varied(appeal, disengagement, variation)
        else:
            raise _wrong(
                "not-of-this-decision",
                f"Number {variation.measure} is nothing in force that this decision decided.",
            )


def _sanction_varied(
    scene: Scene, appeal: Appeal, sanction: Sanction, variation: Variation
) -> CaseEvent:
    terms = variation.terms
    if terms is None or variation.topics is not None or terms.code != sanction.terms.code:
        raise _wrong("terms-missing", "Say what the new terms of this sanction are.")
    if terms == sanction.terms:
        raise _wrong("nothing-changed", "The new terms are the same as those in force.")
    check_terms(scene, terms)
    return SanctionChanged(sanction.no, appeal.no, terms, sanction.review_on)


def _disengagement_varied(
    appeal: Appeal, disengagement: Disengagement, variation: Variation
) -> CaseEvent:
    """Less than before: nobody is worse off for having appealed."""
    if not variation.topics or variation.terms is not None:
        raise _wrong("topics-missing", "Say on which topics we stay disengaged.")
    try:
        check_topics(variation.topics)
    except Refused as refused:
        raise Refused(replace(refused.refusal, field="variations")) from None
    topics, before = same_words(variation.topics), same_words(disengagement.topics)
    if topics == before:
        raise _wrong("nothing-changed", "The new topics are the same as those in force.")
    if before and not topics < before:
        raise _wrong(
            "wider-than-before",
            "An appeal may leave out topics, but not add any.",
        )
    return DisengagementChanged(
        disengagement.no, appeal.no, tidy(variation.topics), disengagement.review_on
    )


def _wrong(rule: str, message: str) -> Refused:
    return refuse(rule, message, section=APPEALS, field="variations")
