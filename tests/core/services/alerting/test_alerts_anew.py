"""An open alert tells what is in force now, not what was when it came."""

from dataclasses import replace
from datetime import timedelta

from core.alert.events import Settled
from core.alert.state import Alert
from core.case.commands import Approve, DecideAppeal, Propose, RaiseAppeal
from core.case.events import AppealOutcome
from core.case.proposals import (
    DisengagementOutcome,
    DisengagementReviewMatter,
    ExtensionMatter,
    ReviewMatter,
    ReviewOutcome,
)
from core.case.terms import MeansTerms, NamedContactTerms, SanctionTerms
from core.services.messages import Kind, Message
from core.services.registering.customer_register import CustomerRegister
from tests.core.disengaging import PAT
from tests.core.services.alerting.at_the_desk import AtTheDesk
from tests.core.services.alerting.contacts import BY_NAME
from tests.core.services.alerting.test_bound_too import OF_PAT, bound_by_extension
from tests.core.story import CASEY
from tests.support.people import ASHA, FRAN, MORGAN

LETTERS = SanctionTerms("specified-form", MeansTerms(frozenset({"letter"})))
ASHA_ALONE = SanctionTerms("named-contact", NamedContactTerms(ASHA.id))
ANEW = {("#alerts", Kind.KNOWN_CONTACT)}


def redraws(at: AtTheDesk, alert: Alert) -> list[Message]:
    return [m for m in at.last if m.redraws and m.about.get("alert") == alert.id]


async def reviewed(at: AtTheDesk, outcome: ReviewOutcome, terms: SanctionTerms | None) -> None:
    (sanction,) = (await at.service.case(at.case)).sanctions
    later = at.memory.clock.now().date() + timedelta(days=60)
    review_on = None if outcome is ReviewOutcome.LIFT else later
    matter = ReviewMatter(sanction, outcome, "It is enough.", review_on, terms)
    await at.agreed(matter, MORGAN)


async def test_of_a_sanction_lifted_every_open_alert_is_drawn_anew() -> None:
    at = AtTheDesk()
    await at.sanctioned()
    first = await at.alerted()
    settled = (await at.log(first)).alert
    known, asked = await at.alerted(), await at.alerted(BY_NAME)
    await reviewed(at, ReviewOutcome.LIFT, None)
    (one,), (other,) = redraws(at, known), redraws(at, asked)
    assert one.latest
    assert one.redraws == f"alert:{known.id}/known-contact/#alerts"
    assert other.key != one.key
    assert redraws(at, settled) == []
    assert at.memory.store.alerts[known.id] == known, "nothing happened to the alert itself"


async def test_of_one_changed_too_and_in_every_channel_that_was_told() -> None:
    at = AtTheDesk()
    await at.sanctioned()
    alert = await at.alerted(source="slack:C1", where="C1/1")
    await reviewed(at, ReviewOutcome.CHANGE, LETTERS)
    assert {(m.redraws or "").rpartition("/")[2] for m in redraws(at, alert)} == {"#alerts", "@1"}


async def test_of_one_more_applied_and_of_a_disengagement_that_comes_and_ends() -> None:
    at = AtTheDesk()
    await at.sanctioned()
    alert = await at.alerted()
    at.memory.clock.forward(days=1)
    await at.report(customer=CASEY.id)
    await at.agreed(at.sanctions(ASHA_ALONE), MORGAN)
    assert len(redraws(at, alert)) == 1

    at = AtTheDesk()
    notice = await at.disengaged()
    alert = await at.alerted()
    at.memory.clock.forward(days=366 * 2)
    outcome = DisengagementOutcome.RE_ENGAGE
    await at.agreed(DisengagementReviewMatter(notice, outcome, "Two clear years."))
    assert len(redraws(at, alert)) == 1


async def test_of_what_an_appeal_withdraws() -> None:
    at = AtTheDesk()
    sanction = await at.sanctioned()
    alert = await at.alerted()
    case = await at.service.case(at.case)
    decision = case.sanctions[sanction].proposal
    raised = RaiseAppeal(decision, "It is unfair.", at.memory.clock.now())
    appeal = (await at.does(ASHA, raised)).added[0].no
    assert redraws(at, alert) == []
    handler = (await at.service.case(at.case)).appeals[appeal].handler
    await at.does(handler, DecideAppeal(appeal, AppealOutcome.WITHDRAWN, "We were wrong."))
    assert len(redraws(at, alert)) == 1


async def test_what_changes_nothing_in_force_redraws_nothing() -> None:
    at = AtTheDesk()
    await at.sanctioned()
    alert = await at.alerted()
    await at.report(customer=CASEY.id)
    assert redraws(at, alert) == []
    await at.does(ASHA, Propose(at.sanctions(ASHA_ALONE)))
    assert redraws(at, alert) == []


async def test_of_whoever_it_is_extended_to_and_of_whoever_it_binds_when_it_ends() -> None:
    """Pat has an alert in Casey's case, and one in their own."""
    at = await bound_by_extension()
    alert = await at.alerted(OF_PAT)
    await reviewed(at, ReviewOutcome.LIFT, None)
    assert len(redraws(at, alert)) == 1
    handled = await at.log(at.memory.store.alerts[alert.id])
    assert handled.alert.settled is Settled.LOGGED, "what happened can still be said"

    at = AtTheDesk()
    at.memory.know(replace(PAT, emails=OF_PAT.emails))
    sanction = await at.sanctioned()
    open_alert = replace(await at.alerted(), customer=PAT.id)
    at.memory.store.alerts[open_alert.id] = open_alert
    at.later(days=1)
    await at.agreed(ExtensionMatter(sanction, PAT.id, "The same calls."), MORGAN)
    assert len(redraws(at, open_alert)) == 1


async def test_an_alert_of_a_record_merged_since_is_theirs_too() -> None:
    at = AtTheDesk()
    at.memory.know(replace(PAT, emails=OF_PAT.emails))
    await at.sanctioned()
    alert = await at.alerted()
    register = CustomerRegister(at.policy, at.memory.desk)
    await at.told(register.merge(FRAN.id, CASEY.id, PAT.id, "One voice.", "merge"))
    assert len(redraws(at, alert)) == 1
    await reviewed(at, ReviewOutcome.LIFT, None)
    assert len(redraws(at, alert)) == 1
    await at.told(register.unmerge(FRAN.id, CASEY.id, "Two voices.", "apart"))
    assert len(redraws(at, alert)) == 1


async def test_the_same_request_again_redraws_nothing_more() -> None:
    at = AtTheDesk()
    await at.sanctioned()
    await at.alerted()
    (sanction,) = (await at.service.case(at.case)).sanctions
    matter = ReviewMatter(sanction, ReviewOutcome.LIFT, "It is enough.")
    proposal = (await at.does(ASHA, Propose(matter))).added[0].no
    await at.does(MORGAN, Approve(proposal), "once")
    assert at.redrawn >= ANEW
    kept = at.kept
    assert (await at.does(MORGAN, Approve(proposal), "once")).repeated
    assert at.kept == kept
