"""How often the right one was found, and somebody else accused."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from benchmarks.contenders import Contest
from benchmarks.lookups import Lookup
from core.services.ports.screening import Screened
from core.vocabulary.customer import Customer
from core.vocabulary.sought import Certainty


@dataclass(slots=True)
class Score:
    """Of those who are customers, and of those who are not.

    ``shown``: the right one came first, as a match or else as another person there.
    ``scored``: each score that was given, and whether it was the right one.
    """

    known: int = 0
    right: int = 0
    shown: int = 0
    strangers: int = 0
    definite_wrong: int = 0
    likely_wrong: int = 0
    asked_wrong: int = 0
    seconds: float = 0.0
    scored: list[tuple[float, bool]] = field(default_factory=list)

    def note(self, lookup: Lookup, screened: Screened) -> None:
        matches = [match.customer.id for match in screened.matches]
        shown = [*matches, *(near.customer.id for near in screened.neighbours)]
        self.known += bool(lookup.right)
        self.strangers += not lookup.right
        self.right += bool(matches) and matches[0] in lookup.right
        self.shown += bool(shown) and shown[0] in lookup.right
        wrong = {m.certainty for m in screened.matches if m.customer.id not in lookup.right}
        if len(lookup.right) > 1:
            wrong |= {m.certainty for m in screened.matches} - {Certainty.POSSIBLE}
        self.definite_wrong += Certainty.DEFINITE in wrong
        self.likely_wrong += Certainty.LIKELY in wrong
        self.asked_wrong += Certainty.POSSIBLE in wrong
        self.scored += [(m.score, m.customer.id in lookup.right) for m in screened.matches]


def of_contest(contest: Contest, customers: Sequence[Customer], lookups: Sequence[Lookup]) -> Score:
    """Whomever they are sure of counts as definite."""
    score = Score()
    for verdict, lookup in zip(contest.verdicts, lookups, strict=True):
        right = verdict.best >= 0 and customers[verdict.best].id in lookup.right
        score.known += bool(lookup.right)
        score.right += right
        score.definite_wrong += verdict.sure and not right
    return score
