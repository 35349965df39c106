"""Who said what of a customer's record, and what of it still counts."""

from datetime import timedelta

import pytest

from core.case.register import (
    ApartTakenBack,
    CustomerRegistered,
    CustomersMerged,
    CustomersUnmerged,
    RegisterEvent,
    ToldApart,
)
from core.case.register.provenance import RegisterEntry
from core.case.register.said import said_of, take_back
from core.vocabulary.customer import Customer
from core.vocabulary.ids import CustomerId
from core.vocabulary.refusal import Refused
from tests.support.clock import MONDAY_MORNING
from tests.support.people import ASHA

CASEY = Customer(CustomerId("casey"), "CUS-1", "Casey Customer")
KAY = CustomerId("kay")
ZED, ZOE = ToldApart(CASEY.id, "zed"), ToldApart(CASEY.id, "zoe")
ZED_BACK = ApartTakenBack(CASEY.id, "zed")


def entries(*events: RegisterEvent) -> list[RegisterEntry]:
    """A day between each, after the record was made."""
    told = enumerate((CustomerRegistered(CASEY), *events), 1)
    return [
        RegisterEntry(MONDAY_MORNING + timedelta(days=no), ASHA.id, event, no) for no, event in told
    ]


def test_what_was_said_is_told_in_order_with_who_and_when() -> None:
    events = (
        CustomersMerged(CASEY.id, KAY, "The same telephone."),
        ZED,
        CustomersUnmerged(CASEY.id, KAY, "Twins."),
    )
    said = said_of(entries(*events))
    assert [(each.no, each.event, each.by) for each in said] == [
        (no, event, ASHA.id) for no, event in enumerate(events, 2)
    ]
    assert said[0].at == MONDAY_MORNING + timedelta(days=2)


def test_words_count_until_they_are_taken_back_and_again_when_said_again() -> None:
    assert [each.counts for each in said_of(entries(ZED, ZOE))] == [True, True]
    assert [each.counts for each in said_of(entries(ZED, ZOE, ZED_BACK))] == [False, True, False]
    again = said_of(entries(ZED, ZED_BACK, ZED))
    assert [each.counts for each in again] == [False, False, True]


def test_words_are_taken_back_once() -> None:
    assert take_back(entries(ZED, ZOE), 2) == (ZED_BACK,)
    assert take_back(entries(ZED, ZOE, ZED_BACK), 2) == ()
    assert take_back(entries(ZED, ZED_BACK, ZED), 2) == (), "what was said since stands"


def test_the_same_in_other_writing_counts_as_long_as_the_words_do() -> None:
    short, full = ToldApart(CASEY.id, "z", also=("zed",)), ZED
    assert [each.counts for each in said_of(entries(short, ZED_BACK))] == [True, False]
    assert [each.counts for each in said_of(entries(full, short))] == [False, True]
    (back,) = take_back(entries(full, short), 3)
    assert back.words == ("z", "zed")
    assert not any(each.counts for each in said_of(entries(full, short, back)))


@pytest.mark.parametrize("no", [0, 1, 3, 4])
def test_nothing_else_can_be_taken_back(no: int) -> None:
    with pytest.raises(Refused) as refused:
        take_back(entries(ZED, CustomersMerged(CASEY.id, KAY, "One person.")), no)
    assert refused.value.refusal.rule == "not-told-apart"
