"""Reminders: found in what is kept, sent once, each that fails by itself."""

import asyncio
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from bot.sweeps import ReminderSweep, Ticker
from core.case.commands import CaseCommand, Remind
from core.case.duties.owing import duties
from core.case.duties.reminders import next_reminder_day
from core.case.events import DutyKind, Reminded
from core.case.scene import Scene
from core.case.state import Case, GivenWarning, Sanction
from core.case.terms import SanctionTerms, ThirdPartyTerms
from core.policy.load import load_policy, shipped_policy
from core.services.deciding.policy_service import Outcome, PolicyService
from core.services.summarise import summarise
from core.services.summary import CaseSummary
from core.vocabulary.ids import SYSTEM, CaseId, CustomerId, EntryNo, StaffId
from core.vocabulary.people import People
from core.vocabulary.refusal import refuse
from tests.support.case_finder import MemoryCases
from tests.support.clock import SetClock
from tests.support.memory import memory_desk

POLICY = load_policy(shipped_policy())


@dataclass
class RemindersOnly(PolicyService):
    """Carries out reminders and nothing else. ``faults``: raised for the case, or the duty."""

    clock: SetClock
    cases: dict[CaseId, Case] = field(default_factory=dict)
    summaries: dict[CaseId, CaseSummary] = field(default_factory=dict)
    faults: dict[CaseId | DutyKind, Exception] = field(default_factory=dict)
    deliveries: list[str] = field(default_factory=list)

    def in_force(self, name: str, review_on: date) -> None:
        sanction = Sanction(
            no=EntryNo(5),
            proposal=EntryNo(4),
            terms=SanctionTerms("third-party", ThirdPartyTerms("")),
            applied_at=self.clock.now(),
            proposed_by=StaffId("asha"),
            approved_by=StaffId("morgan"),
            review_on=review_on,
            review_set_at=self.clock.now(),
        )
        case = Case(
            CaseId(name),
            name,
            CustomerId("c"),
            StaffId("asha"),
            self.clock.now(),
            EntryNo(5),
            sanctions={sanction.no: sanction},
        )
        self._keep(case)

    def monitored(self, name: str, until: date) -> None:
        """The case is also watched, after a warning, until then."""
        given = GivenWarning(EntryNo(2), self.clock.now(), "letter", until, EntryNo(3))
        self._keep(replace(self.cases[CaseId(name)], warnings=(given,)))

    def _keep(self, case: Case) -> None:
        scene = Scene(POLICY, People(()), SYSTEM, self.clock.now())
        self.cases[case.id] = case
        self.summaries[case.id] = summarise(scene, case)
        to_come = [next_reminder_day(duty, case.reminded) for duty in duties(scene, case)]
        assert self.summaries[case.id].remind_on == min(day for day in to_come if day)

    async def case(self, case: CaseId) -> Case:
        if fault := self.faults.get(case):
            raise fault
        return self.cases[case]

    async def carry_out(
        self, actor: StaffId, case: CaseId, command: CaseCommand, delivery: str
    ) -> Outcome:
        assert actor == SYSTEM
        assert isinstance(command, Remind)
        if fault := self.faults.get(command.duty):
            raise fault
        found = self.cases[case]
        if delivery in self.deliveries:
            return Outcome(found, (), repeated=True)
        self.deliveries.append(delivery)
        scene = Scene(POLICY, People(()), SYSTEM, self.clock.now())
        [due_on] = [d.due_on for d in duties(scene, found) if d.kind is command.duty]
        sent = Reminded(command.duty, command.about, due_on, command.step, command.step_on)
        self._keep(replace(found, reminded=found.reminded | {sent}))
        return Outcome(self.cases[case], ())


@dataclass
class Office:
    clock: SetClock = field(default_factory=SetClock)

    def __post_init__(self) -> None:
        self.service = RemindersOnly(self.clock)
        cases = MemoryCases(self.service.summaries)
        desk = replace(memory_desk().desk, cases=cases, clock=self.clock)
        self.sweep = ReminderSweep(POLICY, self.service, desk)


