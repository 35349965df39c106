"""A contact of somebody whom another's case binds too is kept in their own name."""

from dataclasses import replace
from datetime import timedelta

from core.alert.events import Settled
from core.case.events import ContactLogged
from core.case.proposals import ExtensionMatter
from core.services.incoming import Became
from core.vocabulary.ids import CaseId
from core.vocabulary.sought import Certainty, Sought
from tests.core.disengaging import PAT
from tests.core.services.alerting.at_the_desk import AtTheDesk
from tests.support.people import ASHA, MORGAN, OLU

OF_PAT = Sought(emails=("pat@example.org",))


async def bound_by_extension() -> AtTheDesk:
    """Pat is bound by Casey's sanction, and has no case."""
    at = AtTheDesk()
    at.memory.know(replace(PAT, emails=OF_PAT.emails))
    sanction = await at.sanctioned()
    at.later(days=1)
    await at.agreed(ExtensionMatter(sanction, PAT.id, "The same calls."), MORGAN)
    at.later(days=1)
    return at


async def test_a_contact_of_somebody_bound_by_anothers_case_is_logged_in_their_name() -> None:
    at = await bound_by_extension()
    alert = await at.alerted(OF_PAT)
    assert (alert.case, alert.customer, alert.certainty) == (at.case, PAT.id, Certainty.DEFINITE)
    (entry,) = (await at.log(alert)).outcome.added
    assert isinstance(entry.event, ContactLogged)
    assert entry.event.person == PAT.id
    assert at.memory.store.stream(f"alert:{alert.id}")[-1].by == OLU.id


async def test_what_came_before_it_was_extended_to_them_is_held_against_nobody() -> None:
    at = await bound_by_extension()
    then = at.memory.clock.now() - timedelta(days=1)
    assert (await at.comes(OF_PAT, at=then - timedelta(minutes=1))).became is Became.NOTHING
    assert (await at.alerted(OF_PAT, at=then)).case == at.case


async def test_an_incident_of_theirs_is_in_a_case_of_their_own() -> None:
    at = await bound_by_extension()
    handled = await at.breach(await at.alerted(OF_PAT), ASHA)
    assert handled.outcome.case.customer == PAT.id
    assert handled.outcome.case.id == CaseId(PAT.id)
    assert (handled.alert.settled, handled.alert.entry) == (Settled.BREACH, None)
    assert len((await at.service.case(at.case)).incidents) == 2
