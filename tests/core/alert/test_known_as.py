"""The same words are the same however they are written, and others are others."""

from hypothesis import given
from hypothesis import strategies as st

from core.alert.known_as import known_as, said_of, say_alike, together
from core.vocabulary.sought import Sought

words = st.sampled_from(["Casey", "casey customer", "Pat", "M1 1AE", "07700 900001", ""])
several = st.lists(words, max_size=3).map(tuple)
soughts = st.builds(
    Sought,
    names=several,
    emails=several,
    phones=several,
    postcodes=several,
    addresses=several,
    organisations=several,
    reference=words,
)


def test_case_blanks_and_order_make_no_difference() -> None:
    one = Sought(
        names=("Casey Customer", "Kay"),
        emails=("casey@example.org",),
        phones=("+44 7700 900001",),
        postcodes=("M1 1AE",),
        addresses=("1 Example Lane",),
        reference="CUS-1",
    )
    other = Sought(
        names=("KAY ", " casey  customer"),
        emails=("Casey@Example.org",),
        phones=("+447700900001", "+44 (7700) 900001"),
        postcodes=("m11ae",),
        addresses=("1  EXAMPLE lane",),
        reference="cus-1",
    )
    assert known_as(one) == known_as(other)


def test_what_is_said_as_one_thing_is_not_the_same_as_another() -> None:
    told = {
        known_as(Sought(names=("x",))),
        known_as(Sought(emails=("x",))),
        known_as(Sought(postcodes=("x",))),
        known_as(Sought(addresses=("x",))),
        known_as(Sought(organisations=("x",))),
        known_as(Sought(reference="x")),
        known_as(Sought(names=("x",), emails=("x",))),
    }
    assert len(told) == 7


@given(st.lists(soughts, max_size=4))
def test_what_is_said_together_does_not_depend_on_its_parts(parts: list[Sought]) -> None:
    whole = together(parts)
    assert known_as(together([whole])) == known_as(whole)
    assert known_as(together([*parts, *parts])) == known_as(whole)
    assert whole.is_telling is any(part.is_telling for part in parts)


@given(soughts, soughts)
def test_whoever_says_a_part_of_what_another_says_says_alike(one: Sought, other: Sought) -> None:
    whole = said_of(together([one, other]))
    if not (one.reference and other.reference):
        assert say_alike(said_of(one), whole)
        assert say_alike(whole, said_of(other))
    assert say_alike(said_of(one), said_of(other)) is say_alike(said_of(other), said_of(one))
    assert (said_of(one).words == said_of(other).words) is (known_as(one) == known_as(other))
