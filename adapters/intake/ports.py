"""What the ways in need of the house."""

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from core.services.incoming import Incoming, Receipt
from core.vocabulary.refusal import Refusal


class Taker(Protocol):
    async def take_each(
        self, incoming: Sequence[Incoming], *, dry_run: bool = False
    ) -> tuple[Receipt | Refusal, ...]:
        """Keeps, in one transaction, those that can be taken; in order what became of each.

        One whose source and key have a receipt already is answered by it; another contact under
        the same key is refused, rule ``key-reused``. ``dry_run``: nothing is kept.
        """
        ...

    async def receipt(self, source: str, receipt: str) -> Receipt | None:
        """What became of a contact, for nobody but the source that told us of it."""
        ...


class Clock(Protocol):
    def now(self) -> datetime:
        """Aware, in UTC."""
        ...
