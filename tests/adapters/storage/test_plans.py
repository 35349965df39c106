"""Every look-up goes by an index, so its cost does not grow with what is kept."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from adapters.screening import ScreeningKeys
from adapters.storage import MasterKey, Storage, open_storage
from bot.views.ports import Address, Posted
from core.case.register import ChannelUnwatched, ChannelWatched
from core.services.ports.desk import AlertsToRedraw, Commit
from core.vocabulary.ids import AlertId, CaseId, StaffId
from core.vocabulary.people import Account
from tests.adapters.storage.candidates.test_bound import BOUND, OLU, keys_of
from tests.adapters.storage.contacts.test_contacts import (
    CASE,
    alert,
    kept,
    of_channel,
    raised,
    receipt,
    settled,
)
from tests.adapters.storage.samples import (
    ASHA,
    CASEY,
    MORGAN,
    NOW,
    TODAY,
    case_change,
    message,
    person,
    posting,
    recorded,
    report,
    to,
)
from tests.support.statements import every_statement

OF_ONE_ROW = {"chain_head"}
"""Tables that may be read from end to end."""


async def test_no_look_up_reads_a_whole_table(tmp_path: Path, master_key: MasterKey) -> None:
    file = tmp_path / "ucb.db"
    storage = await open_storage(f"sqlite:///{file}", master_key, {}, key_maker=ScreeningKeys())
    with heard(storage) as statements:
        await use_everything(storage)
    assert len(statements) > 30
    connection = sqlite3.connect(file)
    scans = {
        (detail, statement)
        for statement, parameters in statements
        if not statement.startswith(("BEGIN", "INSERT INTO entries"))
        for *_, detail in connection.execute(f"EXPLAIN QUERY PLAN {statement}", parameters)
        if detail.startswith("SCAN") and detail.split()[1] in tables(connection) - OF_ONE_ROW
    }
    assert scans == set()
    connection.close()
    await storage.close()


async def use_everything(storage: Storage) -> None:
    store, cases, customers, directory = (
        storage.store,
        storage.cases,
        storage.customers,
        storage.directory,
    )
    await store.commit(recorded(person("Asha Adviser", "U1"), person("Morgan Manager")))
    await store.commit(report())
    await store.commit(case_change(2))
    await store.commit(posting(message("m1", to("asha")), message("m2")))
    await store.commit(posting(message("r1", to("asha"), redraws="m1")))
    await store.load("case:case-of-c-casey")
    await store.load_each(["case:case-of-c-casey", "alert:a1"])
    await store.was_done("report-c-casey")
    await cases.open_case_of(CASEY.id)
    await cases.by_reference("UCB-1")
    await cases.customers_of(["UCB-1", "UCB-2"])
    await cases.summary(CaseId("case-of-c-casey"))
    await cases.awaiting_decision_by(MORGAN)
    await cases.awaiting_decision_of(ASHA)
    await cases.away_or_stood_in(TODAY)
    await cases.owing()
    await cases.owing([ASHA])
    await cases.reminders_due(TODAY)
    await cases.in_force()
    await cases.in_force("UCB-1")
    await cases.concerning([CASEY.id, OLU.id])
    await customers.get(CASEY.id)
    await customers.search("casey.customer@example.org")
    await customers.search("ca")
    await customers.told_apart(["casey customer"])
    await storage.candidates.sharing({"name casey customer": 4, "mail x": 9}, 5)
    await storage.candidates.sharing_bound([{"name casey customer": 4}, {"mail x": 9}], 5)
    await customers.search("casey cust")
    await customers.at_same_place(CASEY)
    await store.commit(posting(replace(message("r2", to("asha"), redraws="m1"), latest=True)))
    await store.commit(raised(alert("a1")))
    await store.commit(settled(alert("a1")))
    await store.commit(kept(receipt("k1")))
    await store.commit(
        of_channel(0, ChannelWatched("slack", "C1"), ChannelUnwatched("slack", "C1"))
    )
    await store.commit(replace(report(), delivery="bound", changes=(), summaries=(BOUND,)))
    await store.commit(Commit("merged", (), customers=(replace(CASEY, merged_into=OLU.id),)))
    await storage.candidates.sharing_bound([keys_of(CASEY)], 5)
    await storage.alerts.get(AlertId("a1"))
    await storage.alerts.by_reference("ALT-1")
    await storage.alerts.latest([CASE])
    await storage.alerts.still_open(CASE, 5)
    await storage.alerts.count_open(CASE)
    await storage.alerts.around([CASE], NOW, NOW)
    await storage.alerts.reminders_due(NOW)
    redraw = AlertsToRedraw(frozenset({CASEY.id, OLU.id}), "case:k/9")
    await store.commit(replace(case_change(3), delivery="redraw", redraw=redraw))
    await storage.receipts.of_keys("crm", ["k1", "k2"])
    await storage.receipts.get("r-crm-k1")
    await storage.receipts.forget_before(NOW)
    await storage.watched.is_watched("slack", "C1")
    await directory.by_account(Account("slack", "T1", "U1"))
    await directory.by_email("asha@ucb.example")
    await directory.people([ASHA])
    await directory.reports_of(StaffId("morgan"), StaffId("devi"))
    await directory.search("ash ad")
    await directory.search("")
    await storage.outbox.claim(NOW, limit=10, lease_seconds=60)
    await storage.outbox.hold(Address("slack", "U1", is_person=True), NOW)
    await storage.outbox.postpone("m1/slack:U1", NOW, "later", uncertain=True)
    await storage.outbox.park("m1/slack:U1", "gone", NOW)
    await storage.outbox.retry("m1/slack:U1", NOW)
    await storage.outbox.delivered("m1/slack:U1", Posted("D1", "1"), NOW)
    await storage.outbox.parked()
    await storage.outbox.waiting()


@contextmanager
def heard(storage: Storage) -> Iterator[list[tuple[str, tuple[object, ...]]]]:
    statements: list[tuple[str, tuple[object, ...]]] = []

    def hear(statement: str, given: object) -> None:
        first = given[0] if isinstance(given, list) else given
        assert isinstance(first, tuple)
        statements.append((statement, first))

    with every_statement(storage, hear):
        yield statements


def tables(connection: sqlite3.Connection) -> set[str]:
    return {name for (name,) in connection.execute("SELECT name FROM sqlite_master")}
