"""Of several contacts the one against which most speaks is known."""

from itertools import pairwise, permutations

from core.case.guidance import Guidance, Verdict, overall, severity
from core.vocabulary.ids import EntryNo

NO, MAYBE, YES = Verdict.NOT_NOW, Verdict.DEPENDS, Verdict.ALLOWED


def answers(*verdicts: Verdict) -> tuple[Guidance, ...]:
    return tuple(Guidance(EntryNo(1), "A sanction", verdict, "", "") for verdict in verdicts)


def test_what_is_forbidden_comes_before_conditions_and_those_before_what_may_happen() -> None:
    worst_last = [(), (YES,), (YES, MAYBE), (MAYBE, MAYBE), (YES, NO), (MAYBE, NO), (NO, NO)]
    told = [answers(*verdicts) for verdicts in worst_last]
    assert all(severity(better) < severity(worse) for better, worse in pairwise(told[1:]))
    assert severity(told[0]) == severity(told[1]), "nothing speaks against either"


def test_it_never_says_otherwise_than_the_headline() -> None:
    order = [YES, MAYBE, NO]
    several = [answers(*verdicts) for verdicts in permutations([YES, MAYBE, NO, MAYBE], 2)]
    for one in several:
        for other in several:
            if order.index(overall(one)) > order.index(overall(other)):
                assert severity(one) > severity(other)
