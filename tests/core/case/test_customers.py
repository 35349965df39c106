"""A new customer is registered by particulars that find them again."""

from dataclasses import replace

import pytest

from core.case.customers import register_customer
from core.case.register import CustomerRegistered
from core.vocabulary.customer import Customer
from core.vocabulary.ids import CustomerId
from core.vocabulary.refusal import Refused

CASEY = Customer(
    CustomerId("casey"), "CUS-1", "Casey Customer", ("casey@customer.example",), ("01632 960001",)
)


def test_a_customer_is_registered_as_given() -> None:
    assert register_customer(CASEY) == CustomerRegistered(CASEY)


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
    ],
)
def test_particulars_that_find_nobody_are_refused(
    changed: dict[str, object], rule: str, field: str
) -> None:
    with pytest.raises(Refused) as refused:
        register_customer(replace(CASEY, **changed))  # type: ignore[arg-type]
    assert (refused.value.refusal.rule, refused.value.refusal.field) == (rule, field)
