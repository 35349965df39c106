"""The staff register: who our colleagues are, and which chat account is whose."""

from collections.abc import Sequence

from core.services.ports import Desk
from core.vocabulary.ids import StaffId
from core.vocabulary.people import Account, StaffMember


class Register:
    """Keeps the staff directory; every change of it is on the timeline like any other."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    async def record(self, by: StaffId, members: Sequence[StaffMember], delivery: str) -> int:
        """Record these colleagues as they stand from now on; unchanged ones add nothing.

        Returns how many entries were added. Chat accounts already linked are kept.
        """
        raise NotImplementedError

    async def recognise(self, account: Account, email: str) -> StaffMember | None:
        """Whose account this is. A first sight of it is linked by the verified mail address."""
        raise NotImplementedError
