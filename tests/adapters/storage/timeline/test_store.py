"""The timeline, and what a commit keeps: all of it, once, or nothing."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

import pytest

from adapters.storage import Storage
from adapters.storage.faults import Erased, UnknownKind
from adapters.storage.sealing.chain import GENESIS
from core.case.events import CaseOpened, ContactLogged, IncidentReported
from core.case.register import CustomerRegistered
from core.services.ports.desk import AlreadyDone, Change, Commit, Conflict
from core.vocabulary.ids import CaseId, CustomerId, EntryNo
from tests.adapters.storage.samples import (
    ASHA,
    CASEY,
    MORGAN,
    NOW,
    TODAY,
    awaits,
    case_change,
    contact,
    in_force,
    message,
    person,
    posting,
    recorded,
    report,
    summary,
    to,
)
from tests.support.databases import OpenDatabase, behind_its_back
from tests.support.statements import every_statement

CASE = "case:case-of-c-casey"


async def everything_kept(storage: Storage) -> tuple[int, int, bool, bool]:
    verified = await storage.verify()
    assert verified.ok
    customer = await storage.customers.get(CASEY.id)
    case = await storage.cases.open_case_of(CASEY.id)
    return verified.entries, await storage.outbox.waiting(), customer is not None, case is not None


async def test_a_commit_is_read_back_in_order(storage: Storage) -> None:
    await storage.store.commit(report())
    opened, incident = await storage.store.load(CASE)
    assert isinstance(opened.event, CaseOpened)
    assert isinstance(incident.event, IncidentReported)
    assert [opened.version, incident.version] == [1, 2]
    assert [opened.position, incident.position] == [2, 3]
    assert (opened.stream, opened.at, opened.by) == (CASE, NOW, ASHA)
    (registered,) = await storage.store.load(f"customer:{CASEY.id}")
    assert registered.event == CustomerRegistered(CASEY)
    assert len({registered.hash, opened.hash, incident.hash, GENESIS.hex()}) == 4


async def test_a_stream_that_does_not_exist_is_empty(storage: Storage) -> None:
    assert await storage.store.load("case:nobody") == ()


async def test_streams_do_not_mix(storage: Storage) -> None:
    other = replace(CASEY, id=CustomerId("c-casey2"), reference="CUS-2")
    await storage.store.commit(report())
    await storage.store.commit(report(other))
    await storage.store.commit(case_change(2, contact("first")))
    assert [e.version for e in await storage.store.load(CASE)] == [1, 2, 3]
    assert [e.version for e in await storage.store.load(CASE + "2")] == [1, 2]


async def test_a_decision_made_on_an_old_version_conflicts(storage: Storage) -> None:
    await storage.store.commit(report())
    await storage.store.commit(case_change(2, delivery="one"))
    before = await everything_kept(storage)
    for stale in (0, 2, 7):
        commit = replace(
            case_change(stale, delivery="two"), messages=(message("never"),), customers=(CASEY,)
        )
        with pytest.raises(Conflict):
            await storage.store.commit(commit)
    assert await everything_kept(storage) == before
    assert await storage.store.was_done("two") is None


async def test_one_stale_change_among_several_keeps_none(storage: Storage) -> None:
    await storage.store.commit(report())
    fresh = Change("customer:c-new", "c-new", 0, ASHA, NOW, (CustomerRegistered(CASEY),))
    stale = case_change(1).changes[0]
    with pytest.raises(Conflict):
        await storage.store.commit(Commit("mixed", (fresh, stale)))
    assert await storage.store.load("customer:c-new") == ()


async def test_a_delivery_is_carried_out_once(storage: Storage) -> None:
    assert await storage.store.was_done("report-c-casey") is None
    await storage.store.commit(report())
    before = await everything_kept(storage)
    with pytest.raises(AlreadyDone) as again:
        await storage.store.commit(case_change(2, delivery="report-c-casey"))
    assert again.value.case == CaseId("case-of-c-casey")
    assert await everything_kept(storage) == before
    done = await storage.store.was_done("report-c-casey")
    assert done is not None
    assert done.case == CaseId("case-of-c-casey")


async def test_a_delivery_about_no_case_has_none(storage: Storage) -> None:
    await storage.store.commit(recorded(person("Asha Adviser")))
    done = await storage.store.was_done("record-asha-0")
    assert done is not None
    assert done.case is None


async def test_a_fault_inside_the_transaction_keeps_nothing(storage: Storage) -> None:
    await storage.store.commit(report())
    before = await everything_kept(storage)
    no_kind = replace(message("broken"), kind=None)  # type: ignore[arg-type]
    broken = replace(case_change(2), messages=(message("sent"), no_kind))
    with pytest.raises(AttributeError):
        await storage.store.commit(broken)
    unknown = case_change(2, contact(), "not an event")  # type: ignore[arg-type]
    with pytest.raises(UnknownKind):
        await storage.store.commit(unknown)
    naive = replace(case_change(2).changes[0], at=NOW.replace(tzinfo=None))
    with pytest.raises(ValueError, match="time zone"):
        await storage.store.commit(Commit("naive", (naive,)))
    assert await everything_kept(storage) == before
    await storage.store.commit(case_change(2))
    assert len(await storage.store.load(CASE)) == 3


async def test_a_second_open_case_of_a_customer_conflicts(storage: Storage) -> None:
    await storage.store.commit(report())
    second = summary(CaseId("second"), CASEY.id, reference="UCB-SECOND")
    with pytest.raises(Conflict):
        await storage.store.commit(Commit("second", (), summaries=(second,)))


async def test_the_dispatcher_is_told_of_commits_alone(open_database: OpenDatabase) -> None:
    told: list[str] = []
    storage = await open_database(on_commit=lambda: told.append("told"))
    await storage.store.commit(report())
    assert told == ["told"]
    with pytest.raises(AlreadyDone):
        await storage.store.commit(report())
    with pytest.raises(Conflict):
        await storage.store.commit(case_change(9))
    assert told == ["told"]


async def test_anything_typed_is_kept_as_it_was(storage: Storage) -> None:
    odd = "🙂 \u202eright to left\u202c <!channel> \x00 half: \ud83d " + "x" * 20_000
    await storage.store.commit(report(replace(CASEY, name=odd)))
    await storage.store.commit(case_change(2, contact(odd)))
    last = (await storage.store.load(CASE))[-1]
    assert isinstance(last.event, ContactLogged)
    assert last.event.note == odd
    kept = await storage.customers.get(CASEY.id)
    assert kept is not None
    assert kept.name == odd


async def test_a_destroyed_data_key_erases_a_person_and_the_chain_still_verifies(
    storage: Storage, database_url: str
) -> None:
    await storage.store.commit(report())
    erase = "UPDATE data_keys SET wrapped = NULL WHERE subject = 'c-casey'"
    behind_its_back(database_url, erase)
    with pytest.raises(Erased):
        await storage.store.load(CASE)
    with pytest.raises(Erased):
        await storage.store.commit(case_change(2))
    assert await storage.customers.get(CASEY.id) is None
    assert await storage.customers.search("Casey") == ()
    verified = await storage.verify()
    assert (verified.ok, verified.entries) == (True, 3)


@contextmanager
def counted_statements(storage: Storage) -> Iterator[list[str]]:
    statements: list[str] = []
    with every_statement(storage, lambda statement, _: statements.append(statement)):
        yield statements


async def test_a_commit_takes_few_statements_whatever_stands_already(storage: Storage) -> None:
    await storage.store.commit(recorded(person("Asha Adviser", "UASHA"), person("Morgan M", "UM")))
    await storage.store.commit(report(summaries=(summary(in_force=(in_force(TODAY),)),)))
    counts = []
    for version in range(2, 42):
        proposal = EntryNo(version + 1)
        commit = replace(
            case_change(version),
            summaries=(
                summary(in_force=(in_force(TODAY),), awaiting=(awaits(MORGAN, ASHA, no=proposal),)),
            ),
            messages=(
                message(f"ask-{version}", to("morgan")),
                message(f"status-{version}", to("asha")),
                message(f"notice-{version}"),
                message(f"redraw-{version}", to("morgan"), redraws=f"ask-{version - 1}"),
            ),
        )
        with counted_statements(storage) as statements:
            await storage.store.commit(commit)
        counts.append(len(statements))
    assert max(counts) <= 18
    assert min(counts) == max(counts)
    with counted_statements(storage) as statements:
        await storage.store.load(CASE)
    assert len(statements) == 1


async def test_a_commit_of_thousands_is_kept(storage: Storage) -> None:
    staff = [person(f"Made{number} Up", f"U{number}") for number in range(1200)]
    await storage.store.commit(recorded(*staff))
    assert (await storage.verify()).entries == 1200
    found = await storage.directory.search("made1199")
    assert [member.id for member in found] == ["made1199"]
    await storage.store.commit(posting(*(message(f"m{n}", to(f"made{n}")) for n in range(1200))))
    assert await storage.outbox.waiting() == 1200
