"""Which sign-off a matter needs (Annex B; the policy file's ``sign_off``)."""

from collections.abc import Iterable, Iterator

from core.case.extreme import on_extreme_grounds
from core.case.proposals import (
    DisengagementMatter,
    DisengagementOutcome,
    DisengagementReviewMatter,
    ExtensionMatter,
    Matter,
    ReviewMatter,
    ReviewOutcome,
    SanctionsMatter,
    WarningMatter,
)
from core.case.scene import Scene
from core.case.state import Case
from core.policy.model import SignOff
from core.vocabulary.ids import EntryNo


def sign_off_for(scene: Scene, case: Case, matter: Matter) -> SignOff:
    """The strictest of those that the matter needs."""
    rules = tuple(_rules(scene, case, matter)) or (scene.policy.disengagement.sign_off,)
    return max(rules, key=lambda rule: scene.policy.rank(rule.minimum_grade))


def _rules(scene: Scene, case: Case, matter: Matter) -> Iterator[SignOff]:
    policy = scene.policy
    if on_extreme_grounds(matter):
        yield policy.extreme.sign_off
    match matter:
        case WarningMatter():
            yield policy.warning.sign_off
        case SanctionsMatter(sanctions):
            yield from _of_sanctions(scene, (sanction.code for sanction in sanctions))
        case ReviewMatter(sanction, outcome):
            yield policy.review.sign_off
            if outcome is ReviewOutcome.CHANGE:
                yield from _of_measure(scene, case, sanction)
        case DisengagementMatter():
            yield policy.disengagement.sign_off
        case DisengagementReviewMatter(outcome=outcome):
            yield policy.disengagement.review.sign_off
            if outcome is DisengagementOutcome.CHANGE:
                yield policy.disengagement.sign_off
        case ExtensionMatter(measure):
            yield from _of_measure(scene, case, measure)


def _of_measure(scene: Scene, case: Case, measure: EntryNo) -> Iterator[SignOff]:
    """As the measure itself was signed off (Scope)."""
    if sanction := case.sanctions.get(measure):
        yield from _of_sanctions(scene, (sanction.terms.code,))
    else:
        yield scene.policy.disengagement.sign_off


def _of_sanctions(scene: Scene, codes: Iterable[str]) -> Iterator[SignOff]:
    rules = (scene.policy.sanction(code) for code in codes)
    yield from (rule.sign_off for rule in rules if rule)
