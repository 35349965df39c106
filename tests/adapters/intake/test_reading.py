"""Every field is taken as it is documented, or told with its place and the remedy."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from adapters.intake import ContactReader, Shapes
from adapters.intake.faults import Fault, Faulty
from core.vocabulary.sought import Sought

NOW = datetime(2026, 3, 3, 12, tzinfo=UTC)
READER = ContactReader(Shapes.of(["phone", "email"]), "a secret of the tests")
NAMED = {"means": "phone", "name": "Casey Customer"}


def faults(**sent: object) -> list[Fault]:
    with pytest.raises(Faulty) as caught:
        READER.contact(sent, NOW)
    return list(caught.value.faults)


def test_everything_that_says_who_it_was_is_kept_as_it_was_written() -> None:
    sent = {
        "means": "phone",
        "name": "Casey Customer",
        "names": ["K. C.", "Casey Customer"],
        "emails": ["Casey@Customer.Example"],
        "phones": ["+33 1 99 00 12 34", "(01632) 960 001 ext. 5"],
        "postcodes": ["ab1 2cd"],
        "addresses": ["1 Mill Lane\nAnytown"],
        "organisations": ["Quince & Sons Ltd"],
        "reference": "cus-7k3f9q",
    }
    assert READER.contact(sent, NOW).sought() == Sought(
        names=("Casey Customer", "K. C."),
        emails=("Casey@Customer.Example",),
        phones=("+33 1 99 00 12 34", "(01632) 960 001 ext. 5"),
        postcodes=("ab1 2cd",),
        addresses=("1 Mill Lane\nAnytown",),
        organisations=("Quince & Sons Ltd",),
        reference="cus-7k3f9q",
    )


@pytest.mark.parametrize(
    ("text", "at"),
    [
        ("2026-03-02T09:30:00Z", datetime(2026, 3, 2, 9, 30, tzinfo=UTC)),
        ("2026-03-02t10:30:00.5+01:00", datetime(2026, 3, 2, 9, 30, 0, 500000, tzinfo=UTC)),
        ("2026-03-02 09:30:00.123456789Z", datetime(2026, 3, 2, 9, 30, 0, 123456, tzinfo=UTC)),
        ("2016-12-31T23:59:60Z", datetime(2016, 12, 31, 23, 59, 59, tzinfo=UTC)),
    ],
)
def test_moments_are_read_as_rfc_3339_has_them(text: str, at: datetime) -> None:
    incoming = READER.incoming(READER.contact(NAMED | {"at": text}, NOW), "crm", "key", NOW)
    assert (incoming.at, incoming.at.tzinfo) == (at, UTC)


@pytest.mark.parametrize(
    ("at", "problem"),
    [
        ("2026-03-02T09:30:00", "This is not a moment with its time zone."),
        ("2026-03-02", "This is not a moment with its time zone."),
        ("02/03/2026 09:30", "This is not a moment with its time zone."),
        (1772442000, "This is not a moment with its time zone."),
        ("2026-02-30T09:30:00Z", "There is no such moment."),
        ("0001-01-01T00:00:00+23:59", "There is no such moment."),
        ("1969-12-31T23:59:59Z", "This is before 1970."),
        ((NOW + timedelta(minutes=6)).isoformat(), "This is in the future."),
    ],
)
def test_what_is_no_moment_of_a_contact_is_told(at: object, problem: str) -> None:
    (fault,) = faults(**NAMED, at=at)
    assert (fault.pointer, fault.problem) == ("#/at", problem)
    assert "such as 2026-03-02T09:30:00Z" in fault.remedy


def test_without_a_moment_it_is_now() -> None:
    assert READER.incoming(READER.contact(NAMED, NOW), "crm", "key", NOW).at == NOW


@pytest.mark.parametrize(
    ("sent", "pointer", "problem", "remedy"),
    [
        ({}, "#", "Nothing says who it was.", "Give at least one of name, names"),
        ({"emails": [], "names": []}, "#", "Nothing says who it was.", "Give at least"),
        ({"emails": ["a@b.example", "a"]}, "#/emails/1", "This is not in the form", "has one @"),
        ({"phones": ["front desk"]}, "#/phones/0", "This is not in the form", "has digits"),
        ({"phones": ["withheld", ""]}, "#", "Nothing says who it was.", "Give at least one of"),
        ({"phones": ["withheld", "a@b.example"]}, "#/phones/1", "This is not in", "has digits"),
        ({"phones": "01632 960001"}, "#/phones", "This must be a list.", "Put it into [ ]"),
        ({"emails": {}}, "#/emails", "This must be a list.", "Put it into [ ]"),
        ({"names": [" "]}, "#/names/0", "This is not in the form", "leave out what is blank"),
        ({"name": "A\nB"}, "#/name", "This is not in the form", "one line"),
        ({"name": "A\x00"}, "#/name", "This is not in the form", "one line"),
        ({"name": 7}, "#/name", "This must be a string.", "quotation marks"),
        ({"name": "x" * 151}, "#/name", "This is longer than 150 characters.", "Shorten it"),
        ({"names": ["x"] * 21}, "#/names", "There are more than 20 of them.", "Keep the 20"),
        ({"name": "A", "subject": "x"}, "#/subject", "There is no such field.", "Leave it out"),
        ({"name": "A", "Phone": "1"}, "#/Phone", "There is no such field.", "Did you mean phones?"),
        ({"name": "A", "a/b~": 1}, "#/a~1b~0", "There is no such field.", "Leave it out"),
    ],
)
def test_each_fault_has_its_place_and_its_remedy(
    sent: dict[str, Any], pointer: str, problem: str, remedy: str
) -> None:
    (fault,) = faults(means="phone", **sent)
    assert (fault.pointer, fault.problem.startswith(problem)) == (pointer, True), fault
    assert remedy in fault.remedy


def test_a_remedy_fits_what_is_wrong_with_the_field() -> None:
    """Not only which field it is."""
    (fault,) = faults(**NAMED, emails="casey@customer.example")
    assert fault.remedy == "Put it into [ ], also where there is only one, or leave it out."
    (fault,) = faults(**NAMED, addresses=["x" * 301])
    assert fault.remedy == "Shorten it, or leave it out."
    (fault,) = faults(**NAMED, phones=["1"] * 21)
    assert fault.remedy == "Keep the 20 that say best who it was."
    (fault,) = faults(**NAMED, at="x" * 65)
    assert fault.remedy.startswith("Write it in RFC 3339")
    with pytest.raises(Faulty) as caught:
        READER.item(NAMED | {"id": 4711}, NOW)
    assert caught.value.faults[0].remedy == "Write it in quotation marks."
    (fault,) = faults(means=7, name="Casey Customer")
    assert fault.remedy == "Use one of phone, email."


@pytest.mark.parametrize(
    "written",
    [
        "withheld", "Anonymous", "UNKNOWN", "private", "unavailable", "(withheld)", "n/a", "", " ",
        "Number withheld", "Private number", "No caller ID", "unknown caller", "not available",
    ],
)  # fmt: skip
def test_what_a_telephone_system_writes_for_no_number_is_left_out(written: str) -> None:
    contact = READER.contact({"means": "phone", "phones": [written, "01632 960001"]}, NOW)
    assert contact.sought() == Sought(phones=("01632 960001",))
    assert READER.digest(contact) == READER.digest(
        READER.contact({"means": "phone", "phones": ["01632 960001"]}, NOW)
    )
    assert READER.contact(NAMED | {"phones": [written]}, NOW).sought() == Sought(
        names=("Casey Customer",)
    )


def test_no_more_is_left_out_than_says_that_there_is_no_number() -> None:
    for written in ("Casey Customer", "private detective", "a@b.example", "no"):
        (fault,) = faults(**NAMED, phones=[written])
        assert (fault.pointer, fault.problem) == (
            "#/phones/0",
            "This is not in the form it must have.",
        )


def test_the_means_are_those_of_the_policy() -> None:
    (fault,) = faults(means="smoke", name="Casey Customer")
    assert (fault.pointer, fault.remedy) == ("#/means", "Use one of phone, email.")


def test_a_digest_is_of_what_was_said_however_it_was_written() -> None:
    def digest(**sent: object) -> str:
        return READER.digest(READER.contact(NAMED | sent, NOW))

    same = digest(at="2026-03-02T09:30:00Z")
    assert digest(at="2026-03-02T10:30:00+01:00", emails=[], reference=None) == same
    others = {digest(), digest(at="2026-03-02T09:30:01Z"), digest(means="email"), same}
    assert len(others) == 4
