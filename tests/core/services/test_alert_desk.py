"""What colleagues say of an alert is kept once, and told wherever the alert was."""

import asyncio
from collections.abc import Coroutine, Sequence
from dataclasses import replace
from datetime import timedelta
from typing import Any, TypeVar

import pytest

from core.alert.events import AlertConfirmed, AlertReopened, AlertSettled, Settled
from core.alert.state import Alert
from core.case.commands import LogContact
from core.case.events import ContactLogged, IncidentReported
from core.case.proposals import ExtensionMatter
from core.case.register import ApartTakenBack, ToldApart
from core.services.alert_desk import AlertDesk, Handled
from core.services.incoming import Became
from core.services.messages import Kind
from core.vocabulary.ids import AlertId, CaseId, StaffId
from core.vocabulary.people import StaffMember
from core.vocabulary.refusal import Refusal, Refused
from core.vocabulary.sought import Certainty, Sought
from tests.core.disengaging import PAT
from tests.core.services.contacts import BY_MAIL, BY_NAME, Answering
from tests.core.story import CASEY
from tests.support.people import ASHA, IRA, MORGAN, OLU, SENA

T = TypeVar("T")

OF_PAT = Sought(emails=("pat@example.org",))
OTHER = Sought(names=("Casey Customer",), emails=("other@example.org",))
"""Like Casey, and not known to be."""


class AtTheDesk(Answering):
    def __init__(self) -> None:
        super().__init__()
        self.at = AlertDesk(self.policy, self.memory.desk)

    async def confirm(self, alert: Alert, by: StaffMember = OLU, delivery: str = "") -> Alert:
        return await self.told(self.at.confirm(by.id, alert.id, delivery or self.delivery()))

    async def apart(self, alert: Alert, by: StaffMember = OLU, delivery: str = "") -> Alert:
        name = delivery or self.delivery()
        return await self.told(self.at.another_person(by.id, alert.id, name))

    async def reopen(self, alert: Alert, by: StaffMember = OLU, delivery: str = "") -> Alert:
        return await self.told(self.at.reopen(by.id, alert.id, delivery or self.delivery()))

    async def log(self, alert: Alert, by: StaffMember = OLU, delivery: str = "") -> Handled:
        now = self.memory.clock.now()
        command = LogContact("phone", now, "Grant application")
        return await self.told(self.at.log(by.id, alert.id, command, delivery or self.delivery()))

    async def breach(self, alert: Alert, by: StaffMember = OLU, delivery: str = "") -> Handled:
        command = self.incident(customer=CASEY.id)
        name = delivery or self.delivery()
        return await self.told(self.at.report(by.id, alert.id, command, name))

    async def told(self, act: Coroutine[Any, Any, T]) -> T:
        before = len(self.memory.messages)
        answer = await act
        self.last = tuple(self.memory.messages[before:])
        return answer

    def said(self, alert: Alert) -> Sequence[object]:
        return [entry.event for entry in self.memory.store.stream(f"alert:{alert.id}")][2:]

    def of_customer(self) -> Sequence[object]:
        return [entry.event for entry in self.memory.store.stream(f"customer:{CASEY.id}")][1:]


async def desk() -> AtTheDesk:
    at = AtTheDesk()
    await at.sanctioned()
    return at


async def refused(act: Coroutine[Any, Any, object]) -> Refusal:
    with pytest.raises(Refused) as fault:
        await act
    return fault.value.refusal


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


async def test_another_person_is_never_asked_about_again() -> None:
    at = await desk()
    alert = await at.apart(await at.alerted(OTHER))
    assert (alert.settled, alert.settled_by) == (Settled.ANOTHER_PERSON, OLU.id)
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


async def test_every_contact_of_the_alert_is_told_apart() -> None:
    at = await desk()
    await at.alerted(OTHER)
    third = Sought(names=("Casey Customer",), emails=("third@example.org",))
    await at.apart(await at.alerted(third))
    assert (await at.comes(OTHER, third)).became is Became.NOTHING
    assert len(at.of_customer()) == 2


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


async def test_a_breach_is_an_incident_of_the_case() -> None:
    at = await desk()
    alert = await at.alerted()
    handled = await at.breach(alert)
    (entry,) = handled.outcome.added
    assert isinstance(entry.event, IncidentReported)
    assert handled.outcome.case.id == at.case
    assert (handled.alert.settled, handled.alert.entry) == (Settled.BREACH, entry.no)


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


async def test_an_incident_of_theirs_is_in_a_case_of_their_own() -> None:
    at = await bound_by_extension()
    handled = await at.breach(await at.alerted(OF_PAT), ASHA)
    assert handled.outcome.case.customer == PAT.id
    assert handled.outcome.case.id == CaseId(PAT.id)
    assert (handled.alert.settled, handled.alert.entry) == (Settled.BREACH, None)
    assert len((await at.service.case(at.case)).incidents) == 2
