"""A contact that others who are known fit too: asked about, or of somebody else altogether."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

import pytest

from adapters.screening import Screener
from core.services.ports.screening import Screened
from core.vocabulary.customer import Customer
from core.vocabulary.ids import CustomerId
from core.vocabulary.sought import Certainty, Sought
from tests.adapters.screening.people import LANE, customer
from tests.support.finders import MemoryCandidates
from tests.support.policies import NATURAL_ENGLAND

SHARED = "07700 900123"
AS_WELL = "another customer fits as well"
CASEY = customer(
    "Casey Customer", phones=(SHARED, "07700 900124"), emails=("casey@customer.example",)
)
PAT = customer("Pat Partner", phones=(SHARED,), emails=("pat@customer.example",))
NAMESAKE = replace(
    customer("Casey Customer", emails=("namesake@other.example",)),
    id=CustomerId("namesake"),
    reference="CUS-NAMESAKE",
)
FATHER = customer("Robin Sample", address=LANE)
SON = replace(
    customer("Robin Sample", address=LANE, emails=("son@sample.example",)),
    id=CustomerId("son"),
    reference="CUS-SON",
)


class Bound(MemoryCandidates):
    """``bound`` alone are; ``asked``: how often everybody was looked through."""

    def __init__(self, bound: tuple[Customer, ...], others: tuple[Customer, ...]) -> None:
        super().__init__({one.id: one for one in (*bound, *others)})
        self._are = list(bound)
        self.asked = 0

    def _bound(self) -> list[Customer]:
        return self._are

    async def sharing(self, keys: Mapping[str, int], limit: int) -> Sequence[Customer]:
        self.asked += 1
        return await super().sharing(keys, limit)


async def screened(
    sought: Sought,
    *others: Customer,
    bound: tuple[Customer, ...] = (CASEY,),
) -> Screened:
    screener = Screener(Bound(bound, others))
    (found,) = await screener.screen_bound([sought], NATURAL_ENGLAND.screening)
    return found


@pytest.mark.parametrize(
    "sought",
    [
        Sought(phones=(SHARED,)),
        Sought(("Robin Roe",), phones=(SHARED,)),
        Sought(emails=PAT.emails, phones=("07700 900124",)),
        Sought(phones=(SHARED,), reference=PAT.reference),
    ],
)
async def test_an_identifier_of_two_is_asked_about_where_nothing_tells_them_apart(
    sought: Sought,
) -> None:
    assert AS_WELL not in (await screened(sought)).matches[0].reasons
    (match,) = (await screened(sought, PAT)).matches
    assert (match.certainty, match.reasons[-1]) == (Certainty.POSSIBLE, AS_WELL)
    assert "Partner" not in " ".join(match.reasons)


@pytest.mark.parametrize("name", ["Pat Partner", "P. Partner"])
async def test_whoever_says_the_name_of_the_other_is_the_other(name: str) -> None:
    sought = Sought((name,), phones=(SHARED,))
    assert (await screened(sought)).matches != ()
    found = await screened(sought, PAT)
    assert (found.matches, found.instead) == ((), frozenset([CASEY.id]))


@pytest.mark.parametrize(
    "sought",
    [
        Sought(("Casey Customer",), phones=(SHARED,)),
        Sought(emails=CASEY.emails, phones=(SHARED,), postcodes=("M1 1AE",)),
        Sought(phones=(SHARED,), reference=CASEY.reference),
        Sought(("Pat Partner", "Casey Customer"), emails=CASEY.emails),
    ],
)
async def test_whoever_says_what_is_the_customers_alone_is_the_customer(sought: Sought) -> None:
    found = await screened(sought, PAT)
    assert [(m.certainty, AS_WELL in m.reasons) for m in found.matches] == [
        (Certainty.DEFINITE, False)
    ]


async def test_a_namesake_at_their_own_address_is_nobody_else() -> None:
    own = Sought(("Casey Customer",), emails=NAMESAKE.emails)
    assert [m.certainty for m in (await screened(own)).matches] == [Certainty.POSSIBLE]
    assert (await screened(own, NAMESAKE)).matches == ()
    assert (await screened(Sought(("Casey Customer",), reference=NAMESAKE.reference))).matches != ()
    told = Sought(("Casey Customer",), reference=NAMESAKE.reference)
    assert (await screened(told, NAMESAKE)).matches == ()


@pytest.mark.parametrize("bound", [(CASEY,), (CASEY, PAT)])
async def test_a_reference_with_the_name_of_another_speaks_for_neither_alone(
    bound: tuple[Customer, ...],
) -> None:
    told = Sought(("Casey Customer",), reference=PAT.reference)
    found = await screened(told, PAT, bound=bound)
    assert found.instead == frozenset()
    assert {m.customer.id: m.certainty for m in found.matches}[CASEY.id] is Certainty.POSSIBLE


async def test_a_name_of_two_is_asked_about_and_says_so() -> None:
    (match,) = (await screened(Sought(("Casey Customer",)), NAMESAKE)).matches
    assert (match.certainty, match.reasons[-1]) == (Certainty.POSSIBLE, AS_WELL)


async def test_of_father_and_son_at_one_address_a_person_is_asked() -> None:
    home = Sought(("Robin Sample",), addresses=(LANE,))
    alone = await screened(home, bound=(FATHER,))
    assert [m.certainty for m in alone.matches] == [Certainty.LIKELY]
    (match,) = (await screened(home, SON, bound=(FATHER,))).matches
    assert (match.certainty, match.reasons[-1]) == (Certainty.POSSIBLE, AS_WELL)
    (by_mail,) = (await screened(replace(home, emails=SON.emails), SON, bound=(FATHER,))).matches
    assert by_mail.certainty is Certainty.POSSIBLE


async def test_another_record_of_the_same_person_is_nobody_else() -> None:
    merged = replace(PAT, name="Casey Customer", merged_into=CASEY.id)
    found = await screened(Sought(phones=(SHARED,)), bound=(CASEY, merged))
    assert {(m.certainty, AS_WELL in m.reasons) for m in found.matches} == {
        (Certainty.DEFINITE, False)
    }


async def test_of_two_who_are_bound_both_are_asked_about() -> None:
    found = await screened(Sought(phones=(SHARED,)), bound=(CASEY, PAT))
    assert [(m.certainty, m.reasons[-1]) for m in found.matches] == [
        (Certainty.POSSIBLE, AS_WELL)
    ] * 2


async def test_everybody_is_looked_through_for_what_is_found_alone_and_once() -> None:
    candidates = Bound((CASEY,), (PAT,))
    screener = Screener(candidates)
    shared, nobody = Sought(phones=(SHARED,)), Sought(("Olu Other",), phones=("01632 960999",))
    asked = [nobody, shared, nobody, shared, Sought(emails=PAT.emails)]
    found = await screener.screen_bound(asked, NATURAL_ENGLAND.screening)
    assert [len(each.matches) for each in found] == [0, 1, 0, 1, 0]
    assert candidates.asked == 1
