"""Commits as the policy service makes them, with evidently made-up people."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from core.case.events import CaseOpened, ContactLogged, IncidentReported
from core.case.register import CustomerRegistered, StaffRecorded
from core.services.messages import Audience, Channel, Kind, Message, Person
from core.services.ports.desk import Change, Commit, Event
from core.services.summary import Awaiting, CaseSummary, InForce, Owed
from core.vocabulary.customer import Customer
from core.vocabulary.ids import OPERATOR, CaseId, CustomerId, EntryNo, StaffId
from core.vocabulary.people import Account, StaffMember

NOW = datetime(2025, 3, 3, 10, 0, tzinfo=UTC)
TODAY = date(2025, 3, 3)
ASHA = StaffId("asha")
MORGAN = StaffId("morgan")
NARRATIVE = "Shouted at the duty desk for the third time this week"

CASEY = Customer(
    CustomerId("c-casey"),
    "CUS-CASEY1",
    "Casey Customer",
    emails=("casey.customer@example.org",),
    phones=("+44 7700 900123",),
)


def later(**by: float) -> datetime:
    return NOW + timedelta(**by)


def contact(note: str = "") -> ContactLogged:
    return ContactLogged("telephone", NOW, "Hedge cutting", note)


def report(customer: Customer = CASEY, **changes: object) -> Commit:
    """A first report: the customer is registered and their case opened."""
    case = CaseId(f"case-of-{customer.id}")
    opened = CaseOpened(case, f"UCB-{customer.id}", customer.id, ASHA)
    incident = IncidentReported(
        ASHA, "telephone", NOW, frozenset({"abusive"}), "Hedge cutting", NARRATIVE
    )
    commit = Commit(
        delivery=f"report-{customer.id}",
        changes=(
            Change(
                f"customer:{customer.id}",
                customer.id,
                0,
                ASHA,
                NOW,
                (CustomerRegistered(customer),),
            ),
            Change(f"case:{case}", customer.id, 0, ASHA, NOW, (opened, incident)),
        ),
        summaries=(summary(case, customer.id),),
        customers=(customer,),
        messages=(message(f"recorded-{customer.id}"),),
    )
    return replace(commit, **changes)  # type: ignore[arg-type]


def case_change(
    version: int, *events: Event, customer: Customer = CASEY, delivery: str | None = None
) -> Commit:
    """Further events of the case that ``report`` opened."""
    case = CaseId(f"case-of-{customer.id}")
    return Commit(
        delivery=delivery or f"change-{case}-{version}",
        changes=(Change(f"case:{case}", customer.id, version, ASHA, NOW, events or (contact(),)),),
        summaries=(summary(case, customer.id),),
    )


def summary(
    case: CaseId = CaseId("case-of-c-casey"),  # noqa: B008
    customer: CustomerId = CASEY.id,
    *,
    reference: str | None = None,
    owner: StaffId = ASHA,
    is_open: bool = True,
    in_force: tuple[InForce, ...] = (),
    awaiting: tuple[Awaiting, ...] = (),
    owed: tuple[Owed, ...] = (),
    remind_on: date | None = None,
    also_bound: frozenset[CustomerId] = frozenset(),
) -> CaseSummary:
    return CaseSummary(
        case=case,
        reference=reference or f"UCB-{customer}",
        customer=customer,
        owner=owner,
        open=is_open,
        in_force=in_force,
        awaiting=awaiting,
        owed=owed,
        remind_on=remind_on,
        also_bound=also_bound,
    )


def in_force(review_on: date, no: int = 5, code: str = "contact-form") -> InForce:
    return InForce(EntryNo(no), code, review_on)


def awaits(approver: StaffId, proposer: StaffId, no: int = 3, at: datetime = NOW) -> Awaiting:
    return Awaiting(EntryNo(no), approver, proposer, at)


def message(key: str, to: Audience = Channel.CUSTOMER_FOCUS, redraws: str | None = None) -> Message:
    about = {"case": "case-of-c-casey", "proposal": "3"}
    return Message(key, Kind.APPROVAL_REQUEST, to, about, redraws)


def posting(*messages: Message, delivery: str = "") -> Commit:
    return Commit(delivery or f"posting-{messages[0].key}", (), messages=messages)


def person(name: str, *users: str, manager: StaffId | None = None, **more: object) -> StaffMember:
    """``users``: ids of Slack accounts."""
    first = name.split()[0].lower()
    member = StaffMember(
        id=StaffId(first),
        name=name,
        grade="adviser",
        team="Wetlands",
        email=f"{first}@ucb.example",
        line_manager=manager,
        accounts=frozenset(Account("slack", "T1", user) for user in users),
    )
    return replace(member, **more)  # type: ignore[arg-type]


def recorded(*members: StaffMember, version: int = 0, delivery: str = "") -> Commit:
    changes = tuple(
        Change(f"staff:{m.id}", m.id, version, OPERATOR, NOW, (StaffRecorded(m),)) for m in members
    )
    name = delivery or f"record-{members[0].id}-{version}"
    return Commit(name, changes, staff=members)


def to(staff: str) -> Person:
    return Person(StaffId(staff))
