"""An alert called by its reference, and a wrong “another person” taken back, in the browser."""

import pytest

from tests.end_to_end.steps import up_to_a_sanction
from tests.end_to_end.test_browser_contacts import (
    ALERTS,
    CHECK,
    LIKE,
    Stage,
    says_that_it_is_another_person,
    stage,
)
from tests.support.browser import browser

__all__ = ["browser", "stage"]

pytestmark = pytest.mark.asyncio(loop_scope="session")


async def test_a_wrong_another_person_is_taken_back_on_the_page_of_the_customer(
    stage: Stage,
) -> None:
    outside, asha, frankie = stage.outside, stage.asha, stage.frankie
    await up_to_a_sanction(asha, stage.morgan)
    await outside.opens()
    (reference,) = await outside.writes_in(LIKE, "A person is asked")
    await frankie.command(f"check {reference.lower()}")
    await frankie.sees("direct", reference, CHECK, "Yes, it is them")
    await says_that_it_is_another_person(frankie, reference)
    assert await outside.writes_in(LIKE, "Nobody under a sanction") == []

    await asha.command("check casey customer")
    await asha.sees("direct", "1 customer may be meant", "Is it Casey Customer?", "If it is them")
    await asha.press("How we know them", "1 customer may be meant")
    page = await asha.sees("direct", "Not this customer", "So said Frankie Focus")
    assert "Said that “" in page
    await asha.press("Take it back", "Not this customer")
    sure = asha.page.get_by_role("alertdialog")
    await sure.get_by_role("button", name="Take it back", exact=True).click()
    await asha.sees("direct", "may be the customer after all")
    assert await outside.writes_in(LIKE, "A person is asked")
    await frankie.sees(ALERTS, CHECK)
