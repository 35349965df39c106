"""It was another person: remembered for the words of the contact, until somebody takes it back."""

from dataclasses import replace

import pytest

from core.alert.events import AlertReopened, AlertSettled, Settled
from core.case.register import ApartTakenBack, ToldApart
from core.services.incoming import Became
from core.services.messages import Kind
from core.vocabulary.ids import CustomerId
from core.vocabulary.sought import Sought
from tests.core.services.alerting.at_the_desk import OTHER, desk
from tests.core.services.alerting.contacts import BY_MAIL, BY_NAME, refused
from tests.core.story import CASEY
from tests.support.people import IRA, OLU, SENA


async def test_another_person_is_never_asked_about_again() -> None:
    at = await desk()
    alert = await at.apart(await at.alerted(OTHER))
    assert (alert.settled, alert.settled_by) == (Settled.ANOTHER_PERSON, OLU.id)
    assert not alert.asks
    words = "name casey customer | email other@example.org"
    initial = "name c customer | email other@example.org"
    assert at.of_customer() == [ToldApart(CASEY.id, words, (initial,))]
    assert at.redrawn == {("#alerts", Kind.KNOWN_CONTACT)}
    same = Sought(names=(" casey  CUSTOMER",), emails=("OTHER@example.org",))
    assert (await at.comes(same)).became is Became.NOTHING
    assert (await at.comes(same, BY_MAIL)).became is Became.ALERTED


async def test_the_same_otherwise_written_is_not_asked_about_again_either() -> None:
    at = await desk()
    said = Sought(
        names=("Casey Customer",),
        phones=("+44 7700 900 999",),
        addresses=("9 Other Lane, M1 1AE",),
    )
    await at.apart(await at.alerted(said))
    same = Sought(
        names=("Mr Casey Customer",),
        phones=("07700 900999",),
        postcodes=("m11ae",),
        addresses=("9 Other Ln",),
    )
    assert (await at.comes(same)).became is Became.NOTHING


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("Elizabeth Customer", "Liz Customer"),
        ("Casey Customer", "Casey B Customer"),
        ("Casey Müller", "Casey Mueller"),
    ],
)
async def test_their_own_address_with_their_own_name_is_never_silenced(
    name: str, told: str
) -> None:
    at = await desk()
    at.memory.know(replace(CASEY, name=name))
    who = Sought((told,), emails=CASEY.emails)
    await at.apart(await at.alerted(who))
    assert not any(isinstance(event, ToldApart) for event in at.of_customer())
    assert (await at.comes(who)).became is Became.ALERTED


async def test_of_whom_somebody_said_that_it_is_the_customer_nobody_asks_again_meanwhile() -> None:
    at = await desk()
    alert = await at.confirm(await at.alerted(OTHER))
    again = await at.alerted(Sought(names=OTHER.names, emails=("OTHER@example.org",)))
    assert (again.id, again.count, again.asks) == (alert.id, 2, False)
    assert (await at.alerted(BY_NAME)).id != alert.id


async def test_the_same_in_another_order_is_not_asked_about_again_either() -> None:
    at = await desk()
    numbers = ("07700 900555", "07700 900556")
    alert = await at.confirm(await at.alerted(Sought(BY_NAME.names, phones=numbers)))
    again = await at.alerted(Sought(BY_NAME.names, phones=numbers[::-1]))
    assert (again.id, again.asks) == (alert.id, False)


async def test_a_message_that_said_it_in_parts_is_not_asked_about_again_either() -> None:
    at = await desk()
    parts = (BY_NAME, Sought(names=("Casey Customer",), postcodes=("M1 1AE",)))
    await at.apart(await at.alerted(*parts))
    assert (await at.comes(*parts)).became is Became.NOTHING
    assert (await at.comes(*parts[::-1])).became is Became.NOTHING


async def test_a_mere_name_is_asked_about_again() -> None:
    at = await desk()
    await at.apart(await at.alerted(BY_NAME))
    assert at.of_customer() == []
    assert (await at.comes(BY_NAME)).became is Became.ASKED


PAT = Sought(names=("Pat Partner",), emails=CASEY.emails)


async def test_an_identifier_of_theirs_may_be_used_by_the_customer_the_next_time() -> None:
    at = await desk()
    alert = await at.apart(await at.alerted())
    assert alert.settled is Settled.ANOTHER_PERSON
    assert at.of_customer() == []
    assert (await at.comes()).became is Became.ALERTED


async def test_so_may_all_particulars_of_theirs_together() -> None:
    at = await desk()
    for name in ("Casey Customer", "C Customer", "Customer, Casey"):
        theirs = Sought(names=(name,), emails=CASEY.emails)
        await at.apart(await at.alerted(theirs))
        assert (await at.comes(theirs)).became is not Became.NOTHING
    assert at.of_customer() == []


