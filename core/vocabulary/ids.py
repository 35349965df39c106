"""The names by which things are known.

Things inside a case (incidents, proposals, sanctions) are known by a number: the
version of the timeline entry that brought them about. It needs no randomness, reads
well in a sentence and can never be taken twice.
"""

from typing import NewType

CaseId = NewType("CaseId", str)
CustomerId = NewType("CustomerId", str)
StaffId = NewType("StaffId", str)
EntryNo = NewType("EntryNo", int)
AlertId = NewType("AlertId", str)

SYSTEM = StaffId("system")
"""Who acts when the bot itself does, for example when it sends a reminder."""

OPERATOR = StaffId("operator")
"""Who acts when a command is typed on the server rather than in a chat."""
