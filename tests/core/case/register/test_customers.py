"""A new customer is registered by particulars that find them again."""

from dataclasses import replace

import pytest

from core.case.register import CustomerRegistered
from core.case.register.customers import change_customer, register_customer
from core.vocabulary.customer import Customer
from core.vocabulary.ids import CustomerId
from core.vocabulary.refusal import Refused

CASEY = Customer(
    CustomerId("casey"), "CUS-1", "Casey Customer", ("casey@customer.example",), ("01632 960001",)
)


def test_a_customer_is_registered_as_given() -> None:
    assert register_customer(CASEY) == CustomerRegistered(CASEY)


def test_where_it_comes_from_is_kept() -> None:
    assert register_customer(CASEY, " A letter ").source == "A letter"
    (changed,) = change_customer(CASEY, replace(CASEY, other_names=("Kay C",)), "The CRM")
    assert changed.source == "The CRM"
    with pytest.raises(Refused) as refused:
        change_customer(CASEY, replace(CASEY, name="Kay"), "x" * 151)
    assert refused.value.refusal.field == "source"


def test_which_records_are_of_one_person_is_not_for_a_form_to_say() -> None:
    other = CustomerId("other")
    registered = register_customer(replace(CASEY, merged_into=other, merged=(other,)))
    assert registered.customer == CASEY
    known = replace(CASEY, merged=(other,))
    assert change_customer(known, CASEY) == ()
    (changed,) = change_customer(known, replace(CASEY, name="Kay Customer"))
    assert changed.customer.merged == (other,)


@pytest.mark.parametrize(
    ("changed", "rule", "field"),
    [
        ({"name": " "}, "text-missing", "name"),
        ({"name": "x" * 151}, "text-too-long", "name"),
        ({"emails": ("casey",)}, "email-malformed", "emails"),
        ({"emails": ("@customer.example",)}, "email-malformed", "emails"),
        ({"emails": ("casey c@customer.example",)}, "email-malformed", "emails"),
        ({"emails": ("c@" + "x" * 260,)}, "text-too-long", "emails"),
        ({"phones": ("call me",)}, "phone-malformed", "phones"),
        ({"phones": ("0" * 41,)}, "text-too-long", "phones"),
        ({"phones": ("01632 960001",) * 21}, "too-many", "phones"),
        ({"other_names": (" ",)}, "text-missing", "other_names"),
        ({"other_names": ("x" * 151,)}, "text-too-long", "other_names"),
        ({"other_names": ("Kay Customer",) * 21}, "too-many", "other_names"),
        ({"other_addresses": ("",)}, "text-missing", "other_addresses"),
        ({"other_addresses": ("x" * 301,)}, "text-too-long", "other_addresses"),
        ({"other_addresses": ("1 Example Lane",) * 21}, "too-many", "other_addresses"),
        ({"other_organisations": (" ",)}, "text-missing", "other_organisations"),
        ({"other_organisations": ("x" * 301,)}, "text-too-long", "other_organisations"),
        ({"other_organisations": ("Example Farm",) * 21}, "too-many", "other_organisations"),
    ],
)
def test_particulars_that_find_nobody_are_refused(
    changed: dict[str, object], rule: str, field: str
) -> None:
    with pytest.raises(Refused) as refused:
        register_customer(replace(CASEY, **changed))  # type: ignore[arg-type]
    assert (refused.value.refusal.rule, refused.value.refusal.field) == (rule, field)
