"""It was another person: remembered for the words of the contact, until somebody takes it back."""

from core.alert.events import AlertReopened, AlertSettled, Settled
from core.case.register import ApartTakenBack, ToldApart
from core.services.incoming import Became
from core.services.messages import Kind
from core.vocabulary.sought import Sought
from tests.core.services.alerting.at_the_desk import OTHER, desk
from tests.core.services.alerting.contacts import BY_MAIL, BY_NAME
from tests.core.story import CASEY
from tests.support.people import OLU, SENA


async def test_another_person_is_never_asked_about_again() -> None:
    at = await desk()
    alert = await at.apart(await at.alerted(OTHER))
    assert (alert.settled, alert.settled_by) == (Settled.ANOTHER_PERSON, OLU.id)
    assert not alert.asks
    words = "name casey customer | email other@example.org"
    assert at.of_customer() == [ToldApart(CASEY.id, words)]
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


async def test_of_whom_somebody_said_that_it_is_the_customer_nobody_asks_again_meanwhile() -> None:
    at = await desk()
    alert = await at.confirm(await at.alerted(OTHER))
    again = await at.alerted(Sought(names=OTHER.names, emails=("OTHER@example.org",)))
    assert (again.id, again.count, again.asks) == (alert.id, 2, False)
    assert (await at.alerted(BY_NAME)).id != alert.id


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


async def test_even_an_identifier_may_be_somebody_elses() -> None:
    at = await desk()
    await at.apart(await at.alerted())
    assert (await at.comes()).became is Became.NOTHING
    more = Sought(names=("Casey Customer",), emails=CASEY.emails)
    assert (await at.comes(more)).became is Became.ALERTED


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
    assert back == ApartTakenBack(CASEY.id, told.known_as)
    assert (await at.comes(OTHER)).became is Became.ASKED


async def test_what_stands_open_is_not_reopened() -> None:
    at = await desk()
    alert = await at.alerted()
    kept = at.kept
    assert await at.reopen(alert) == alert
    assert at.kept == kept
