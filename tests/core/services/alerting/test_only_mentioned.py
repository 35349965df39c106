"""In a watched channel the customer was only spoken of: it is closed, and nothing is kept of it."""

from dataclasses import replace

import pytest

from core.alert.events import AlertReopened, AlertSettled, Settled
from core.alert.state import Alert
from core.services.incoming import Became
from core.services.messages import Kind
from core.vocabulary.people import StaffMember
from core.vocabulary.sought import Sought
from tests.core.services.alerting.at_the_desk import OTHER, desk
from tests.core.services.alerting.contacts import BY_NAME, refused
from tests.core.story import CASEY
from tests.support.people import IRA, OLU, SENA

REFERENCE = Sought(reference=CASEY.reference)


async def test_a_mere_mention_is_closed_without_a_log_or_a_word_remembered() -> None:
    at = await desk()
    case = await at.service.case(at.case)
    alert = await at.mentioned(await at.overheard(REFERENCE))
    assert (alert.settled, alert.settled_by, alert.entry) == (Settled.MENTIONED, OLU.id, None)
    assert at.said(alert) == [AlertSettled(Settled.MENTIONED)]
    assert ("#alerts", Kind.KNOWN_CONTACT) in at.redrawn
    assert at.of_customer() == []
    assert await at.service.case(at.case) == case
    assert (await at.comes(REFERENCE)).became is Became.ALERTED


async def test_nothing_is_said_of_who_it_was() -> None:
    at = await desk()
    alert = await at.mentioned(await at.overheard(OTHER))
    assert (alert.asks, alert.confirmed_by, alert.is_known) == (False, None, False)
    back = await at.reopen(alert, SENA)
    assert (back.settled, back.confirmed_by, back.asks) == (None, None, True)
    assert at.said(back) == [AlertSettled(Settled.MENTIONED), AlertReopened(Settled.MENTIONED)]
    assert (await at.comes(OTHER)).became is Became.ASKED


async def test_taking_it_back_leaves_alone_what_was_told_apart_elsewhere() -> None:
    at = await desk()
    mentioned = await at.mentioned(await at.overheard(OTHER))
    await at.apart(await at.alerted(OTHER))
    await at.reopen(mentioned)
    assert (await at.comes(OTHER)).became is Became.NOTHING


@pytest.mark.parametrize("is_first", [True, False])
async def test_a_contact_that_we_were_told_of_is_no_mere_mention(is_first: bool) -> None:
    at = await desk()
    if is_first:
        await at.alerted()
    alert = await at.overheard()
    if not is_first:
        alert = await at.alerted()
    assert alert.count == 2
    kept = at.kept
    assert (await refused(at.mentioned(alert))).rule == "contact-made"
    assert at.kept == kept


async def test_once_is_enough_and_settled_is_settled() -> None:
    at = await desk()
    alert = await at.overheard()
    first = await at.mentioned(alert, OLU, "once")
    kept = at.kept
    assert await at.mentioned(alert, OLU, "once") == first
    assert await at.mentioned(alert, SENA) == first
    for other in (at.log, at.breach, at.confirm, at.apart):
        refusal = await refused(other(alert, SENA))
        assert refusal.message == "Olu Officer said already that the customer was only mentioned."
    assert at.kept == kept
    logged = (await at.log(await at.overheard(message="200.1"))).alert
    assert (await refused(at.mentioned(logged))).rule == "alert-settled"


@pytest.mark.parametrize("by", [IRA])
async def test_only_active_colleagues_say_it(by: StaffMember) -> None:
    at = await desk()
    assert (await refused(at.mentioned(await at.overheard(), by))).rule == "inactive-actor"


async def test_of_an_alert_that_an_earlier_version_kept_too() -> None:
    at = await desk()
    alert: Alert = await at.overheard(BY_NAME)
    at.memory.store.alerts[alert.id] = replace(alert, by_means=())
    after = await at.mentioned(alert)
    assert (after.settled, after.is_tallied) == (Settled.MENTIONED, True)
