"""Mail addresses and names in a message, with whatever signs are put around them."""

import pytest

from adapters.screening.overheard import overhear

ADDRESS = "casey@customer.example"


def addresses(text: str) -> set[str]:
    return {email for sought in overhear(text) for email in sought.emails}


def names(text: str) -> set[str]:
    return {name for sought in overhear(text) for name in sought.names}


@pytest.mark.parametrize(
    "written",
    [
        "`{}`",
        "```{}```",
        "*{}*",
        "**{}**",
        "_{}_",
        "*_{}_*",
        "~{}~",
        "“{}”",
        "‘{}’",
        "'{}'",
        "«{}»",
        "from={}",
        "from={}&to=us@body.example",
        "<mailto:{0}|{0}>",
        "[{0}](mailto:{0})",
        "({}).",
        "mail/{}",
        "{}, she said",
        "{}...",
        "Write to {}!",
        "To:{};",
        "{}’s mail",
    ],
)
def test_signs_around_an_address_are_no_part_of_it(written: str) -> None:
    assert ADDRESS in addresses(f"see {written.format(ADDRESS)}")


@pytest.mark.parametrize(
    "address", ["o'sample@x.example", "_casey@x.example", "a/b@x.example", "a+b=c@x.example"]
)
def test_a_sign_that_may_be_of_the_address_is_tried_with_it_too(address: str) -> None:
    assert address in addresses(f"see {address} there")


@pytest.mark.parametrize(
    "text",
    [
        "Thanks Casey. Customer service is great",
        "I rang Casey.  Customer was out",
        "All of it by Casey! Customer calls",
    ],
)
def test_no_name_runs_on_into_the_next_sentence(text: str) -> None:
    assert "Casey Customer" not in names(text)


@pytest.mark.parametrize("title", ["J. Customer", "J.R. Customer", "J R Customer", "Wm. Customer"])
def test_a_full_stop_after_an_initial_or_short_form_ends_no_sentence(title: str) -> None:
    assert any("Customer" in name for name in names(f"a call by {title} today"))


@pytest.mark.parametrize("name", ["Casey Customer Jr", "Casey Customer the Younger"])
def test_a_generation_stays_with_the_name(name: str) -> None:
    assert names(f"then {name} rang from M1 1AE") == {name}
