"""What was kept of a case."""

from core.case.state import Entry
from core.services.deciding.timeline import entries_of
from tests.core.services.working import Working


def kept(work: Working) -> tuple[Entry, ...]:
    return entries_of(work.memory.store.stream(f"case:{work.case}"))