async def test_whoever_uses_an_identifier_of_theirs_under_a_name_of_their_own_is_remembered() -> (
    None
):
    at = await desk()
    await at.apart(await at.alerted(PAT))
    assert (await at.comes(PAT)).became is Became.NOTHING
    assert (await at.comes()).became is Became.ALERTED


async def test_the_same_with_an_initial_or_without_the_postcode_is_not_asked_about_either() -> None:
    at = await desk()
    said = Sought(names=("Kasey Customer",), addresses=("9 Other Lane, M1 1AE",))
    email = ("kasey@example.org",)
    await at.apart(await at.alerted(replace(said, emails=email)))
    for who in (
        Sought(names=("K. Customer",), addresses=said.addresses, emails=email),
        Sought(names=("Kasey Customer",), addresses=("9 Other Ln",), emails=email),
    ):
        assert (await at.comes(who)).became is Became.NOTHING
    newer = Sought(("Kasey Customer",), (*email, "new@example.org"), (), (), said.addresses)
    assert (await at.comes(newer)).became is not Became.NOTHING


async def test_once_it_is_taken_back_so_is_the_other_writing() -> None:
    at = await desk()
    alert = await at.apart(await at.alerted(OTHER))
    initial = replace(OTHER, names=("C Customer",))
    assert (await at.comes(initial)).became is Became.NOTHING
    await at.reopen(alert)
    assert at.memory.store.apart == []


async def test_what_becomes_the_customers_own_is_told_apart_no_more() -> None:
    at = await desk()
    await at.apart(await at.alerted(OTHER))
    assert (await at.comes(OTHER)).became is Became.NOTHING
    at.memory.know(replace(CASEY, emails=(*CASEY.emails, *OTHER.emails)))
    assert (await at.comes(OTHER)).became is Became.ALERTED


async def test_identifiers_that_an_earlier_version_remembered_hide_nobody() -> None:
    at = await desk()
    for words in ("email casey@example.org", "name casey customer | email casey@example.org"):
        at.memory.store.apart.append(ToldApart(CASEY.id, words))
    for who in (BY_MAIL, Sought(names=("Casey Customer",), emails=CASEY.emails)):
        assert (await at.comes(who)).became is Became.ALERTED


async def test_whoever_is_looked_for_is_told_apart_once() -> None:
    at = await desk()
    for delivery in ("one", "one", "two"):
        assert await at.at.tell_apart(SENA.id, CASEY.id, OTHER, delivery)
    (told,) = at.of_customer()
    assert isinstance(told, ToldApart)
    assert (await at.comes(OTHER)).became is Became.NOTHING


async def test_of_whoever_is_looked_for_by_what_is_theirs_nothing_is_remembered() -> None:
    at = await desk()
    for delivery in ("one", "one", "two"):
        assert not await at.at.tell_apart(SENA.id, CASEY.id, BY_MAIL, delivery)
    assert at.of_customer() == []


async def test_nobody_is_told_apart_from_nobody_nor_by_a_stranger() -> None:
    at = await desk()
    nobody = at.at.tell_apart(SENA.id, CustomerId("nobody"), OTHER, "one")
    assert (await refused(nobody)).rule == "unknown-customer"
    stranger = at.at.tell_apart(IRA.id, CASEY.id, OTHER, "one")
    assert (await refused(stranger)).rule == "inactive-actor"
    assert at.of_customer() == []


async def test_only_what_was_said_in_this_alert_is_told_apart() -> None:
    at = await desk()
    first = await at.alerted(OTHER)
    third = Sought(names=("Casey Customer",), emails=("third@example.org",))
    await at.apart(await at.alerted(third))
    assert (await at.comes(third)).became is Became.NOTHING
    assert (await at.alerted(OTHER)).id == first.id
    assert len(at.of_customer()) == 1


async def test_it_was_the_customer_after_all() -> None:
    at = await desk()
    apart = await at.apart(await at.alerted(OTHER))
    alert = await at.reopen(apart, SENA)
    assert (alert.settled, alert.settled_by, alert.confirmed_by) == (None, None, SENA.id)
    assert at.said(alert) == [AlertSettled(Settled.ANOTHER_PERSON), AlertReopened()]
    told, back = at.of_customer()
    assert isinstance(told, ToldApart)
    assert back == ApartTakenBack(CASEY.id, told.known_as, told.also)
    assert (await at.comes(OTHER)).became is Became.ASKED


async def test_what_stands_open_is_not_reopened() -> None:
    at = await desk()
    alert = await at.alerted()
    kept = at.kept
    assert await at.reopen(alert) == alert
    assert at.kept == kept
