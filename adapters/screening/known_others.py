"""Whether a contact fits others who are known, too: then a person is asked, or it is theirs."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final

from adapters.screening.judgement import BY_REFERENCE, Judgement
from adapters.screening.matching import Judged, matches_of, person_of
from core.policy.model import ScreeningRule
from core.services.ports.screening import Match, Screened
from core.vocabulary.ids import CustomerId
from core.vocabulary.sought import Certainty

AS_WELL: Final = "another customer fits as well"


def beside_others(found: Screened, everybody: Sequence[Judged], rule: ScreeningRule) -> Screened:
    """``found``: among some of ``everybody``."""
    weighing = _Weighing(everybody, rule)
    instead = frozenset(m.customer.id for m in found.matches if weighing.is_of_another(m))
    kept = [weighing.weighed(m) for m in found.matches if m.customer.id not in instead]
    kept.sort(key=lambda match: match.certainty.doubt)
    return replace(found, matches=tuple(kept), instead=instead)


class _Weighing:
    def __init__(self, everybody: Sequence[Judged], rule: ScreeningRule) -> None:
        self._judged: Mapping[CustomerId, Judgement] = {one.id: j for one, j in everybody}
        self._matches = {match.customer.id: match for match in matches_of(everybody, rule)}

    def is_of_another(self, ours: Match) -> bool:
        """Somebody else is known by an identifier *and* by the name, and this one by less."""
        return ours.certainty is Certainty.POSSIBLE and any(
            judgement.definite and judgement.named for _, judgement in self._others(ours)
        )

    def weighed(self, ours: Match) -> Match:
        here = self._matches.get(ours.customer.id, ours)
        if here.certainty is ours.certainty and not self._fits_another(ours):
            return ours
        return replace(ours, certainty=Certainty.POSSIBLE, reasons=(*ours.reasons, AS_WELL))

    def _fits_another(self, ours: Match) -> bool:
        if ours.certainty is Certainty.LIKELY:
            return False
        if ours.certainty is Certainty.DEFINITE:
            by = self._judged[ours.customer.id].by
            rivals = [j.by for _, j in self._others(ours) if j.definite]
            return BY_REFERENCE not in by and not all(by > theirs for theirs in rivals)
        return any(
            theirs.certainty is not Certainty.POSSIBLE or theirs.score >= ours.score
            for theirs, _ in self._others(ours)
        )

    def _others(self, ours: Match) -> Iterator[tuple[Match, Judgement]]:
        person = person_of(ours.customer)
        for match in self._matches.values():
            if person_of(match.customer) != person:
                yield match, self._judged[match.customer.id]
