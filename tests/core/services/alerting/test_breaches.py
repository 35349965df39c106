"""A breach is an incident, though none of Annex A's behaviours describes it."""

from datetime import timedelta

from core.alert.events import Settled
from core.case.events import IncidentReported
from core.case.weighing.clear_period import clear_since
from tests.core.services.alerting.at_the_desk import AtTheDesk, desk
from tests.core.services.alerting.contacts import refused
from tests.core.services.alerting.minding import minding
from tests.core.story import CASEY
from tests.support.people import OLU


async def test_a_breach_is_an_incident_of_the_case() -> None:
    at = await desk()
    alert = await at.alerted()
    handled = await at.breach(alert)
    (entry,) = handled.outcome.added
    assert isinstance(entry.event, IncidentReported)
    assert handled.outcome.case.id == at.case
    assert (handled.alert.settled, handled.alert.entry) == (Settled.BREACH, entry.no)


async def test_a_polite_breach_needs_no_behaviour_and_begins_the_clear_time_anew() -> None:
    at = AtTheDesk()
    notice = await at.disengaged()
    at.later(days=100)
    alert = await at.alerted()
    polite = at.incident(customer=CASEY.id, behaviours=frozenset())
    handled = await at.at.report(OLU.id, alert.id, polite, "breach")
    case, scene = handled.outcome.case, at.scene()
    assert case.incidents[-1].behaviours == frozenset()
    clear = clear_since(scene, case, case.disengagements[notice])
    assert clear == at.memory.clock.now().date()


async def test_before_anything_bound_them_it_was_no_breach() -> None:
    at = await desk()
    since = at.memory.clock.now()
    at.later(minutes=30)
    alert = await at.alerted()
    for before, is_breach in ((timedelta(minutes=1), False), (timedelta(0), True)):
        polite = at.incident(customer=CASEY.id, behaviours=frozenset(), occurred_at=since - before)
        act = at.at.report(OLU.id, alert.id, polite, at.delivery())
        if is_breach:
            assert (await act).alert.settled is Settled.BREACH
        else:
            assert (await refused(act)).rule == "behaviour-missing"


async def test_after_everything_ended_it_is_no_breach() -> None:
    at = await minding()
    alert = await at.alerted()
    at.later(hours=1)
    await at.lifted()
    at.later(days=30)
    now = at.memory.clock.now()
    polite = at.incident(customer=CASEY.id, behaviours=frozenset(), occurred_at=now)
    act = at.at.report(OLU.id, alert.id, polite, at.delivery())
    assert (await refused(act)).rule == "behaviour-missing"