def in_days(office: Office, days: int) -> date:
    return office.clock.now().date() + timedelta(days=days)


async def test_nothing_is_sent_before_its_day_and_once_on_it() -> None:
    office = Office()
    office.service.in_force("a", in_days(office, 15))
    assert await office.sweep.sweep() == 0
    office.clock.forward(days=1)
    assert await office.sweep.sweep() == 1
    assert await office.sweep.sweep() == 0
    assert office.service.deliveries == [
        "reminder:a:review-sanction:5:2025-03-18:two-weeks-ahead:2025-03-04"
    ]


async def test_after_a_long_sleep_only_the_latest_is_sent() -> None:
    office = Office()
    office.service.in_force("a", in_days(office, 15))
    office.clock.forward(days=15 + 3 + 7)
    assert await office.sweep.sweep() == 1
    assert office.service.deliveries == [
        "reminder:a:review-sanction:5:2025-03-18:overdue:2025-03-28"
    ]


async def test_a_failing_case_stops_no_other_and_is_tried_at_the_next_sweep() -> None:
    office = Office()
    for name in "abcd":
        office.service.in_force(name, in_days(office, 0))
    office.service.faults = {
        CaseId("a"): RuntimeError("broken"),
        CaseId("b"): refuse("unknown-case", "There is no such case."),
    }
    assert await office.sweep.sweep() == 2
    office.service.faults.clear()
    assert await office.sweep.sweep() == 2


async def test_more_than_a_page_is_swept_even_when_a_page_of_cases_fails() -> None:
    office = Office()
    for number in range(250):
        office.service.in_force(f"case-{number}", in_days(office, 0))
    office.service.faults = {CaseId(f"case-{n}"): RuntimeError("broken") for n in range(120)}
    assert await office.sweep.sweep() == 130


async def test_what_another_replica_sent_meanwhile_counts_for_nothing() -> None:
    office = Office()
    office.service.in_force("a", in_days(office, 0))
    office.service.deliveries.append(
        "reminder:a:review-sanction:5:2025-03-03:on-the-day:2025-03-03"
    )
    assert await office.sweep.sweep() == 0


async def test_every_duty_of_a_case_is_brought_to_mind() -> None:
    office = Office()
    office.service.in_force("a", in_days(office, 28))
    office.service.monitored("a", in_days(office, 14))
    office.clock.forward(days=14)
    assert await office.sweep.sweep() == 2
    assert office.service.deliveries == [
        "reminder:a:look-again:2:2025-03-17:monitoring-over:2025-03-17",
        "reminder:a:review-sanction:5:2025-03-31:two-weeks-ahead:2025-03-17",
    ]
    assert await office.sweep.sweep() == 0


async def test_a_reminder_that_fails_holds_up_no_other_of_its_case() -> None:
    office = Office()
    office.service.in_force("a", in_days(office, 28))
    office.service.monitored("a", in_days(office, 14))
    office.clock.forward(days=14)
    for fault in (RuntimeError("broken"), refuse("nothing-due", "This reminder is not due.")):
        office.service.faults = {DutyKind.LOOK_AGAIN: fault}
        await office.sweep.sweep()
    assert [name.split(":")[2] for name in office.service.deliveries] == ["review-sanction"]
    office.service.faults.clear()
    assert await office.sweep.sweep() == 1


class Broken(ReminderSweep):
    """Fails each time. ``swept``: set when it does."""

    def __init__(self) -> None:
        desk = memory_desk().desk
        super().__init__(POLICY, PolicyService(POLICY, desk), desk)
        self.swept = asyncio.Event()

    async def sweep(self) -> int:
        self.swept.set()
        raise OSError("the database is away")


async def test_a_ticker_sweeps_at_once_survives_a_failure_and_stops() -> None:
    broken = Broken()
    ticker = Ticker(broken)
    ticker.start()
    await broken.swept.wait()
    broken.swept.clear()
    await ticker.sweep()
    assert broken.swept.is_set()
    await ticker.stop()
    await ticker.stop()
