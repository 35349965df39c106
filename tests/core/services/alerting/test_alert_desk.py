"""What colleagues say of an alert is kept once, and told wherever the alert was."""

import asyncio
from datetime import timedelta

import pytest

from core.alert.events import AlertConfirmed, AlertSettled, Settled
from core.case.commands import LogContact
from core.case.events import ContactLogged
from core.services.alerting.alert_desk import Handled
from core.services.messages import Kind
from core.vocabulary.ids import AlertId, StaffId
from core.vocabulary.people import StaffMember
from core.vocabulary.refusal import Refused
from core.vocabulary.sought import Sought
from tests.core.services.alerting.at_the_desk import OTHER, AtTheDesk, desk
from tests.core.services.alerting.contacts import BY_NAME, refused
from tests.support.people import IRA, OLU, SENA


async def test_any_colleague_confirms_that_it_is_the_customer() -> None:
    at = await desk()
    asked = await at.alerted(BY_NAME)
    alert = await at.confirm(asked)
    assert (alert.confirmed_by, alert.asks, alert.version) == (OLU.id, False, 3)
    assert at.said(alert) == [AlertConfirmed()]
    assert at.redrawn == {("#alerts", Kind.KNOWN_CONTACT)}
    assert await at.at.get(alert.id) == alert


async def test_nobody_confirms_what_is_known() -> None:
    at = await desk()
    known = await at.alerted()
    kept = at.kept
    assert await at.confirm(known) == known
    confirmed = await at.confirm(await at.alerted(BY_NAME))
    kept = at.kept
    assert await at.confirm(confirmed, SENA) == confirmed
    assert at.kept == kept


async def test_what_happened_is_logged_in_the_case_and_settles_the_alert() -> None:
    at = await desk()
    handled = await at.log(await at.alerted())
    (entry,) = handled.outcome.added
    assert isinstance(entry.event, ContactLogged)
    assert entry.event.person is None
    alert = handled.alert
    assert (alert.settled, alert.settled_by, alert.entry) == (Settled.LOGGED, OLU.id, entry.no)
    assert at.said(alert) == [AlertSettled(Settled.LOGGED, entry.no)]
    assert at.heard == set()
    assert at.redrawn == {("#alerts", Kind.KNOWN_CONTACT)}


async def test_whoever_logs_it_says_who_it_was() -> None:
    at = await desk()
    handled = await at.log(await at.alerted(BY_NAME))
    assert handled.alert.confirmed_by == OLU.id
    assert at.said(handled.alert)[0] == AlertConfirmed()


async def test_of_a_customer_we_disengaged_from_the_usual_alert_asks_for_the_topic() -> None:
    at = AtTheDesk()
    await at.disengaged()
    at.later(hours=1)
    await at.log(await at.alerted())
    assert at.heard == {("#alerts", Kind.CONTACT_ALERT)}


async def test_of_a_contact_a_minute_ahead_too() -> None:
    at = await desk()
    alert, ahead = await at.alerted(), at.memory.clock.now() + timedelta(minutes=1)
    command = LogContact("phone", ahead, "Grant application")
    await at.told(at.at.log(OLU.id, alert.id, command, "ahead"))
    assert at.heard == {("#alerts", Kind.CONTACT_ALERT)}


@pytest.mark.parametrize(
    ("settle", "said"),
    [
        ("log", "Olu Officer logged it already."),
        ("breach", "Olu Officer recorded it as an incident already."),
        ("apart", "Olu Officer said already that it is another person."),
    ],
)
async def test_what_is_settled_is_settled(settle: str, said: str) -> None:
    at = await desk()
    alert = await at.alerted()
    await getattr(at, settle)(alert)
    kept = at.kept
    others = {"log", "breach", "confirm", "apart", "reopen"} - {settle}
    for other in others - ({"reopen"} if settle == "apart" else set()):
        refusal = await refused(getattr(at, other)(alert, SENA))
        assert (refusal.rule, refusal.message) == ("alert-settled", said)
        assert refusal.remedy
    assert at.kept == kept


async def test_a_settled_alert_gets_no_more_contacts() -> None:
    at = await desk()
    for settle in (at.log, at.breach):
        alert = await at.alerted()
        settled = (await settle(alert)).alert
        later = await at.alerted()
        assert later.id != alert.id
        assert await at.at.get(alert.id) == settled


@pytest.mark.parametrize("act", ["confirm", "apart", "reopen", "log", "breach"])
async def test_the_same_delivery_again_changes_nothing(act: str) -> None:
    at = await desk()
    alert = await at.alerted(OTHER)
    if act == "reopen":
        alert = await at.apart(alert)
    first = await getattr(at, act)(alert, OLU, "once")
    kept = at.kept
    again = await getattr(at, act)(alert, OLU, "once")
    assert at.kept == kept
    if isinstance(first, Handled):
        assert again.outcome.repeated
        assert (again.alert, again.outcome.case) == (first.alert, first.outcome.case)
    else:
        assert again == first


@pytest.mark.parametrize("act", ["confirm", "apart", "reopen", "log", "breach"])
@pytest.mark.parametrize("by", [IRA, StaffMember(StaffId("stranger"), "S", "", "")])
async def test_only_active_colleagues_say_anything(act: str, by: StaffMember) -> None:
    at = await desk()
    alert = await at.alerted(OTHER)
    kept = at.kept
    assert (await refused(getattr(at, act)(alert, by))).rule in {"unknown-actor", "inactive-actor"}
    assert at.kept == kept


@pytest.mark.parametrize("act", ["confirm", "apart", "log", "breach"])
async def test_when_others_are_faster_it_is_decided_again(act: str) -> None:
    at = await desk()
    alert = await at.alerted(OTHER)
    at.memory.store.conflicts_to_come = 3
    await getattr(at, act)(alert)
    assert len(at.said(alert)) in (1, 2)
    other = await at.alerted(Sought(names=("Casey Customer",), emails=("new@example.org",)))
    at.memory.store.conflicts_to_come = 8
    assert (await refused(getattr(at, act)(other, SENA))).rule in {"busy", "alert-settled"}


async def test_two_colleagues_at_once_settle_it_once() -> None:
    at = await desk()
    alert = await at.alerted()
    answers = await asyncio.gather(
        at.log(alert, OLU), at.breach(alert, SENA), return_exceptions=True
    )
    assert sorted(isinstance(answer, Refused) for answer in answers) == [False, True]
    assert len(at.said(alert)) == 1


async def test_an_alert_that_nobody_knows_is_refused() -> None:
    at = await desk()
    for act in (at.at.get(AlertId("none")), at.at.seen(AlertId("none"))):
        assert (await refused(act)).rule == "unknown-alert"


async def test_its_contacts_are_read_in_their_order() -> None:
    at = await desk()
    await at.alerted(OTHER)
    alert = await at.alerted(BY_NAME)
    assert [seen.who for seen in await at.at.seen(alert.id)] == [OTHER, BY_NAME]
