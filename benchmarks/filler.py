"""Fills a store with cases through its own commit, many to a transaction.

The chain, the encryption, the projections and the search index are those of the product. Only the
messages, which nobody shall get, are marked as delivered behind its back.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Final

from sqlalchemy import create_engine, make_url, update

from adapters.storage import MasterKey, open_storage
from adapters.storage.schema.outbox import outbox
from benchmarks.bots import MASTER_KEY
from bot.app.house import read_policy
from bot.app.made_up import STAFF
from core.case.events import (
    CaseEvent,
    CaseOpened,
    ContactLogged,
    IncidentReported,
    ProposalApproved,
    ProposalMade,
    SanctionApplied,
    WarningGiven,
)
from core.case.evolve import fold
from core.case.proposals import SanctionsMatter, WarningMatter
from core.case.register import CustomerRegistered
from core.case.scene import Scene
from core.case.state import Case
from core.case.terms import MeansTerms, SanctionTerms
from core.services.deciding.timeline import numbered
from core.services.messages import Kind, Message, Person
from core.services.ports.desk import Change, Commit
from core.services.summarise import summarise
from core.vocabulary.customer import Customer
from core.vocabulary.ids import SYSTEM, CaseId, CustomerId, EntryNo, StaffId
from core.vocabulary.people import People

EVENTS_PER_CASE: Final = 11
"""With the customer's registration."""

_CASES_PER_COMMIT: Final = 250
_REPORTER: Final = StaffId("asha")
_MANAGER: Final = StaffId("morgan")
_POLICY: Final = read_policy(None)
_ONLY_IN_WRITING: Final = SanctionTerms("specified-form", MeansTerms(frozenset({"email"})))
_TALE: Final = "Shouted at a colleague on the telephone and called again within the hour. " * 5


@dataclass(frozen=True, slots=True)
class Known:
    """A case in the store."""

    case: CaseId
    customer: CustomerId
    reference: str


async def fill(database_url: str, entries: int) -> tuple[Known, ...]:
    """A new store with about so many entries; each case has a sanction in force."""
    known = tuple(_known(number) for number in range(entries // EVENTS_PER_CASE))
    now = datetime.now(UTC)
    storage = await open_storage(database_url, MasterKey.from_text(MASTER_KEY), {})
    try:
        await storage.store.commit(Commit("staff", (), staff=STAFF))
        for start in range(0, len(known), _CASES_PER_COMMIT):
            await storage.store.commit(_commit(known[start : start + _CASES_PER_COMMIT], now))
    finally:
        await storage.close()
    _mark_as_delivered(database_url)
    return known


def _known(number: int) -> Known:
    return Known(CaseId(f"c{number:06}"), CustomerId(f"c{number:06}"), f"UCB-{number:06}")


def _commit(known: Sequence[Known], now: datetime) -> Commit:
    changes: list[Change] = []
    cases: list[Case] = []
    customers: list[Customer] = []
    messages: list[Message] = []
    for one in known:
        events = history(one, now)
        case = fold(numbered((), now, _REPORTER, events))
        customer = Customer(
            one.customer,
            f"CUS-{one.reference[4:]}",
            f"Casey Customer{one.reference[4:]}",
            (f"casey{one.reference[4:]}@example.org",),
            (f"01632 {one.reference[4:]}",),
        )
        registered = (CustomerRegistered(customer),)
        changes += [
            Change(f"customer:{customer.id}", customer.id, 0, _REPORTER, now, registered),
            Change(f"case:{one.case}", customer.id, 0, _REPORTER, now, events),
        ]
        cases.append(case)
        customers.append(customer)
        messages += [_message(one, incident.no) for incident in case.incidents]
    scene = Scene(_POLICY, People(STAFF), SYSTEM, now)
    return Commit(
        delivery=f"fill:{known[0].case}",
        changes=tuple(changes),
        summaries=tuple(summarise(scene, case) for case in cases),
        customers=tuple(customers),
        messages=tuple(messages),
    )


def history(known: Known, now: datetime) -> tuple[CaseEvent, ...]:
    day = now.date()
    warning = WarningMatter("It frightened the colleague.", "To write instead of calling.", 28)
    sanctions = SanctionsMatter(
        (_ONLY_IN_WRITING,),
        "The behaviour went on after the warning.",
        "We explained twice and offered another colleague.",
        day + timedelta(days=180),
    )
    incident = IncidentReported(
        corresponding=_REPORTER,
        means="phone",
        occurred_at=now,
        behaviours=frozenset({"threatening", "frequency"}),
        topic="Grant application",
        narrative=_TALE,
    )
    return (
        CaseOpened(known.case, known.reference, known.customer, _REPORTER),
        incident,
        ProposalMade(warning, _REPORTER, _MANAGER),
        ProposalApproved(EntryNo(3)),
        WarningGiven(EntryNo(3), now, "letter", day + timedelta(days=28)),
        incident,
        ProposalMade(sanctions, _REPORTER, _MANAGER),
        ProposalApproved(EntryNo(7)),
        SanctionApplied(EntryNo(7), _ONLY_IN_WRITING, sanctions.review_on),
        ContactLogged("phone", now, "Grant application", "Asked when the decision is due."),
    )


def _message(known: Known, incident: EntryNo) -> Message:
    about = {"case": known.case, "incident": str(incident), "for": _REPORTER}
    key = f"{known.case}/{incident}/{Kind.INCIDENT_RECORDED}/{_REPORTER}"
    return Message(key, Kind.INCIDENT_RECORDED, Person(_REPORTER), about)


def _mark_as_delivered(database_url: str) -> None:
    """As if each had been posted. PostgreSQL, which does so by itself in time, counts its rows."""
    engine = create_engine(make_url(database_url.replace("postgresql:", "postgresql+psycopg:")))
    posted = {"state": "delivered", "posted_place": "D1", "posted_message": "1.000100"}
    try:
        with engine.begin() as connection:
            connection.execute(update(outbox).values(posted))
            if engine.dialect.name == "postgresql":
                connection.exec_driver_sql("ANALYZE")
    finally:
        engine.dispose()
