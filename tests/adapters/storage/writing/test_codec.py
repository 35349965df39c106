"""What is written can be read: every event, whatever is in it."""

from datetime import UTC, date, datetime, time
from typing import get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from adapters.storage.faults import UnknownKind, Unreadable
from adapters.storage.writing.codec import (
    EVENT_KINDS,
    MATTER_KINDS,
    TERMS_KINDS,
    decode,
    dumps,
    encode,
    loads,
)
from core.alert.events import AlertEvent
from core.case.events import (
    CaseEvent,
    IncidentReported,
    ProposalMade,
    SanctionKept,
    SanctionLifted,
)
from core.case.proposals import Matter, SanctionsMatter
from core.case.register import CustomerRegistered, RegisterEvent
from core.case.terms import CallTimesTerms, SanctionTerms, Terms
from core.services.ports.desk import Event
from core.services.summary import CaseSummary
from core.vocabulary.customer import Customer
from core.vocabulary.ids import CustomerId, EntryNo, StaffId
from core.vocabulary.people import StaffMember

ASHA = StaffId("asha")

MOMENTS = st.datetimes(timezones=st.just(UTC))
st.register_type_strategy(datetime, MOMENTS)
ANYTHING_TYPED = st.text(st.characters(exclude_categories=()))
st.register_type_strategy(str, ANYTHING_TYPED)


@pytest.mark.parametrize("kind", EVENT_KINDS)
@settings(max_examples=15)
@given(data=st.data())
def test_each_kind_of_event_comes_back_under_its_name(kind: str, data: st.DataObject) -> None:
    event = data.draw(st.from_type(EVENT_KINDS[kind]))
    written_as, words = encode(event)
    assert written_as == kind
    assert decode(kind, words) == event


@pytest.mark.parametrize("matter", MATTER_KINDS.values(), ids=MATTER_KINDS)
@settings(max_examples=15)
@given(data=st.data())
def test_each_matter_comes_back_with_what_is_proposed(
    matter: type[Matter], data: st.DataObject
) -> None:
    made = ProposalMade(data.draw(st.from_type(matter)), StaffId("asha"), StaffId("morgan"))
    assert decode(*encode(made)) == made


@given(
    summary=st.from_type(CaseSummary),
    member=st.from_type(StaffMember),
    customer=st.from_type(Customer),
)
def test_kept_records_come_back_as_they_were(
    summary: CaseSummary, member: StaffMember, customer: Customer
) -> None:
    assert loads(dumps(summary), CaseSummary) == summary
    assert loads(dumps(member), StaffMember) == member
    assert loads(dumps(customer), Customer) == customer


@pytest.mark.parametrize(
    ("kind", "words", "event"),
    [
        (
            "incident-reported",
            '{"corresponding":"asha","means":"letter","occurred_at":"2025-03-03T10:00:00+00:00",'
            '"behaviours":["abusive"],"topic":"t","narrative":"n"}',
            IncidentReported(
                ASHA,
                "letter",
                datetime(2025, 3, 3, 10, tzinfo=UTC),
                frozenset({"abusive"}),
                "t",
                "n",
            ),
        ),
        (
            "proposal-made",
            '{"matter":{"sanctions":[{"code":"call-times","terms":{"days":[0],"start":"09:00:00",'
            '"end":"10:00:00","kind":"call-times"}}],"reasons":"r","efforts":"e",'
            '"review_on":"2025-06-01","kind":"sanctions"},"corresponding":"asha",'
            '"approver":"morgan"}',
            ProposalMade(
                SanctionsMatter(
                    (
                        SanctionTerms(
                            "call-times", CallTimesTerms(frozenset({0}), time(9), time(10))
                        ),
                    ),
                    "r",
                    "e",
                    date(2025, 6, 1),
                ),
                ASHA,
                StaffId("morgan"),
            ),
        ),
        (
            "sanction-kept",
            '{"sanction":5,"proposal":7,"review_on":"2025-06-01"}',
            SanctionKept(EntryNo(5), EntryNo(7), date(2025, 6, 1)),
        ),
        (
            "sanction-lifted",
            '{"sanction":5,"proposal":7}',
            SanctionLifted(EntryNo(5), EntryNo(7)),
        ),
        (
            "customer-registered",
            '{"customer":{"id":"c1","reference":"CUS-1","name":"Casey Customer","emails":[],'
            '"phones":[]}}',
            CustomerRegistered(Customer(CustomerId("c1"), "CUS-1", "Casey Customer")),
        ),
    ],
)
def test_what_earlier_versions_wrote_is_read(kind: str, words: str, event: Event) -> None:
    assert decode(kind, words.encode()) == event


def test_a_field_keeps_the_name_it_was_first_written_by() -> None:
    assert encode(SanctionLifted(EntryNo(5), EntryNo(7)))[1] == b'{"sanction":5,"proposal":7}'


def test_every_event_matter_and_shape_of_terms_has_a_kind() -> None:
    assert set(EVENT_KINDS.values()) == {
        *get_args(CaseEvent),
        *get_args(RegisterEvent),
        *get_args(AlertEvent),
    }
    assert set(MATTER_KINDS.values()) == set(get_args(Matter))
    assert set(TERMS_KINDS.values()) == set(get_args(Terms))


def test_what_is_written_does_not_depend_on_the_order_of_a_set() -> None:
    behaviours = ["threatening", "bullying", "abusive", "nature"]
    one, other = frozenset(behaviours), frozenset(reversed(behaviours))

    def written(chosen: frozenset[str]) -> bytes:
        now = datetime(2025, 3, 3, tzinfo=UTC)
        return encode(IncidentReported(StaffId("asha"), "letter", now, chosen, "t", "n"))[1]

    assert written(one) == written(other)
    assert b'["abusive","bullying","nature","threatening"]' in written(one)


def test_an_unknown_kind_is_named() -> None:
    with pytest.raises(UnknownKind, match="unknown kind of entry 'case-closed'"):
        decode("case-closed", b"{}")


def test_an_unregistered_class_is_named() -> None:
    with pytest.raises(UnknownKind, match="no kind is registered for str"):
        encode("not an event")  # type: ignore[arg-type]


@pytest.mark.parametrize("words", [b"", b"[]", b"{}", b'{"proposal": "x"}', b"\xff"])
def test_words_that_are_no_such_event_are_refused(words: bytes) -> None:
    with pytest.raises(Unreadable, match="not a ProposalApproved"):
        decode("proposal-approved", words)
