"""Of every particular it can be said since when we know it, and from where."""

from dataclasses import replace
from datetime import datetime, timedelta

from core.case.register import CustomerChanged, CustomerRegistered, RegisterEvent, ToldApart
from core.case.register.provenance import KnownBy, Particular, RegisterEntry, provenance
from core.vocabulary.customer import Customer
from core.vocabulary.ids import CustomerId
from tests.support.clock import MONDAY_MORNING
from tests.support.people import ASHA, SENA

CASEY = Customer(CustomerId("casey"), "CUS-1", "Casey Customer", ("casey@example.org",))
FIRST, SECOND, THIRD = (MONDAY_MORNING + timedelta(days=days) for days in range(3))


def known(*entries: tuple[datetime, RegisterEvent]) -> tuple[KnownBy, ...]:
    """Asha entered the first, Sena whatever came later."""
    people = [ASHA, *(SENA for _ in entries[1:])]
    told = zip(entries, people, strict=True)
    return provenance(RegisterEntry(at, by.id, event) for (at, event), by in told)


def test_each_is_known_since_it_was_entered_first() -> None:
    more = replace(CASEY, phones=("01632 960001",), other_names=("Kay Customer",))
    name, kay, email, phone = known(
        (FIRST, CustomerRegistered(CASEY)), (SECOND, CustomerChanged(more, "The CRM"))
    )
    assert name == KnownBy(Particular.NAME, "Casey Customer", FIRST, "", ASHA.id)
    assert kay == KnownBy(Particular.NAME, "Kay Customer", SECOND, "The CRM", SENA.id)
    assert (email.kind, email.value, email.since) == (Particular.EMAIL, CASEY.emails[0], FIRST)
    assert (phone.kind, phone.since, phone.until) == (Particular.PHONE, SECOND, None)


def test_what_was_taken_out_stands_with_its_last_day() -> None:
    moved = replace(CASEY, emails=(), address="1 Example Lane")
    _, email, address = known(
        (FIRST, CustomerRegistered(CASEY, "A letter")), (SECOND, CustomerChanged(moved))
    )
    assert (email.value, email.source, email.until) == (CASEY.emails[0], "A letter", SECOND)
    assert (address.kind, address.until) == (Particular.ADDRESS, None)


def test_what_came_back_is_known_twice() -> None:
    _, once, again = known(
        (FIRST, CustomerRegistered(CASEY)),
        (SECOND, CustomerChanged(replace(CASEY, emails=()))),
        (THIRD, CustomerChanged(CASEY, "A letter")),
    )
    assert (once.since, once.until) == (FIRST, SECOND)
    assert (again.since, again.until, again.source) == (THIRD, None, "A letter")


def test_a_name_by_which_they_are_known_only_now_and_then_is_known_as_long() -> None:
    married = replace(CASEY, name="Casey Neighbour", other_names=("casey  CUSTOMER",))
    old, new, _ = known((FIRST, CustomerRegistered(CASEY)), (SECOND, CustomerChanged(married)))
    assert (old.value, old.since, old.until) == ("casey  CUSTOMER", FIRST, None)
    assert (new.value, new.since) == ("Casey Neighbour", SECOND)


def test_addresses_and_organisations_come_with_all_the_others() -> None:
    placed = replace(
        CASEY,
        address="1 Example Lane",
        other_addresses=("2 Example Lane",),
        organisation="Example Farm",
        other_organisations=("Example Mill",),
    )
    values = [one.value for one in known((FIRST, CustomerRegistered(placed)))[2:]]
    assert values == ["1 Example Lane", "2 Example Lane", "Example Farm", "Example Mill"]


def test_what_else_happens_to_a_record_is_no_particular() -> None:
    registered = (FIRST, CustomerRegistered(CASEY))
    assert known(registered, (SECOND, ToldApart(CASEY.id, "pat"))) == known(registered)
