"""Merged records are one person, for reports, contacts and alerts."""

from core.case.commands import LogContact
from core.services.alerting.alert_desk import AlertDesk
from core.services.incoming import Became
from core.services.messages import Kind
from core.vocabulary.ids import CaseId
from core.vocabulary.sought import Sought
from tests.core.services.registering.merging import KAY, OF_KAY, Merging
from tests.core.story import CASEY
from tests.support.people import ASHA


async def test_a_report_about_either_joins_the_open_case() -> None:
    there = Merging()
    await there.continued()
    await there.merge()
    for customer in (CASEY.id, KAY.id):
        outcome = await there.report(customer=customer)
        assert outcome.case.id == CaseId(CASEY.id)
    await there.unmerge()
    outcome = await there.report(customer=KAY.id)
    assert outcome.case.id == CaseId(KAY.id)


async def test_a_first_report_opens_a_case_of_the_record_that_stands() -> None:
    there = Merging()
    await there.merge()
    outcome = await there.report(customer=CASEY.id)
    assert (outcome.case.customer, outcome.case.id) == (KAY.id, CaseId(KAY.id))


async def test_the_case_of_the_record_that_stands_goes_first() -> None:
    there = Merging()
    await there.report(customer=CASEY.id)
    await there.report(customer=KAY.id)
    await there.merge()
    outcome = await there.report(customer=CASEY.id)
    assert outcome.case.id == CaseId(KAY.id)


async def test_whatever_is_in_force_for_one_record_alerts_about_either() -> None:
    there = Merging()
    await there.sanctioned()
    assert (await there.comes(OF_KAY)).became is Became.NOTHING
    await there.merge()
    alert = await there.alerted(OF_KAY)
    assert (alert.case, alert.customer) == (there.case, KAY.id)
    assert (await there.alerted()).id == alert.id
    await there.unmerge()
    assert (await there.comes(OF_KAY)).became is Became.NOTHING


async def test_whoever_is_told_apart_from_one_record_is_told_apart_from_both() -> None:
    there = Merging()
    await there.sanctioned()
    desk = AlertDesk(there.policy, there.memory.desk)
    pat = Sought(names=("Pat Partner",), emails=CASEY.emails)
    alert = await there.alerted(pat)
    await desk.another_person(ASHA.id, alert.id, "apart")
    await there.merge()
    assert (await there.comes(pat)).became is Became.NOTHING
    await desk.reopen(ASHA.id, alert.id, "back")
    assert (await there.comes(pat)).became is not Became.NOTHING


async def test_an_alert_about_either_is_settled_in_the_case_that_binds_them() -> None:
    there = Merging()
    await there.sanctioned()
    await there.merge()
    desk, now = AlertDesk(there.policy, there.memory.desk), there.memory.clock.now()
    alert = await there.alerted(OF_KAY)
    logged = await desk.log(ASHA.id, alert.id, LogContact("phone", now, "Grant"), "log")
    assert logged.outcome.case.id == there.case
    assert logged.outcome.case.contacts[-1].person is None
    alert = await there.alerted(OF_KAY)
    breach = await desk.report(ASHA.id, alert.id, there.incident(customer=KAY.id), "breach")
    assert breach.outcome.case.id == there.case
    assert breach.alert.entry == breach.outcome.added[-1].no


async def test_a_contact_in_the_case_of_one_record_is_alerted_for_the_other() -> None:
    there = Merging()
    await there.sanctioned()
    await there.report(customer=KAY.id)
    await there.merge()
    there.case = CaseId(KAY.id)
    await there.does(ASHA, LogContact("phone", there.memory.clock.now(), "Grant"))
    assert there.heard == {("#alerts", Kind.CONTACT_ALERT)}
