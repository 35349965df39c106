"""What is written can be read: every event, whatever is in it."""

from datetime import UTC, datetime
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from adapters.storage.codec import (
    EVENT_KINDS,
    MATTER_KINDS,
    TERMS_KINDS,
    decode,
    dumps,
    encode,
    loads,
)
from adapters.storage.faults import UnknownKind, Unreadable
from core.case.events import CaseEvent, IncidentReported
from core.case.proposals import Matter
from core.case.register import RegisterEvent
from core.case.terms import Terms
from core.services.ports import Event
from core.services.summary import CaseSummary
from core.vocabulary.ids import StaffId
from core.vocabulary.people import StaffMember

MOMENTS = st.datetimes(timezones=st.just(UTC))
st.register_type_strategy(datetime, MOMENTS)
ANYTHING_TYPED = st.text(st.characters(exclude_categories=()))
st.register_type_strategy(str, ANYTHING_TYPED)

EVENTS = st.sampled_from(list(EVENT_KINDS.values())).flatmap(st.from_type)


@given(event=EVENTS)
def test_every_event_comes_back_as_it_was(event: Event) -> None:
    kind, words = encode(event)
    assert decode(kind, words) == event


@given(summary=st.from_type(CaseSummary), member=st.from_type(StaffMember))
def test_kept_records_come_back_as_they_were(summary: CaseSummary, member: StaffMember) -> None:
    assert loads(dumps(summary), CaseSummary) == summary
    assert loads(dumps(member), StaffMember) == member


def test_every_event_matter_and_shape_of_terms_has_a_kind() -> None:
    assert set(EVENT_KINDS.values()) == {*get_args(CaseEvent), *get_args(RegisterEvent)}
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
