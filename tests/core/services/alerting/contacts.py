"""Contacts that come in while Casey Customer is bound by a sanction."""

from collections.abc import Coroutine
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from core.alert.state import Alert
from core.policy.model import Policy
from core.services.alerting.incoming_contacts import IncomingContacts
from core.services.incoming import Incoming, Receipt
from core.services.messages import Message
from core.vocabulary.refusal import Refusal, Refused
from core.vocabulary.sought import Sought
from tests.core.services.working import Working
from tests.core.story import CASEY, POLICY

BY_MAIL = Sought(emails=(CASEY.emails[0],))
BY_NAME = Sought(names=("Casey Customer",))


class Answering(Working):
    """``incoming``: the service. ``heard`` and ``redrawn``: of the last contact."""

    def __init__(self, policy: Policy = POLICY) -> None:
        super().__init__(policy)
        self.policy = policy
        self.incoming = IncomingContacts(policy, self.memory.desk)
        self._keys = 0

    def contact(self, *who: Sought, **changed: object) -> Incoming:
        """From the CRM by telephone, now, under a key of its own."""
        self._keys += 1
        key, now = f"key-{self._keys}", self.memory.clock.now()
        usual = Incoming("crm", key, f"digest of {key}", "phone", now, who or (BY_MAIL,))
        return replace(usual, **changed)  # type: ignore[arg-type]

    async def takes(self, *contacts: Incoming) -> tuple[Receipt, ...]:
        before = len(self.memory.messages)
        receipts = await self.incoming.take(contacts)
        self.last = tuple(self.memory.messages[before:])
        return receipts

    async def comes(self, *who: Sought, **changed: object) -> Receipt:
        (receipt,) = await self.takes(self.contact(*who, **changed))
        return receipt

    async def alerted(self, *who: Sought, **changed: object) -> Alert:
        """The one alert that a contact is told in."""
        receipt = await self.comes(*who, **changed)
        (alert,) = receipt.alerts
        return self.memory.store.alerts[alert]

    def later(self, **by: float) -> None:
        self.memory.clock.time += timedelta(**by)

    @property
    def alerts(self) -> list[Alert]:
        return list(self.memory.store.alerts.values())

    @property
    def kept(self) -> tuple[int, int, int]:
        store = self.memory.store
        return len(store.entries), len(store.messages), len(store.receipts)

    def of(self, key: str) -> Message:
        return next(message for message in self.memory.messages if message.key == key)


async def answering(policy: Policy = POLICY) -> Answering:
    working = Answering(policy)
    await working.sanctioned()
    return working


async def refused(act: Coroutine[Any, Any, object]) -> Refusal:
    with pytest.raises(Refused) as fault:
        await act
    return fault.value.refusal
