"""The state of a case is the fold of its timeline and nothing else."""

import pytest

from core.case.events import CaseOpened, ContactLogged
from core.case.evolve import evolve, fold
from core.case.state import Entry
from core.vocabulary.ids import CaseId, CustomerId, EntryNo, StaffId
from tests.core.story import Story


def entry(no: int, event: CaseOpened | ContactLogged) -> Entry:
    return Entry(EntryNo(no), Story().now, StaffId("asha"), event)


OPENED = CaseOpened(CaseId("case"), "UCB-TEST", CustomerId("casey"), StaffId("asha"))
CONTACT = ContactLogged("phone", Story().now, "Grant", "")


def test_folding_twice_gives_the_same_case() -> None:
    story = Story().sanctioned()
    assert fold(story.entries) == fold(story.entries)
    assert story.case.version == len(story.entries)


def test_a_case_grows_entry_by_entry() -> None:
    entries = Story().sanctioned().entries
    case = None
    for one in entries:
        case = evolve(case, one)
        assert case.version == one.no
    assert case == fold(entries)


def test_no_entries_make_no_case() -> None:
    with pytest.raises(ValueError, match="without entries"):
        fold(())


def test_a_timeline_begins_with_the_opening_and_only_once() -> None:
    with pytest.raises(ValueError, match="begins with the opening"):
        fold([entry(1, CONTACT)])
    with pytest.raises(ValueError, match="opened once"):
        fold([entry(1, OPENED), entry(2, OPENED)])
