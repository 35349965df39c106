"""Forgets what became of contacts once it has been kept for as long as the policy file says.

Found in what is kept, never remembered by this process: with many replicas each forgets a part.
"""

from typing import Final

from core.policy.model import AlertRule
from core.services.incoming import Receipts
from core.services.ports.desk import Clock

AT_ONCE: Final = 1_000
"""In one transaction: while it lasts, SQLite keeps nothing else."""


class ReceiptSweep:
    """A contact that is told of again after that counts as a new one."""

    def __init__(self, rule: AlertRule, receipts: Receipts, clock: Clock) -> None:
        self._rule = rule
        self._receipts = receipts
        self._clock = clock

    async def sweep(self) -> int:
        """Returns how many were forgotten."""
        before = self._clock.now() - self._rule.keep_receipts
        forgotten = 0
        while some := await self._receipts.forget_before(before, AT_ONCE):
            forgotten += some
        return forgotten
