"""How sure it is who somebody is."""

from core.vocabulary.sought import Certainty


def test_the_more_has_to_be_confirmed_the_more_doubt_there_is() -> None:
    order = (Certainty.DEFINITE, Certainty.LIKELY, Certainty.POSSIBLE)
    assert [each.doubt for each in order] == [0, 1, 2]
