"""What is kept and decided, whatever the chat platform."""

import hashlib
import hmac
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from adapters.calendar import UnknownPlace, calendar_of
from adapters.screening import Screener, ScreeningKeys
from adapters.storage import MasterKey, Storage, open_storage
from adapters.system import SystemIds
from bot.conversation import Conversation
from bot.platforms import Channels
from bot.settings import StorageSettings
from core.policy.lines import Lines
from core.policy.load import PolicyFault, Problem, load_policy, shipped_policy
from core.policy.model import Policy
from core.services.deciding.policy_service import PolicyService
from core.services.ports.desk import Clock, Desk
from core.services.registering.register import Register


def read_policy(file: Path | None) -> Policy:
    """The policy of ``file``, or the one that ships. Raises ``PolicyFault``."""
    return usable_policy(file.read_text("utf-8") if file else shipped_policy())


def usable_policy(text: str) -> Policy:
    """A policy whose calendar is known here too. Raises ``PolicyFault``."""
    policy = load_policy(text)
    try:
        calendar_of(policy.bank_holidays)
    except UnknownPlace as fault:
        line = Lines(text).line(("body", "bank_holidays"))
        words = f'bank_holidays: there is no calendar of "{policy.bank_holidays}".'
        raise PolicyFault((Problem(line, words),)) from fault
    return policy


def new_key() -> str:
    """A fresh master key, as text for the settings."""
    return MasterKey.generate()


def derived(master_key: str, purpose: str) -> str:
    """A secret for one purpose, the same wherever the master key is."""
    return hmac.new(master_key.encode(), purpose.encode(), hashlib.sha256).hexdigest()


@dataclass(frozen=True, slots=True)
class House:
    policy: Policy
    storage: Storage
    desk: Desk
    service: PolicyService
    register: Register
    conversation: Conversation

    @classmethod
    async def open(
        cls,
        policy: Policy,
        settings: StorageSettings,
        channels: Channels,
        clock: Clock,
        on_commit: Callable[[], None] = lambda: None,
    ) -> Self:
        """Open the storage, brought to its newest shape, and everything that stands on it.

        Raises ``StorageFault``.
        """
        key = MasterKey.from_text(settings.master_key)
        storage = await open_storage(
            settings.database_url, key, channels, on_commit, ScreeningKeys()
        )
        desk = Desk(
            storage.store,
            storage.cases,
            storage.customers,
            storage.directory,
            clock,
            SystemIds(),
            Screener(storage.candidates),
            storage.alerts,
            storage.receipts,
            storage.watched,
            calendar_of(policy.bank_holidays),
        )
        service = PolicyService(policy, desk)
        register = Register(policy, desk)
        conversation = Conversation(policy, service, register, desk)
        return cls(policy, storage, desk, service, register, conversation)

    async def close(self) -> None:
        await self.storage.close()
